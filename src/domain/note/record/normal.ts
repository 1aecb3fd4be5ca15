import { type Note, newNote, noteSchema } from './note.ts';
import { asOfToday } from './of-today.ts';
import { isNewer, isStored } from './versions.ts';

/**
 * A note as it is read, wherever it comes from: brought up to the shape of today, what was never said filled in, and
 * what this version does not know kept as it is. `null` where it is none.
 *
 * What is only longer than its rules say is a note all the same: they keep files of others small, and words that were
 * taken once are not to be out of reach.
 */
export function normal(value: unknown): Note | null {
  const { now, read } = readNow(value);
  if (read.success) return withUnknown(read.data, now) as Note;
  if (read.error.issues.some(({ code }) => code !== 'too_big')) return null;
  const long = now as Note;
  return { ...newNote(long.id, ''), ...long };
}

/** Whether a stored note can be handed on whole: of one that a newer Satchel wrote a field may mean what only that one knows. */
export const isReadable = (note: Note): boolean => !isNewer({ ...note }) || normal(note) !== null;

/** A note of others: as `normal`, and within every rule. */
export function normalOfOthers(value: unknown): Note | null {
  const { now, read } = readNow(value);
  return read.success ? (withUnknown(read.data, now) as Note) : null;
}

function readNow(value: unknown) {
  const now = asOfToday(value);
  return { now, read: noteSchema.safeParse(now) };
}

/** What was read, and beside it what its rules do not name, at any depth. */
function withUnknown(known: unknown, given: unknown): unknown {
  if (Array.isArray(known) && Array.isArray(given)) return known.map((one, at) => withUnknown(one, given[at]));
  if (!isStored(known) || !isStored(given)) return known;
  const said = Object.entries(known).filter(([, value]) => value !== undefined);
  const both = new Map(said.map(([key, value]) => [key, withUnknown(value, given[key])]));
  for (const [key, value] of Object.entries(given)) if (!both.has(key) && value !== undefined) both.set(key, value);
  return Object.fromEntries(both);
}
