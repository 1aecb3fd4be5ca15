import { useLiveQuery } from 'dexie-react-hooks';
import { isReadable } from '#domain/note/record/normal.ts';
import type { Note } from '#domain/note/record/note.ts';
import { ProblemError } from '#domain/problem.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { NoteRow } from '../notes/note-row.ts';
import { saverOf } from '../notes/note-session.ts';
import { noteRows } from '../notes/notes-db.ts';

export interface SharedNotes {
  /** Those that are here, in the order in which they were asked for. */
  readonly rows: readonly NoteRow[];
  /** How many are not here, or in the bin. */
  readonly gone: number;
  /** How many a newer Satchel wrote of which this one cannot read enough to hand them on whole. */
  readonly unread: number;
  /** How many brought something from another program that is not shown. */
  readonly foreign: number;
  /** Those that were begun here: their owner is whoever works here. */
  readonly own: readonly Note[];
}

/** The notes that are to be handed over; `undefined` until they have been read. */
export const useSharedNotes = (ids: readonly string[]): SharedNotes | undefined =>
  useLiveQuery(async () => {
    const db = noteRows();
    const found = await db.notes.bulkGet([...ids]);
    const here = found.flatMap((row) => (row && row.binned === '' ? [row] : []));
    const rows = here.filter(({ note }) => isReadable(note));
    const origins = await db.origins.bulkGet(rows.map(({ id }) => id));
    return {
      rows,
      gone: ids.length - here.length,
      unread: here.length - rows.length,
      foreign: origins.filter((one) => one?.foreign).length,
      own: rows.filter((_, at) => !origins[at]).map(({ note }) => note),
    };
  }, [ids.join(' ')]);

/** Changes a note that is not open. The note as it is saved then; `null` where there is none. */
export async function changeNote(id: string, patch: (note: Note) => Partial<Note>): Promise<Result<Note | null>> {
  const saver = await saverOf(id);
  if (!saver) return ok(null);
  const { id: _, created: __, ...changes } = patch(saver.row().note);
  if (Object.keys(changes).length === 0) return ok(saver.row().note);
  try {
    saver.change(changes);
  } catch (error) {
    if (error instanceof ProblemError) return refuse(error.problem);
    throw error;
  }
  const state = await saver.flush();
  return state.at === 'notSaved' ? refuse(state.problem) : ok(saver.row().note);
}
