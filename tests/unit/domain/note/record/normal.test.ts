import { expect, test } from 'vitest';
import { normal } from '#domain/note/record/normal.ts';
import { noteSchema } from '#domain/note/record/note.ts';
import { sampleNote } from '#support/notes-made.ts';

test('B1 a list takes as much as the field that it is written in, on one line or on many', () => {
  const most = 'r'.repeat(20_000);
  for (const text of [most, most.replaceAll('r', '\n'), 'a name\n'.repeat(2_857)]) {
    const lines = text.split('\n');
    const { dataUse } = sampleNote();
    const note = sampleNote({ risks: lines, consulted: lines, dataUse: { ...dataUse, sources: lines } });
    expect(noteSchema.safeParse(note)).toMatchObject({ success: true });
  }
});

test('B1 what is longer than the rules say is a note all the same, with every word and what a newer app added', () => {
  const long = {
    ...sampleNote({ title: 'T'.repeat(301), problem: 'p'.repeat(20_001), tags: ['t'.repeat(61)] }),
    ofTomorrow: true,
  };
  expect(noteSchema.safeParse(long).success).toBe(false);
  expect(normal(long)).toEqual(long);
  const { next: _, ...older } = long;
  expect(normal(older)).toEqual({ ...long, next: [] });
  for (const one of [{ ...long, status: 'paused' }, { ...long, id: 7 }, {}, null, 'note'])
    expect(normal(one)).toBeNull();
});
