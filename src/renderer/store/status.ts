import { announce } from './announce.ts';
import { sharedValue } from './shared-value.ts';

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

const status = sharedValue<Status>({ outcome: '', tasks: new Map() });

/** Writes an outcome into the status bar and tells a screen reader. */
export function tellOutcome(text: string): void {
  status.set({ ...status.get(), outcome: text });
  if (text !== '') announce(text);
}

/** Shows, moves on or (with `null`) takes away a task in the status bar. Says nothing by itself. */
export function tellTask(id: string, task: Task | null): void {
  const now = status.get();
  const had = now.tasks.get(id);
  if (had?.text === task?.text && had?.value === task?.value) return;
  const tasks = new Map(now.tasks);
  if (task) tasks.set(id, task);
  else tasks.delete(id);
  status.set({ ...now, tasks });
}

/** For the status bar. */
export const useStatus = status.use;
