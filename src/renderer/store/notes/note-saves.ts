import type { Draft } from '#domain/journal/entry.ts';
import { type NotePatch, rebase } from '#domain/note/rebase.ts';
import type { Note } from '#domain/note/record/note.ts';
import type { NoteRow } from './note-row.ts';
import type { NotesDb } from './notes-db.ts';

/** After so many milliseconds without a change a new sitting begins: how the note stood before is kept. */
export const SITTING = 5 * 60_000;

export interface Saved {
  readonly row: NoteRow;
  /** The same for the journal outside the database. */
  readonly draft: Draft;
  /** Fields that another window changed too. */
  readonly both: readonly (keyof NotePatch)[];
  /** Whether the note had gone on elsewhere. */
  readonly joined: boolean;
}

/**
 * Writes changes over a note in one transaction. `base` is the note as it was when they were begun: what another window
 * wrote since is joined with them, never written over. `above`: a revision that is taken already. `null`: the note is
 * gone. A `base` of revision 0 was never written: these are its first words.
 */
export async function saveChanges(
  base: NoteRow,
  mine: NotePatch,
  db: NotesDb,
  now: () => Date = () => new Date(),
  above = 0,
): Promise<Saved | null> {
  const time = now();
  return db.transaction('rw', db.notes, db.versions, async () => {
    const row = await db.notes.get(base.id);
    if (!row && base.rev === 0) return begin(base, mine, db, time.toISOString(), above);
    if (!row) return null;
    const joined = row.rev !== base.rev;
    const { patch, both } = joined ? rebase(base.note, row.note, mine) : { patch: mine, both: [] };
    const fields = { ...patch, changed: time.toISOString() };
    if (endsSitting(row.note, fields, time)) await db.versions.put({ id: row.id, rev: row.rev, note: row.note });
    const next: NoteRow = { ...row, rev: Math.max(row.rev, above) + 1, note: { ...row.note, ...fields } };
    await db.notes.put(next);
    return { row: next, both, joined, draft: draftOf(next) };
  });
}

async function begin(base: NoteRow, mine: NotePatch, db: NotesDb, at: string, above: number): Promise<Saved> {
  const rev = Math.max(0, above) + 1;
  const row: NoteRow = { ...base, rev, note: { ...base.note, ...mine, created: at, changed: at } };
  await db.notes.add(row);
  return { row, both: [], joined: false, draft: draftOf(row) };
}

/** Puts a new note there. */
export async function addNote(note: Note, db: NotesDb): Promise<Saved> {
  const row: NoteRow = { id: note.id, rev: 1, note, binned: '' };
  await db.notes.add(row);
  return { row, both: [], joined: false, draft: draftOf(row) };
}

/** Puts a note into the bin, or takes it out. `null`: the note is gone. */
export async function binNote(
  id: string,
  binned: boolean,
  db: NotesDb,
  now: () => Date = () => new Date(),
): Promise<Saved | null> {
  const time = now().toISOString();
  return db.transaction('rw', db.notes, async () => {
    const row = await db.notes.get(id);
    if (!row) return null;
    const next: NoteRow = { ...row, rev: row.rev + 1, binned: binned ? time : '' };
    await db.notes.put(next);
    return { row: next, both: [], joined: false, draft: draftOf(next) };
  });
}

/** Removes a note for good, with all its versions. Its files stay: a backup may hold a note that shows them. */
export async function dropNote(id: string, db: NotesDb): Promise<Draft | null> {
  return db.transaction('rw', db.notes, db.versions, async () => {
    const row = await db.notes.get(id);
    if (!row) return null;
    await db.notes.delete(id);
    await db.versions.where('id').equals(id).delete();
    return { ...draftOf({ ...row, rev: row.rev + 1 }), op: 'drop', fields: {} };
  });
}

/** A row as the journal keeps it. Revisions are numbers that rise, so that a higher one is the later. */
export const draftOf = ({ id, rev, note, binned }: NoteRow): Draft => ({
  note: id,
  rev: String(rev),
  parent: rev === 1 ? null : String(rev - 1),
  op: binned === '' ? 'put' : 'trash',
  fields: note,
});

/**
 * A step of the walk ends one too: "as it stood when it was ready" must be there; and so do words that are relied on
 * instead of others. A clock that jumped back ends it.
 */
function endsSitting(before: Note, { status, citations }: NotePatch, now: Date): boolean {
  const rest = now.getTime() - Date.parse(before.changed);
  if (rest > SITTING || rest < 0 || (status !== undefined && status !== before.status)) return true;
  return before.citations.some(({ id, hash }) => citations?.some((one) => one.id === id && one.hash !== hash));
}
