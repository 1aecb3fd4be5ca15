import { plainNote } from '#domain/note/plain-note.ts';
import { beginNote } from './note-session.ts';

/** The note that waits for its first word; it is in no store. */
let waiting: string | null = null;

/** The id of a new note. Until its first word it is the same one, so that nothing is left behind by looking at it. */
export function newNoteId(begin: typeof beginNote = beginNote): string {
  if (waiting !== null) return waiting;
  const id = crypto.randomUUID();
  waiting = id;
  begin(plainNote(id, new Date().toISOString()), () => {
    if (waiting === id) waiting = null;
  });
  return id;
}
