import { useSyncExternalStore } from 'react';
import type { Problem } from '#domain/problem.ts';

/** What was last done to notes or filters: told in place, with the way back, until it is closed or something else is done. */
export type LastDone =
  | { readonly fact: string; readonly more: string; readonly undo: () => Promise<void> }
  | { readonly problem: Problem };

let last: LastDone | null = null;
const listeners = new Set<() => void>();

export function setLastDone(next: LastDone | null): void {
  last = next;
  for (const listener of listeners) listener();
}

export const useLastDone = (): LastDone | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => last,
  );
