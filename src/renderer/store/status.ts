import { useSyncExternalStore } from 'react';
import { announce } from './announce.ts';

/** Work that takes longer than a moment. */
export interface Task {
  /** "Installing Engage early". */
  readonly text: string;
  /** 0 to 1. */
  readonly value: number;
}

export interface Status {
  /** What came of the last thing done; stays until the next. */
  readonly outcome: string;
  readonly tasks: ReadonlyMap<string, Task>;
}

let status: Status = { outcome: '', tasks: new Map() };
const listeners = new Set<() => void>();

function change(next: Status): void {
  status = next;
  for (const listener of listeners) listener();
}

/** Writes an outcome into the status bar and tells a screen reader. */
export function tellOutcome(text: string): void {
  change({ ...status, outcome: text });
  if (text !== '') announce(text);
}

/** Shows, moves on or (with `null`) takes away a task in the status bar. Says nothing by itself. */
export function tellTask(id: string, task: Task | null): void {
  const had = status.tasks.get(id);
  if (had?.text === task?.text && had?.value === task?.value) return;
  const tasks = new Map(status.tasks);
  if (task) tasks.set(id, task);
  else tasks.delete(id);
  change({ ...status, tasks });
}

/** For the status bar. */
export const useStatus = (): Status =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => status,
  );
