import type { Entry } from './entry.ts';

/** The last revision of each note, by the note's id. */
export type Heads = ReadonlyMap<string, Entry>;

/**
 * Whether a line stands in place of another of the same note. The sequence decides, never the time and never the place
 * in a file; of one line and its compacted double, the one with content does.
 */
export function replaces(next: Pick<Entry, 'seq' | 'fields'>, now: Pick<Entry, 'seq' | 'fields'> | undefined): boolean {
  if (now === undefined || next.seq > now.seq) return true;
  return next.seq === now.seq && now.fields === null;
}

/** The notes as a journal leaves them. Lines may come in any order. */
export function foldJournal(entries: Iterable<Entry>): Heads {
  const heads = new Map<string, Entry>();
  for (const entry of entries) if (replaces(entry, heads.get(entry.note))) heads.set(entry.note, entry);
  return heads;
}
