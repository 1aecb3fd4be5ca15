import { describe, expect, test } from 'vitest';
import { keptAside as wordsAside } from '#store/notes/kept-aside.ts';
import { createNoteSaver } from '#store/notes/note-saver.ts';
import { addNote, binNote, dropNote, saveChanges } from '#store/notes/note-saves.ts';
import type { NotesDb } from '#store/notes/notes-db.ts';
import { sampleNote } from '#support/notes-made.ts';
import { given, oneStart } from '../one-start.ts';

const ID = '00000000-0000-4000-8000-000000000007';
const texts = async (db: NotesDb) =>
  (await db.notes.toArray()).map(({ note: { title, text } }) => `${title}: ${text}`).sort();

/** A note in both places, and new words of it that only the journal took. */
async function keptAside() {
  const here = oneStart();
  const { row, draft } = await addNote(sampleNote({ id: ID, title: 'Note', text: 'old words' }), here.db);
  await here.keep([draft]);
  await given(here.start());
  here.refuse(true);
  const saver = here.saver(row);
  saver.change({ text: 'NEW WORDS' });
  expect(await saver.flush()).toMatchObject({ at: 'notSaved' });
  expect(saver.isKept()).toBe(true);
  return { here, saver };
}

describe('words that the window’s store refused', () => {
  test.each([0, 1, 2, 5])('B1 are there at the next start, whatever %i backups were made meanwhile', async (times) => {
    const { here } = await keptAside();
    for (let at = 0; at < times; at++) await given(here.backup());
    const next = oneStart(here.name, here.disk, '2026-11-24');
    expect(await given(next.start())).toMatchObject({ restored: 1, unread: 0 });
    expect(await texts(next.db)).toEqual(['Note: NEW WORDS']);
  });

  test('B1 and when backups go on for weeks, of a store that never takes them', async () => {
    const { here } = await keptAside();
    for (let day = 10; day < 30; day++) await given(oneStart(here.name, here.disk, `2026-12-${day}`).backup());
    expect(await here.onDisk()).toContain('NEW WORDS');
  });

  test('B1 leave the journal once the store has them and two backups do', async () => {
    const { here, saver } = await keptAside();
    here.refuse(false);
    expect(await saver.flush()).toEqual({ at: 'saved' });
    for (let at = 0; at < 2; at++) await given(here.backup());
    expect(await here.keeper.overview()).toMatchObject({ heads: [{ note: ID, held: true }] });
    const next = oneStart(`${here.name}-anew`, here.disk);
    await given(next.start());
    expect(await texts(next.db)).toEqual(['Note: NEW WORDS']);
  });

  test.each(['binned', 'saved', 'removed'] as const)(
    'B1 become a note of their own where the note is %s elsewhere before they are taken',
    async (elsewhere) => {
      const { here } = await keptAside();
      here.refuse(false);
      const row = await here.db.notes.get(ID);
      if (!row) throw new Error('no row');
      const other =
        elsewhere === 'binned'
          ? (await binNote(ID, true, here.db))?.draft
          : elsewhere === 'saved'
            ? (await saveChanges(row, { text: 'OTHER WORDS' }, here.db))?.draft
            : await dropNote(ID, here.db);
      if (other) await here.keep([other]);
      for (let at = 0; at < 2; at++) await given(here.backup());
      const next = oneStart(here.name, here.disk, '2026-11-24');
      await given(next.start());
      expect(await texts(next.db)).toEqual(
        [
          ...(elsewhere === 'removed'
            ? []
            : [`Note: ${elsewhere === 'saved' ? 'OTHER' : 'old'}${elsewhere === 'saved' ? ' WORDS' : ' words'}`]),
          'Note: NEW WORDS',
        ].sort(),
      );
    },
  );

  test.each([false, true])(
    'B1 stand in a window that is loaded while the store still refuses, and one goes on from them (then it takes them: %s)',
    async (taken) => {
      const { here } = await keptAside();
      const row = await here.db.notes.get(ID);
      const before = row && (await wordsAside(row, here.call));
      if (!row || !before) throw new Error('nothing');
      const saver = createNoteSaver(
        row,
        here.keep,
        { db: here.db, look: async () => undefined, later: () => () => undefined },
        { ...before, problem: { code: 'disk-low', needed: 96 } },
      );
      expect(saver.state()).toMatchObject({ at: 'notSaved' });
      expect([saver.row().note.text, saver.isKept()]).toEqual(['NEW WORDS', true]);
      for (const more of ['NEW WORDS and', 'NEW WORDS and more']) {
        saver.change({ text: more });
        await saver.flush();
      }
      here.refuse(!taken);
      await saver.flush();
      expect(saver.state().at).toBe(taken ? 'saved' : 'notSaved');
      for (let at = 0; at < 2; at++) await given(here.backup());
      const next = oneStart(here.name, here.disk, '2026-11-24');
      await given(next.start());
      expect(await texts(next.db)).toEqual(['Note: NEW WORDS and more']);
    },
  );

  test('B1 nor are they lost where another window saved first', async () => {
    const here = oneStart();
    const { row, draft } = await addNote(sampleNote({ id: ID, title: 'Note', text: 'old words' }), here.db);
    await here.keep([draft]);
    const saver = here.saver(row);
    const other = await saveChanges(row, { text: 'OTHER WORDS' }, here.db);
    if (other) await here.keep([other.draft]);
    here.refuse(true);
    saver.change({ text: 'NEW WORDS' });
    await saver.flush();
    here.refuse(false);
    for (let at = 0; at < 2; at++) await given(here.backup());
    const next = oneStart(here.name, here.disk, '2026-11-24');
    await given(next.start());
    expect(await texts(next.db)).toEqual(['Note: NEW WORDS', 'Note: OTHER WORDS']);
  });
});

