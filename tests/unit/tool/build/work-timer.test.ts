import { expect, test } from 'vitest';
import { afterWork, type WorkEffects } from '#tool/build/work-timer.ts';

/** A machine that gives this process `share` of its processor, and time that passes when it is asked. */
function machine(share: number) {
  let wall = 0;
  let waiting: { readonly at: number; readonly then: () => void } | undefined;
  const effects: WorkEffects = {
    used: () => 1_000 + wall * share,
    wait: (ms, then) => {
      const mine = { at: wall + ms, then };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = undefined;
      };
    },
  };
  const run = (): number => {
    while (waiting) {
      const { at, then } = waiting;
      waiting = undefined;
      wall = at;
      then();
    }
    return wall;
  };
  return { effects, run };
}

test.each([
  [1, 5_000],
  [2, 5_000],
  [0.5, 10_000],
  [0.25, 20_000],
])('with %d of the processor it passes after %d ms on the wall', async (share, wall) => {
  const { effects, run } = machine(share);
  const { passed } = afterWork(5_000, effects);
  expect(run()).toBeGreaterThanOrEqual(wall);
  expect(run()).toBeLessThan(wall + 1_500);
  expect(await passed).toBe('passed');
});

test('gives up on a machine that does nothing at all', async () => {
  const { effects, run } = machine(0);
  const { passed } = afterWork(5_000, effects);
  expect(run()).toBe(60_000);
  expect(await passed).toBe('passed');
});

test('stops when it is cancelled', () => {
  const { effects, run } = machine(0);
  afterWork(5_000, effects).cancel();
  expect(run()).toBe(0);
});

test('knows how long this process has worked', async () => {
  const { passed } = afterWork(5);
  const end = performance.now() + 50;
  while (performance.now() < end);
  expect(await passed).toBe('passed');
});
