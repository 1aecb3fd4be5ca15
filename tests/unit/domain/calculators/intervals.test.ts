import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcombe, wilson } from '#domain/calculators/intervals.ts';

// From Python's statistics.NormalDist.
test.each([
  [5, 10, 0.23659309051256405, 0.763406909487436],
  [1, 30, 0.005908590381612455, 0.1667039099140917],
  [29, 30, 0.8332960900859084, 0.9940914096183876],
  [7, 50, 0.06950833427016292, 0.26186193710585537],
  [250, 1000, 0.2241530989836914, 0.27776028025908617],
  [0, 9, 0, 0.299145048419544],
  [9, 9, 0.700854951580456, 1],
])('%d of %d: between %d and %d', (events, total, low, high) => {
  expect(wilson({ events, total }).low).toBeCloseTo(low, 10);
  expect(wilson({ events, total }).high).toBeCloseTo(high, 10);
});

const counted = fc
  .integer({ min: 1, max: 100_000 })
  .chain((total) => fc.record({ events: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));

test('an interval holds its share and stays between nothing and all', () => {
  fc.assert(
    fc.property(counted, (group) => {
      const { value, low, high } = wilson(group);
      return 0 <= low && low <= value && value <= high && high <= 1 && low < high;
    }),
  );
});

test('those who did not have the mirrored interval', () => {
  fc.assert(
    fc.property(counted, ({ events, total }) => {
      const [one, other] = [wilson({ events, total }), wilson({ events: total - events, total })];
      return Math.abs(one.low - (1 - other.high)) < 1e-12;
    }),
  );
});

test('the interval of a difference holds it, and turns round with the groups', () => {
  fc.assert(
    fc.property(counted, counted, (first, second) => {
      const there = newcombe(first, second);
      const back = newcombe(second, first);
      return (
        there.low <= there.value &&
        there.value <= there.high &&
        there.low >= -1 - 1e-12 &&
        there.high <= 1 + 1e-12 &&
        Math.abs(there.low + back.high) < 1e-12
      );
    }),
  );
});
