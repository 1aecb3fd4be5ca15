import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversions } from '#bundle/conversions.ts';
import { noteFile, noteOfFile } from '#domain/bundle/note-file.ts';
import { FOUND, PLANNED } from '#domain/bundle/prose-headings.ts';
import type { Note } from '#domain/note/record/note.ts';
import { anyNote, sampleNote } from '#support/notes-made.ts';

const back = (note: Note): Note | null => {
  const { front, body } = conversions.frontMatter(noteFile(note, note.marking, () => null));
  return noteOfFile(front, body);
};

test('every word under a heading comes back as it was, headings of ours among them', () => {
  fc.assert(
    fc.property(anyNote, (note) => {
      const plain = {
        ...note,
        ownerRole: 'x',
        team: [],
        tags: [],
        licence: '',
        title: 'x',
        template: '',
        decision: null,
      };
      const read = back(plain);
      const words = (of: Note | null) => of && [...PLANNED, ...FOUND].map(({ get }) => get(of));
      expect(words(read)).toEqual(words(plain));
      expect([read?.id, read?.status, read?.stage, read?.dates]).toEqual([
        note.id,
        note.status,
        note.stage,
        note.dates,
      ]);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('it is read anywhere: front matter, title, fixed headings, tables', () => {
  const text = noteFile(
    sampleNote({
      hypothesis: { change: 'we cut the letter', effect: 'more people reply', because: 'they read it' },
      metrics: [
        {
          id: 'm',
          name: 'Replies | all',
          unit: '%',
          role: 'primary',
          baseline: 10,
          target: 12,
          direction: 'up',
          source: '',
        },
      ],
    }),
    'OFFICIAL',
    () => null,
  );
  expect(text).toMatch(/^---\nmarking: OFFICIAL\nsatchel: experiment note 1\nid: /);
  expect(text).toContain('\n---\n\nOFFICIAL\n\n# Do shorter letters get more replies?\n');
  expect(text).toContain('\n## If\n\nwe cut the letter\n\n## Then\n');
  expect(text).toContain('| Replies \\| all | % | main measure | 10 | 12 | more |  |');
});

test('a Markdown file of somebody else is not ours', () => {
  expect(noteOfFile({ title: 'x' }, '# x')).toBeNull();
  expect(noteOfFile(null, '')).toBeNull();
  expect(noteOfFile({ satchel: 'experiment note 1', id: '../x' }, '')).toBeNull();
});