describe('words that this Satchel cannot read', () => {
  /** A newer one wrote a kind of field that this one does not know. */
  const unknown = (rev: string, text: string) => ({
    note: ID,
    rev,
    parent: String(Number(rev) - 1),
    op: 'put' as const,
    fields: { ...sampleNote({ id: ID, title: 'Note', text }), status: 'paused-by-a-newer-app' },
  });

  async function unread() {
    const here = oneStart();
    const { row, draft } = await addNote(sampleNote({ id: ID, title: 'Note', text: 'first words' }), here.db);
    await here.keep([draft]);
    await here.keep([unknown('2', 'THE NEWEST WORDS')]);
    expect(await given(here.start())).toMatchObject({ unread: 1 });
    return { here, row };
  }

  test('B1 stay where they are, whatever the window says of itself, and are told of at each start', async () => {
    const { here } = await unread();
    for (let at = 0; at < 3; at++) await given(here.backup(true));
    expect(await here.keeper.entries([ID])).toMatchObject([{ rev: '2', fields: { text: 'THE NEWEST WORDS' } }]);
    expect(await given(oneStart(here.name, here.disk).start())).toMatchObject({ unread: 1 });
  });

  test('B1 and come back beside the older ones when those are written on', async () => {
    const { here, row } = await unread();
    let now = row;
    for (let at = 0; at < 20; at++) {
      const saved = await saveChanges(now, { text: `older words ${at}` }, here.db);
      if (!saved) throw new Error('gone');
      now = saved.row;
      await here.keep([saved.draft]);
      if (at % 5 === 4) await given(here.backup(true));
    }
    const next = oneStart(here.name, here.disk, '2026-11-24');
    // As a note of their own, where nothing else stands.
    expect(await given(next.start())).toMatchObject({ restored: 1, unread: 0 });
    expect((await next.db.notes.toArray()).map(({ note: { text } }) => text).sort()).toEqual([
      'THE NEWEST WORDS',
      'older words 19',
    ]);
    const [copy] = (await next.keeper.overview()).heads.filter(({ note }) => note !== ID);
    expect(await next.keeper.entries([copy?.note ?? ''])).toMatchObject([{ fields: { text: 'THE NEWEST WORDS' } }]);
  });
});

describe('a note with more than its rules say', () => {
  test('B1 is put back from the journal and from a backup', async () => {
    const here = oneStart();
    const { draft } = await addNote(
      sampleNote({ id: ID, title: 'Note', text: 'words', tags: ['t'.repeat(61)] }),
      here.db,
    );
    await here.keep([draft]);
    await given(here.start());
    for (const name of [1, 2]) {
      const next = oneStart(`${here.name}-${name}`, here.disk);
      expect(await given(next.start())).toMatchObject({ restored: 1, unread: 0 });
      expect(await texts(next.db)).toEqual(['Note: words']);
      for (let at = 0; at < 2; at++) await given(here.backup());
    }
  });
});

describe('a note that comes in from a file', () => {
  test('B1 takes no words with it that the journal alone has of it', async () => {
    const here = oneStart();
    await here.keep([
      { note: ID, rev: '7', parent: '6', op: 'put', fields: { ...sampleNote({ id: ID, text: 'MINE' }), status: 'x' } },
    ]);
    const { draft } = await addNote(sampleNote({ id: ID, text: 'theirs' }), here.db);
    await here.keep([draft]);
    for (let at = 0; at < 2; at++) await given(here.backup());
    expect(await here.onDisk()).toContain('MINE');
  });
});
