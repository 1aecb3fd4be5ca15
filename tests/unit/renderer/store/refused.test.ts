import { describe, expect, test } from 'vitest';
import { refuse } from '#domain/result.ts';
import { addNote, saveChanges } from '#store/notes/note-saves.ts';
import { binNotes, dropNotes } from '#store/notes/notes.ts';
import { sampleNote } from '#support/notes-made.ts';
import { given, oneStart } from './one-start.ts';

const ID = '00000000-0000-4000-8000-000000000007';
const refusal = async () => refuse({ code: 'journal-unwritable' });

/** A note of two sittings, in both places. */
async function written() {
  const here = oneStart();
  const { row, draft } = await addNote(sampleNote({ id: ID, title: 'Note', text: 'first' }), here.db);
  await here.keep([draft]);
  const later = () => new Date('2027-01-01T00:00:00Z');
  const saved = await saveChanges(row, { text: 'second' }, here.db, later);
  if (saved) await here.keep([saved.draft]);
  await given(here.start());
  const seen = async () => ({
    rows: (await here.db.notes.toArray()).map(
      ({ note, binned }) => `${note.text} ${binned === '' ? 'here' : 'binned'}`,
    ),
    versions: (await here.db.versions.toArray()).map(({ note }) => note.text),
    listed: await here.db.register.where('binned').equals('').count(),
  });
  return { here, seen };
}

describe('what the journal refused', () => {
  test.each(['bin', 'take out', 'remove'] as const)(
    'B12 (%s) has not happened, now or at the next start',
    async (what) => {
      const { here, seen } = await written();
      if (what === 'take out') await given(binNotes([ID], true, here.db, here.keep));
      const before = await seen();
      expect(before.versions).toEqual(['first']);
      const answer =
        what === 'remove'
          ? await dropNotes([ID], here.db, refusal)
          : await binNotes([ID], what === 'bin', here.db, refusal);
      expect(answer).toMatchObject({ ok: false, problem: { code: 'journal-unwritable' } });
      expect(await seen()).toEqual(before);
      await given(here.start());
      expect(await seen()).toEqual(before);
      // Nor is it refused for ever.
      await given(binNotes([ID], what !== 'take out', here.db, here.keep));
      await given(oneStart(here.name, here.disk).start());
      expect(await seen()).not.toEqual(before);
    },
  );
});
