import type { Entry } from '#domain/journal/entry.ts';
import { isProven, type SnapshotProof } from '#domain/journal/holding.ts';
import type { LineHead } from '#domain/journal/line.ts';
import { sumOf } from './content-sum.ts';

/** A line of the journal; `full` with the content of its note, `held` where the snapshots have that content too. */
export type Line = Pick<LineHead, 'note' | 'seq' | 'op' | 'full'> & { readonly held: boolean };

/** Which lines stay when files are written anew. */
export interface CompactionRule {
  /** Whether the snapshots have what a line has; its content is read only where it must be. */
  holds(head: LineHead, entry: () => Entry | null): boolean;
  /** What becomes of each of these lines: they are all that is written anew. */
  over(lines: readonly Line[]): (line: Line) => 'whole' | 'empty' | 'gone';
  /** Files with damaged pieces: set aside under a name that the journal does not read, or left as they are. */
  readonly damaged: 'aside' | 'leave';
}

/**
 * A line goes when a later one of its note is in the snapshots, or says that the note was removed for good; the one that
 * is in the snapshots stays without its content. All other lines stay as they are, whatever anybody says of them.
 */
export const heldBySnapshots = (proofs: readonly SnapshotProof[]): CompactionRule => ({
  holds: (head, entry) =>
    isProven(
      head,
      () => {
        const fields = entry()?.fields;
        return fields ? sumOf(fields) : null;
      },
      proofs,
    ),
  over(lines) {
    const last = new Map<string, number>();
    for (const { note, seq, op, held } of lines)
      if (held || op === 'drop') last.set(note, Math.max(seq, last.get(note) ?? 0));
    return ({ note, seq, held }) => {
      if (seq < (last.get(note) ?? 0)) return 'gone';
      return held ? 'empty' : 'whole';
    };
  },
  damaged: 'aside',
});

/**
 * Each line has its whole note, so that the last of a note is enough, and the one before it is kept should that one
 * rot. What a damaged piece was may be the last of its note: nothing goes because of what stands beside it.
 */
export const lastTwo: CompactionRule = {
  holds: () => false,
  over(lines) {
    const last = new Map<string, number>();
    const before = new Map<string, number>();
    for (const { note, seq, full } of lines) {
      const now = last.get(note) ?? 0;
      if (!full || seq === now) continue;
      if (seq > now) last.set(note, seq);
      before.set(note, Math.max(before.get(note) ?? 0, Math.min(seq, now)));
    }
    return ({ note, seq }) => (seq < (before.get(note) ?? 0) ? 'gone' : 'whole');
  },
  damaged: 'leave',
};
