import type { Page } from 'playwright-core';
import { expect } from '#support/window-test.ts';

/** Counts long tasks of the window from now on (and those Chromium still remembers). */
export const watchLongTasks = (window: Page): Promise<void> =>
  window.evaluate(() => {
    const tasks: { start: number; ms: number }[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        tasks.push({ start: entry.startTime, ms: entry.duration });
      }
    }).observe({ type: 'longtask', buffered: true });
    Object.assign(globalThis, { longTasks: tasks });
  });

/** Milliseconds of each long task since `from` on the window's clock. */
export const longTasks = (window: Page, from = 0): Promise<readonly number[]> =>
  window.evaluate(async (since) => {
    // Entries come after the task, in a turn of their own.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { longTasks: tasks } = globalThis as unknown as { longTasks: { start: number; ms: number }[] };
    return tasks.filter(({ start }) => start >= since).map(({ ms }) => Math.round(ms));
  }, from);

export const windowClock = (window: Page): Promise<number> => window.evaluate(() => performance.now());

/**
 * A long task is time on the clock, and other programs may hold the processor meanwhile. So each job is done up to
 * three times and counts as done without a long task when one whole try had none: a task that is really long is long
 * in every try.
 */
export async function calm(window: Page, name: string, job: () => Promise<void>): Promise<void> {
  const tries: (readonly number[])[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const start = await windowClock(window);
    await job();
    const tasks = await longTasks(window, start);
    tries.push(tasks);
    if (tasks.length === 0) break;
  }
  console.log(`${name}: long tasks in ms by try: ${tries.map((tasks) => `[${tasks.join(', ')}]`).join(' ')}`);
  expect(tries.at(-1), name).toEqual([]);
}
