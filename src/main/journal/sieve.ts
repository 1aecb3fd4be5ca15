import type { LineHead } from '#domain/journal/line.ts';

/** A line of the journal; `full` with the content of its note. */
export type Line = Pick<LineHead, 'note' | 'seq' | 'full'>;

/** Which lines stay when files are written anew. */
export interface Sieve {
  /** What becomes of each of these lines: they are all that is written anew. */
  over(lines: readonly Line[]): (line: Line) => 'whole' | 'empty' | 'gone';
  /** Files with damaged pieces: set aside under a name that the journal does not read, or left as they are. */
  readonly damaged: 'aside' | 'leave';
}

/** Snapshots hold the lines up to `held`: of them only the last of each note stays, without its content. */
export const heldBySnapshots = (held: number): Sieve => ({
  over(lines) {
    const last = new Map<string, number>();
    for (const { note, seq } of lines) if (seq <= held) last.set(note, Math.max(seq, last.get(note) ?? 0));
    return ({ note, seq }) => {
      if (seq > held) return 'whole';
      return last.get(note) === seq ? 'empty' : 'gone';
    };
  },
  damaged: 'aside',
});

/**
 * Each line has its whole note, so that the last of a note is enough, and the one before it is kept should that one
 * rot. What a damaged piece was may be the last of its note: nothing goes because of what stands beside it.
 */
export const lastTwo: Sieve = {
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
