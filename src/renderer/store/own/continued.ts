import { useLiveQuery } from 'dexie-react-hooks';
import type { Status } from '#domain/note/choices.ts';
import { type OwnDb, ownRows } from '../db.ts';
import type { NoteRow } from '../notes/note-row.ts';
import { type NotesDb, noteRows } from '../notes/notes-db.ts';
import { listOpened } from './opened.ts';

/** What is handed over or put away does not wait to be gone on with. */
const OVER: readonly Status[] = ['shared', 'archived'];

/** The note to go on with: the one opened last that is neither over nor in the bin; `null` where there is none. */
export async function findContinued(own: OwnDb = ownRows(), notes: NotesDb = noteRows()): Promise<NoteRow | null> {
  for (const id of await listOpened(own)) {
    const row = await notes.notes.get(id);
    if (row && row.binned === '' && row.note.ending === null && !OVER.includes(row.note.status)) return row;
  }
  return null;
}

/** `undefined` until it was looked for. The Library stands also where the notes cannot be read: they say so themselves. */
export const useContinued = (): NoteRow | null | undefined => useLiveQuery(() => findContinued().catch(() => null));
