import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SharesAsked, sampleForShares, sentenceOfShares } from '#domain/calculators/two-shares.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

const USUAL: SharesAsked = { baseline: 0.1, target: 0.12, alpha: 0.05, power: 0.8 };
const perGroup = (baseline: number, target: number, alpha = 0.05, power = 0.8) =>
  worked(sampleForShares({ baseline, target, alpha, power })).perGroup;

// From Python's statistics.NormalDist.
test.each([
  [0.1, 0.12, 0.05, 0.8, 3841],
  [0.3, 0.35, 0.05, 0.9, 1842],
  [0.6, 0.5, 0.01, 0.8, 577],
  [0.01, 0.02, 0.1, 0.95, 3196],
  [0.2, 0.9, 0.05, 0.8, 7],
  [0.04, 0.05, 0.05, 0.8, 6745],
])('%d to %d at %d and %d needs %d in each group', (baseline, target, alpha, power, needed) => {
  expect(perGroup(baseline, target, alpha, power)).toBe(needed);
});

const share = fc.integer({ min: 5, max: 995 }).map((one) => one / 1_000);
const pair = fc.tuple(share, share).filter(([a, b]) => a !== b);
const alpha = fc.constantFrom(0.01, 0.05, 0.1, 0.2);
const power = fc.integer({ min: 50, max: 99 }).map((one) => one / 100);

test('more power or fewer false alarms never need fewer', () => {
  fc.assert(
    fc.property(pair, alpha, power, power, ([a, b], level, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      return (
        perGroup(a, b, level, low) <= perGroup(a, b, level, high) && perGroup(a, b, level / 2) >= perGroup(a, b, level)
      );
    }),
  );
});

test('a rise and the fall back need the same, and so do the shares of those who did not', () => {
  fc.assert(
    fc.property(pair, alpha, power, ([a, b], level, chance) => {
      const needed = perGroup(a, b, level, chance);
      return needed === perGroup(b, a, level, chance) && Math.abs(needed - perGroup(1 - a, 1 - b, level, chance)) <= 1;
    }),
  );
});

test('a larger change never needs more', () => {
  fc.assert(
    fc.property(share, share, share, (one, two, three) => {
      const [low = 0, middle = 0, high = 0] = [one, two, three].sort((a, b) => a - b);
      fc.pre(low < middle && middle < high);
      return perGroup(low, high) <= perGroup(low, middle);
    }),
  );
});

test('what cannot be tested is refused, with the field', () => {
  const refusal = (change: Partial<SharesAsked>) => sampleForShares({ ...USUAL, ...change });
  expect(refusal({ baseline: 0 })).toEqual({ refused: 'share-out-of-range', field: 'baseline' });
  expect(refusal({ target: 1 })).toEqual({ refused: 'share-out-of-range', field: 'target' });
  expect(refusal({ target: 12 })).toEqual({ refused: 'share-out-of-range', field: 'target' });
  expect(refusal({ target: 0.1 })).toEqual({ refused: 'no-difference', field: 'target' });
  expect(refusal({ target: 0.1 + 1e-9 })).toEqual({ refused: 'difference-too-small', field: 'target' });
  expect(refusal({ alpha: 0 })).toEqual({ refused: 'alpha-out-of-range', field: 'alpha' });
  expect(refusal({ power: 1 })).toEqual({ refused: 'power-out-of-range', field: 'power' });
  expect(refusal({ power: null })).toEqual({ refused: 'missing', field: 'power' });
});

test('whatever is typed, there is a value or a refusal', () => {
  const any = fc.option(fc.double());
  fc.assert(
    fc.property(any, any, any, any, (baseline, target, alpha, power) => {
      const sample = sampleForShares({ baseline, target, alpha, power });
      return 'refused' in sample || (Number.isInteger(sample.perGroup) && sample.perGroup > 0);
    }),
  );
});

test('the sentence states inputs, result, meaning and rule', () => {
  expect(sentenceOfShares(sayIn('en-GB'), worked(sampleForShares(USUAL)))).toBe(
    'To find a change from 10% to 12%, you need 3,841 in each of two groups, 7,682 in all. ' +
      'If the change is real, the chance that the test finds it is 80%. ' +
      'If nothing changed, the chance of a false alarm is 5%. With fewer you may well miss a real change. ' +
      'Rule: sample size for two shares by the normal curve, two-sided, with groups of the same size.',
  );
});

test('where few events are expected, the sentence warns', () => {
  const thin = worked(sampleForShares({ ...USUAL, baseline: 0.05, target: 0.5 }));
  expect(thin.thin).toBe(true);
  expect(sentenceOfShares(sayIn('en-GB'), thin)).toContain('fewer than 5 are likely to turn out one way');
  expect(worked(sampleForShares(USUAL)).thin).toBe(false);
});
