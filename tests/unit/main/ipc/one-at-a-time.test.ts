import { expect, test } from 'vitest';
import { afterOthers, oneAtATime } from '#main/ipc/one-at-a-time.ts';

test('B12 dialogs are not heaped up: one at a time for each window, the others answered as cancelled', async () => {
  const [window, other] = [{}, {}];
  let close: (answer: string) => void = () => {};
  let shown = 0;
  const show = (): Promise<string> => {
    shown += 1;
    return new Promise((resolve) => {
      close = resolve;
    });
  };
  const first = oneAtATime(window, show, 'cancelled');
  const heap = await Promise.all(Array.from({ length: 200 }, () => oneAtATime(window, show, 'cancelled')));
  expect([shown, new Set(heap)]).toEqual([1, new Set(['cancelled'])]);
  expect(await oneAtATime(other, async () => 'its own', 'cancelled')).toBe('its own');
  // What main itself must know is asked when there is room, one after another.
  const own = [1, 2].map(() => afterOthers(window, show));
  close('chosen');
  expect(await first).toBe('chosen');
  await new Promise((resolve) => setTimeout(resolve));
  expect(shown).toBe(2);
  close('one');
  expect(await own[0]).toBe('one');
  await new Promise((resolve) => setTimeout(resolve));
  close('two');
  expect([await own[1], shown]).toEqual(['two', 3]);
});

test('B12 a dialog that fails leaves room for the next', async () => {
  const window = {};
  await expect(oneAtATime(window, () => Promise.reject(new Error('no display')), 'cancelled')).rejects.toThrow();
  const after = afterOthers(window, async () => 'shown');
  expect([await oneAtATime(window, async () => 'x', 'cancelled'), await after]).toEqual(['cancelled', 'shown']);
});
