import { describe, expect, onTestFinished, test } from 'vitest';
import { type Note, newNote } from '#domain/note/record/note.ts';
import { keepNotes } from '#rooms/search/note-indexer.ts';
import { createEngine } from '#search/engine.ts';
import { createNoteRecordStore } from '#store/notes/note-records.ts';
import type { NoteRow } from '#store/notes/note-row.ts';
import { addNote, binNote, dropNote, saveChanges } from '#store/notes/note-saves.ts';
import { type NotesDb, openNotesDb } from '#store/notes/notes-db.ts';
import { freshPacks } from '../store/fresh-db.ts';

let made = 0;
const freshNotes = (): NotesDb => openNotesDb(`notes-found-${++made}`);

const noteOf = (number: number, over: Partial<Note> = {}): Note => ({
  ...newNote(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, '2026-11-23T10:00:00.000Z', 'Letters'),
  ...over,
});

/** An index that follows the notes. `idle` runs what waits for the keys to rest. */
function follow(db: NotesDb, packs = freshPacks().db) {
  const engine = createEngine();
  const store = createNoteRecordStore(db, packs);
  let waiting: (() => void) | null = null;
  let read = 0;
  const end = keepNotes(
    engine,
    {
      ...store,
      after: async (id, most) => {
        const rows = await store.after(id, most);
        read += rows.length;
        return rows;
      },
    },
    () => undefined,
    {
      pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
      later: (run) => {
        waiting = run;
        return () => {
          waiting = null;
        };
      },
    },
  );
  onTestFinished(end);
  const found = (query: string): readonly string[] =>
    engine.search(query, { complete: true }).hits.map(({ page, section }) => `${Number(page.slice(-12))}#${section}`);
  return {
    engine,
    packs,
    end,
    found,
    read: () => read,
    idle: () => waiting?.(),
    finds: (query: string, hits: readonly string[]) => expect.poll(() => found(query)).toEqual(hits),
  };
}

const change = async (row: NoteRow, text: string, db: NotesDb): Promise<NoteRow> => {
  const saved = await saveChanges(row, { text }, db);
  if (!saved) throw new Error('gone');
  return saved.row;
};

describe('notes in the search', () => {
  test('are found as they are written, changed, put in the bin, taken out and removed', async () => {
    const db = freshNotes();
    const index = follow(db);
    const { row } = await addNote(noteOf(1, { text: 'Seven pigeons\n\n## Day two\n\nNine herons' }), db);
    await index.finds('pigeons', ['1#text']);
    await index.finds('herons', ['1#text-day-two']);
    const next = await change(row, 'Only storks', db);
    await index.finds('storks', ['1#text']);
    expect(index.found('herons')).toEqual([]);
    await binNote(next.id, true, db);
    await index.finds('storks', []);
    await binNote(next.id, false, db);
    await index.finds('storks', ['1#text']);
    await dropNote(next.id, db);
    await index.finds('storks', []);
  });

  test('are there again after a restart, with what was changed since, and no note is read', async () => {
    const db = freshNotes();
    const first = follow(db);
    const rows = [];
    for (let number = 1; number <= 30; number++)
      rows.push((await addNote(noteOf(number, { text: `Harbour ${number}` }), db)).row);
    await expect.poll(() => first.engine.size()).toBe(60);
    first.idle();
    await expect.poll(() => first.packs.segments.get('@notes')).toBeDefined();
    const [one, two, three] = rows;
    if (!one || !two || !three) throw new Error();
    await change(one, 'Quayside', db);
    await binNote(two.id, true, db);
    await first.finds('quayside', ['1#text']);
    first.idle();
    await expect.poll(() => first.packs.segments.get('@notes-since')).toBeDefined();
    // After that nothing was tidied up: as after a crash.
    await change(three, 'Lighthouse', db);
    await first.finds('lighthouse', ['3#text']);
    first.end();

    const again = follow(db, first.packs);
    await again.finds('quayside', ['1#text']);
    await again.finds('lighthouse', ['3#text']);
    expect(again.found('harbour')).not.toContain('2#text');
    expect(again.engine.search('harbour', { complete: true }).total).toBe(27);
    expect(again.read()).toBe(0);
  });

  test('written by many at once, as by an import, are found too', async () => {
    const db = freshNotes();
    const index = follow(db);
    await index.finds('harbour', []);
    await db.notes.bulkPut(
      Array.from({ length: 260 }, (_, at) => ({
        id: noteOf(at + 1).id,
        rev: 1,
        note: noteOf(at + 1, { text: 'Harbour' }),
        binned: '',
      })),
    );
    await expect.poll(() => index.engine.search('harbour').total, { timeout: 5_000 }).toBe(260);
    expect((await index.packs.segments.get('@notes'))?.revisions).toHaveLength(260);
    await db.notes.clear();
    await index.finds('harbour', []);
  });

  test('a change while the large segment is built is not lost', async () => {
    const db = freshNotes();
    for (let number = 1; number <= 230; number++) await addNote(noteOf(number, { text: 'Harbour' }), db);
    const row = await db.notes.get(noteOf(200).id);
    if (!row) throw new Error();
    const index = follow(db);
    await change(row, 'Quayside', db);
    await index.finds('quayside', ['200#text']);
    await expect.poll(() => index.engine.search('harbour').total).toBe(229);
    index.idle();
    await index.finds('quayside', ['200#text']);
  });
});
