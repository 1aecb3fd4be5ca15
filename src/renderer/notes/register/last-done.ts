import type { Problem } from '#domain/problem.ts';
import { sharedValue } from '#kit/shared-value.ts';

/** What was last done to notes or filters: told in place, with the way back, until it is closed or something else is done. */
type LastDone =
  | { readonly fact: string; readonly more: string; readonly undo: () => Promise<void> }
  | { readonly problem: Problem };

const last = sharedValue<LastDone | null>(null);

export const setLastDone = last.set;

export const useLastDone = last.use;
