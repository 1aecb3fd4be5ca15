import { announce } from './announce.ts';
import { sharedValue } from './shared-value.ts';

/** Work that takes longer than a moment. */
export interface Task {
  /** "Installing Engage early". */
  readonly text: string;
  /** 0 to 1. */
  readonly value: number;
}

interface Status {
  /** What came of the last thing done; stays until the next, or until another screen. */
  readonly outcome: string;
  /** It was told a moment ago. */
  readonly strong: boolean;
  readonly tasks: ReadonlyMap<string, Task>;
}

const status = sharedValue<Status>({ outcome: '', strong: false, tasks: new Map() });

/** Milliseconds in which an outcome stands out. */
const STRONG = 6_000;
let calm: ReturnType<typeof setTimeout> | undefined;
/** What is told this shortly before another screen comes belongs to the way there: "The note is in the bin". */
const ON_THE_WAY = 1_000;
let toldAt = 0;

/** Writes an outcome into the status bar, strong at first, and tells a screen reader. It stays until the next screen. */
export function tellOutcome(text: string): void {
  clearTimeout(calm);
  toldAt = Date.now();
  status.set({ ...status.get(), outcome: text, strong: text !== '' });
  if (text === '') return;
  calm = setTimeout(() => status.set({ ...status.get(), strong: false }), STRONG);
  announce(text);
}

/** Another screen comes: what was done on the one before is no news there. */
export function forgetOutcome(now: number = Date.now()): void {
  const { outcome } = status.get();
  if (outcome !== '' && now - toldAt > ON_THE_WAY) status.set({ ...status.get(), outcome: '', strong: false });
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
