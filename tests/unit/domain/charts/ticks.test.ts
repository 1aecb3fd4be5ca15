import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticksOver } from '#domain/charts/ticks.ts';

test.each([
  [[28, 78], 6, [20, 30, 40, 50, 60, 70, 80]],
  [[0, 0.3], 4, [0, 0.1, 0.2, 0.3]],
  [[-3, 5], 5, [-4, -2, 0, 2, 4, 6]],
  [[5, 5], 4, [4, 4.5, 5, 5.5, 6]],
  [[0, 5e-324], 4, [-0.2, -0.1, 0, 0.1, 0.2]],
  [[0, 0], 4, [-0.2, -0.1, 0, 0.1, 0.2]],
  [[0.1, -1e8], 2, [-1e8, 0]],
])('%j in about %i', (values, count, ticks) => {
  expect(ticksOver(values, count)).toEqual(ticks);
});

test('they cover every figure, rise, and are few', () => {
  const amount = fc.double({ min: -1e15, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 8 }), (values, count) => {
      const ticks = ticksOver(values, count);
      const [first = 0, second = 0] = ticks;
      // The noise of binary fractions: a thousand millionth of a step, and of the figures that it is worked out from.
      const slack = 1e-9 * (second - first + Math.max(1, ...values.map(Math.abs)));
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values) + slack);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values) - slack);
      expect(ticks.length).toBeLessThanOrEqual(3 * count + 3);
    }),
  );
});
