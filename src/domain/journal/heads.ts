import type { Entry } from './entry.ts';
import type { LineHead } from './line.ts';

/** The last revision of each note, by the note's id. */
export type Heads = ReadonlyMap<string, Entry>;

type Line = Pick<LineHead, 'seq' | 'full'>;

/**
 * Whether a line stands in place of another of the same note. The sequence decides, never the time and never the place
 * in a file; of one line and its compacted double, the one with content does.
 */
export function replaces(next: Line, now: Line | undefined): boolean {
  if (now === undefined || next.seq > now.seq) return true;
  return next.seq === now.seq && !now.full;
}

const asLine = ({ seq, fields }: Entry): Line => ({ seq, full: fields !== null });

/** The notes as a journal leaves them. Lines may come in any order. */
export function foldJournal(entries: Iterable<Entry>): Heads {
  const heads = new Map<string, Entry>();
  for (const entry of entries) {
    const now = heads.get(entry.note);
    if (replaces(asLine(entry), now && asLine(now))) heads.set(entry.note, entry);
  }
  return heads;
}
