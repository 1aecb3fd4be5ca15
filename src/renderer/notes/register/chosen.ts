import { useSyncExternalStore } from 'react';

let chosen: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/** The notes that are ticked, in the register or in the bin; they stay ticked when another screen is shown. */
export function setChosen(next: ReadonlySet<string>): void {
  chosen = next;
  for (const listener of listeners) listener();
}

export const useChosen = (): ReadonlySet<string> =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => chosen,
  );

/** Ticks a note, or takes its tick away. */
export function toggleChosen(id: string): void {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  setChosen(next);
}
