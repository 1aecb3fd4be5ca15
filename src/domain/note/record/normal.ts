import { type Note, newNote, noteSchema } from './note.ts';
import { putBack, unreadOf, withoutUnknown } from './unread.ts';
import { broughtUp, isNewer, isStored, type Stored } from './versions.ts';

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

/** A note of others: as `normal`, and within every rule. */
export function normalOfOthers(value: unknown): Note | null {
  const { now, read } = readNow(value);
  return read.success ? (withUnknown(read.data, now) as Note) : null;
}

/**
 * As a store of today hands a note out: cheap for a note of today, which it does not read. What is none stays as it is.
 */
export function asOfToday(value: unknown): unknown {
  if (!isStored(value)) return value;
  return isNewer(value) || Array.isArray(value.unread) ? (normal(value) ?? value) : broughtUp(value);
}

function readNow(value: unknown) {
  const now = isStored(value) ? putBack(broughtUp(value)) : value;
  const read = noteSchema.safeParse(now);
  if (read.success || !isStored(now) || !isNewer(now)) return { now, read };
  return readNewer(now) ?? { now, read };
}

/** Parts of parts may be left out one after the other, never deeper than a note is. */
const ROUNDS = 8;

/** A note whose choices this version does not all know, with those beside it. */
function readNewer(said: Stored) {
  let now = said;
  const paths: (readonly (string | number)[])[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const read = noteSchema.safeParse(now);
    if (read.success) {
      const unread = unreadOf(said, read.data, paths);
      return { now, read: { ...read, data: { ...read.data, unread } as Note } };
    }
    const less = withoutUnknown(now, read.error.issues);
    if (less === null) return null;
    now = less.note;
    paths.push(...less.paths);
  }
  return null;
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
