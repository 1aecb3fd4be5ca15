import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MOST_PARTS,
  monteCarlo,
  type PartAsked,
  sentenceOfMonteCarlo,
  triangular,
} from '#domain/calculators/monte-carlo.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

const part = (
  low: number | null,
  likely: number | null,
  high: number | null,
  counts: PartAsked['counts'] = 'added',
  name = '',
): PartAsked => ({
  name,
  counts,
  low,
  likely,
  high,
});
const NET = [
  part(20_000, 35_000, 60_000, 'added', 'Time saved'),
  part(5_000, 8_000, 15_000, 'added', 'Less post'),
  part(10_000, 18_000, 40_000, 'taken', 'Build'),
  part(4_000, 5_000, 9_000, 'taken', 'Training'),
];

describe('the same answer on every machine', () => {
  // The same rule written in Python gave these.
  test('one range', () => {
    const { p10, p50, p90 } = worked(monteCarlo([part(1_000, 2_000, 6_000)]));
    expect([p10, p50, p90]).toEqual([1713.7146354252125, 2840.0470916370673, 4626.744977362661]);
  });

  test('benefits minus costs', () => {
    const { p10, p50, p90, above } = worked(monteCarlo(NET));
    expect([p10, p50, p90, above]).toEqual([5672.072888685322, 19200.791174507296, 33458.57857958759, 0.966]);
    expect(monteCarlo(NET)).toEqual(monteCarlo(NET));
  });
});

test('5,000 draws come close to the true percentiles of one range', () => {
  const range = { low: 1_000, likely: 2_000, high: 6_000 };
  const drawn = worked(monteCarlo([{ ...range, name: '', counts: 'added' }]));
  for (const [mine, share] of [
    [drawn.p10, 0.1],
    [drawn.p50, 0.5],
    [drawn.p90, 0.9],
  ] as const)
    expect(Math.abs(mine - triangular(range, share))).toBeLessThan(60);
});

test('a triangular range begins at its lowest, ends at its highest and never falls', () => {
  const figure = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(figure, figure, figure, unit, unit, (one, two, three, u, v) => {
      const [low = 0, likely = 0, high = 0] = [one, two, three].sort((a, b) => a - b);
      const at = (share: number) => triangular({ low, likely, high }, share);
      return (
        at(0) === low &&
        at(1) === high &&
        at(Math.min(u, v)) <= at(Math.max(u, v)) + 1e-6 &&
        at(u) >= low &&
        at(u) <= high
      );
    }),
  );
});

describe('what holds for every list', () => {
  const range = fc
    .tuple(fc.integer({ min: -1_000, max: 1_000 }), fc.nat(1_000), fc.nat(1_000))
    .map(([low, one, two]) => [low, low + one, low + one + two] as const);

  test('percentiles stand in order and inside the ranges', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 3 }), (ranges) => {
        const { p10, p50, p90 } = worked(monteCarlo(ranges.map((one) => part(...one))));
        const least = ranges.reduce((sum, [low]) => sum + low, 0);
        const most = ranges.reduce((sum, [, , high]) => sum + high, 0);
        return least - 1e-6 <= p10 && p10 <= p50 && p50 <= p90 && p90 <= most + 1e-6;
      }),
      { numRuns: 30 },
    );
  });

  test('taken off instead of added, the answer is mirrored', () => {
    fc.assert(
      fc.property(range, (one) => {
        const added = worked(monteCarlo([part(...one)]));
        const taken = worked(monteCarlo([part(...one, 'taken')]));
        return Math.abs(added.p10 + taken.p90) < 1e-6 && Math.abs(added.p50 + taken.p50) < 1e-6;
      }),
      { numRuns: 30 },
    );
  });
});

test('a figure that is certain stays what it is', () => {
  expect(worked(monteCarlo([part(500, 500, 500)]))).toMatchObject({ p10: 500, p50: 500, p90: 500, above: 1 });
});

test('what cannot be drawn is refused, with the field and its row', () => {
  expect(monteCarlo([])).toEqual({ refused: 'list-empty', field: 'parts' });
  expect(monteCarlo(Array.from({ length: MOST_PARTS + 1 }, () => part(1, 2, 3)))).toEqual({
    refused: 'list-too-long',
    field: 'parts',
  });
  expect(monteCarlo([part(1, 2, 3), part(5, 2, 9)])).toEqual({ refused: 'not-in-order', field: 'likely', row: 2 });
  expect(monteCarlo([part(1, 4, 3)])).toEqual({ refused: 'not-in-order', field: 'high', row: 1 });
  expect(monteCarlo([part(1, null, 3)])).toEqual({ refused: 'missing', field: 'likely', row: 1 });
  expect(monteCarlo([part(1, 2, 1e13)])).toEqual({ refused: 'too-large', field: 'high', row: 1 });
});

describe('the sentence', () => {
  const sentence = (parts: readonly PartAsked[]) => sentenceOfMonteCarlo(sayIn('en-GB'), worked(monteCarlo(parts)));

  test('states ranges, percentiles, meaning and rule', () => {
    expect(sentence(NET)).toBe(
      'These ranges were drawn by chance 5,000 times and added up: ' +
        'Time saved, £20,000 to £60,000, most likely £35,000; Less post, £5,000 to £15,000, most likely £8,000; ' +
        'less Build, £10,000 to £40,000, most likely £18,000; less Training, £4,000 to £9,000, most likely £5,000. ' +
        'Half of the totals were below £19,201 (P50). 1 in 10 was below £5,672 (P10), and 1 in 10 above £33,459 (P90). ' +
        'In 97% of the draws the total was above £0. ' +
        'So a total between the P10 and the P90 is likely, if your ranges are right. ' +
        'Each range was drawn on its own: if costs tend to rise together, the true spread is wider. ' +
        'Rule: Monte Carlo with triangular ranges, 5,000 draws from a fixed start, ' +
        'so that the same ranges always give the same answer.',
    );
  });

  test('a sum of costs says nothing about £0, and what has no name is an amount', () => {
    expect(sentence([part(1, 2, 3)])).not.toContain('above £0');
    expect(sentence([part(1, 2, 3)])).toContain('added up: one amount, £1 to £3, most likely £2.');
  });
});
