import { useSyncExternalStore } from 'react';
import { announce } from './announce.ts';

let outcome = '';
const listeners = new Set<() => void>();

/** Writes what came of the last thing done into the status bar, where it stays until the next, and tells a screen reader. */
export function tellOutcome(text: string): void {
  outcome = text;
  for (const listener of listeners) listener();
  if (text !== '') announce(text);
}

/** For the status bar. */
export const useOutcome = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => outcome,
  );
