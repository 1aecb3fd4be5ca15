import type { Note } from '#domain/note/note.ts';
import { type NotePatch, rebase } from '#domain/note/rebase.ts';
import type { NoteRow, NotesDb } from './notes-db.ts';

/** After so many milliseconds without a change a new sitting begins: how the note stood before is kept. */
export const SITTING = 5 * 60_000;

/** One change of a note, as the journal outside the database keeps it too. */
export interface JournalEntry {
  readonly note: string;
  readonly rev: number;
  /** The revision that it was made on; 0 for a new note. */
  readonly parent: number;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly op: 'save' | 'bin' | 'unbin';
  readonly fields: NotePatch;
}

export interface Saved {
  readonly row: NoteRow;
  readonly entry: JournalEntry;
  /** Fields that another window changed too. */
  readonly both: readonly (keyof NotePatch)[];
}

/**
 * Writes changes over a note in one transaction. `base` is the note as it was when they were begun: what another window
 * wrote since is joined with them, never written over. `null`: the note is gone.
 */
export async function saveChanges(
  base: NoteRow,
  mine: NotePatch,
  db: NotesDb,
  now: () => Date = () => new Date(),
): Promise<Saved | null> {
  const time = now();
  return db.transaction('rw', db.notes, db.versions, async () => {
    const row = await db.notes.get(base.id);
    if (!row) return null;
    const { patch, both } = row.rev === base.rev ? { patch: mine, both: [] } : rebase(base.note, row.note, mine);
    const fields = { ...patch, changed: time.toISOString() };
    if (endsSitting(row.note, fields, time)) await db.versions.put({ id: row.id, rev: row.rev, note: row.note });
    const next: NoteRow = { ...row, rev: row.rev + 1, note: { ...row.note, ...fields } };
    await db.notes.put(next);
    return { row: next, both, entry: entryOf(next, row.rev, 'save', fields) };
  });
}

/** Puts a new note there. */
export async function addNote(note: Note, db: NotesDb): Promise<Saved> {
  const row: NoteRow = { id: note.id, rev: 1, note, binned: '' };
  await db.notes.add(row);
  const { id: _, created: __, ...fields } = note;
  return { row, both: [], entry: entryOf(row, 0, 'save', fields) };
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
    return { row: next, both: [], entry: { ...entryOf(next, row.rev, binned ? 'bin' : 'unbin', {}), time } };
  });
}

const entryOf = (row: NoteRow, parent: number, op: JournalEntry['op'], fields: NotePatch): JournalEntry => ({
  note: row.id,
  rev: row.rev,
  parent,
  time: fields.changed ?? row.note.changed,
  op,
  fields,
});

/** A step of the walk ends one too: "as it stood when it was ready" must be there. A clock that jumped back ends it. */
function endsSitting(before: Note, { status }: NotePatch, now: Date): boolean {
  const rest = now.getTime() - Date.parse(before.changed);
  return rest > SITTING || rest < 0 || (status !== undefined && status !== before.status);
}
