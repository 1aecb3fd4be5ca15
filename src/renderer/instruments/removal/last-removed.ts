import { announce } from '#kit/announce.ts';
import { sharedValue } from '#kit/shared-value.ts';

/** What a person took out last in this window. */
export interface Removed {
  /** The list it was in, which has a line for it. */
  readonly list: string;
  /** What is said of it. */
  readonly words: string;
  readonly undo: () => unknown;
  /** The id of what takes focus once it is back. */
  readonly back: string;
}

const last = sharedValue<Removed | null>(null);

/** Says what was taken out, where it was, until the next removal or the next screen. */
export function tellRemoved(removed: Removed): void {
  last.set(removed);
  announce(removed.words);
}

/** The list is no more on the screen: what was taken out of it is no news there. */
export function forgetRemoved(list: string): void {
  if (last.get()?.list === list) last.set(null);
}

/** What was taken out of a list, if that was the last thing taken out. */
export function useRemoved(list: string): Removed | null {
  const removed = last.use();
  return removed?.list === list ? removed : null;
}
