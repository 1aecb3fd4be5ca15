import type { Page } from 'playwright-core';

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
