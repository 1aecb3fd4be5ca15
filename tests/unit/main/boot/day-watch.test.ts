import { expect, test } from 'vitest';
import { watchDay } from '#main/boot/day-watch.ts';

test('each day that begins is told once: at midnight, after a sleep, and where the clock is set', () => {
  let now = new Date(2026, 10, 30, 22, 30);
  const waiting: { readonly run: () => void; readonly at: number }[] = [];
  const wakers: (() => void)[] = [];
  const told: string[] = [];
  const day = (): string => [now.getFullYear(), now.getMonth() + 1, now.getDate()].join('-');
  watchDay(day, (one) => told.push(one), {
    now: () => now,
    later: (run, ms) => waiting.push({ run, at: now.getTime() + ms }),
    wakes: (run) => wakers.push(run),
  });
  const runTo = (time: Date): void => {
    for (let next = waiting[0]; next && next.at <= time.getTime(); next = waiting[0]) {
      waiting.shift();
      now = new Date(Math.max(next.at, now.getTime()));
      next.run();
    }
    now = time;
  };
  runTo(new Date(2026, 10, 30, 23, 59));
  expect(told).toEqual([]);
  runTo(new Date(2026, 11, 1, 0, 1));
  expect(told).toEqual(['2026-12-1']);
  // Asleep until the day after, with every timer late.
  now = new Date(2026, 11, 3, 8, 0);
  wakers[0]?.();
  expect(told).toEqual(['2026-12-1', '2026-12-3']);
  runTo(new Date(2026, 11, 3, 12, 0));
  expect(told).toHaveLength(2);
  now = new Date(2026, 11, 1, 12, 0);
  waiting[0]?.run();
  expect(told.at(-1)).toBe('2026-12-1');
});
