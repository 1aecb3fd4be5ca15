import type { LineHead } from './line.ts';

/** What a snapshot holds of one note: enough to tell whether a line of the journal says the same. */
export interface Holding {
  readonly rev: string;
  readonly binned: boolean;
  /** Names the content: two of one sum are the same words. */
  readonly sum: string;
}

/** What one snapshot holds of the notes, by their ids. */
export type Holdings = ReadonlyMap<string, Holding>;

/** What was read back of a snapshot, from its first byte to its last. */
export interface SnapshotProof {
  /** The last line that may leave the journal because of it; what made it knows of none that it lacks. */
  readonly journal: number;
  readonly notes: Holdings;
}

/** How many snapshots must hold a line before it leaves the journal. */
const ENOUGH = 2;

/**
 * Whether a line's content is in snapshots twice, word for word. A number that somebody wrote into a snapshot proves
 * nothing, and a later revision of a note need not have grown from this one. `sum`: of the line's content.
 */
export function isProven(
  { note, rev, seq, op, full }: Omit<LineHead, 'time'>,
  sum: () => string | null,
  proofs: readonly SnapshotProof[],
): boolean {
  if (!full || op === 'drop') return false;
  const likely = proofs.filter(({ journal, notes }) => {
    const held = notes.get(note);
    return seq <= journal && held?.rev === rev && held.binned === (op === 'trash');
  });
  if (likely.length < ENOUGH) return false;
  const own = sum();
  return own !== null && likely.filter(({ notes }) => notes.get(note)?.sum === own).length >= ENOUGH;
}

/** The journal's last word on a note, for whoever asks whether a snapshot may go. */
export interface LastWord {
  readonly rev: string;
  readonly op: LineHead['op'];
  /** The journal has let its content go. */
  readonly held: boolean;
}

/**
 * Whether a note is a reason to keep the one snapshot that holds it so: not where the journal itself has these words or
 * later ones, nor where the note was removed for good, nor where enough of the other snapshots have them. `head` of
 * `null`: no journal knows it.
 */
export function isNeeded(held: Holding, head: LastWord | null, others: readonly Holding[]): boolean {
  const rev = Number(held.rev);
  if (head) {
    const last = Number(head.rev);
    if (head.op === 'drop' ? last > rev : last > rev || (!head.held && last === rev)) return false;
  }
  const same = (one: Holding): boolean => one.rev === held.rev && one.sum === held.sum;
  // Later words stand for earlier ones, but not for those that the journal let go because they were just here.
  const stands = (one: Holding): boolean =>
    same(one) || (!(head?.held && head.rev === held.rev) && Number(one.rev) > rev);
  return others.filter(stands).length < ENOUGH;
}
