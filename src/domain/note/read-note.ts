import { type Note, newNote, noteSchema } from './note.ts';

/**
 * A note that was written on this laptop, as it stands in a store; `null` where it is none. Fields of a newer app stay
 * as they are. What is only longer than its rules say is a note all the same: they keep files of others small, and words
 * that were taken once are not to be out of reach.
 */
export function readNote(value: unknown): Note | null {
  const read = noteSchema.safeParse(value);
  if (read.success) return { ...(value as object), ...read.data };
  if (read.error.issues.some(({ code }) => code !== 'too_big')) return null;
  const long = value as Note;
  return { ...newNote(long.id, long.created), ...long };
}
