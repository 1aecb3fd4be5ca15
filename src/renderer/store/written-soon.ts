/** How words that are typed are written: those of a note, and those that were only begun. */
export const WRITTEN_SOON = {
  /** Milliseconds without a key before a change is written, and the most that it waits while keys go on. */
  rest: 300,
  longest: 600,
  /** Before what was refused is tried again. */
  again: 5_000,
  /** Bytes to free on a full disk before anything can be written again. */
  needed: 1_000_000,
} as const;

/** Runs something later; the answer calls it off. */
export function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
