import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MeansAsked, sampleForMeans, sentenceOfMeans } from '#domain/calculators/two-means.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

const USUAL: MeansAsked = { spread: 12, difference: 3, alpha: 0.05, power: 0.8 };
const perGroup = (change: Partial<MeansAsked>) => worked(sampleForMeans({ ...USUAL, ...change })).perGroup;

// From Python's statistics.NormalDist.
test.each([
  [12, 3, 0.05, 0.8, 252],
  [1.5, -0.25, 0.01, 0.9, 1072],
  [8, 2, 0.05, 0.8, 252],
])('a spread of %d and a difference of %d at %d and %d need %d', (spread, difference, alpha, power, needed) => {
  expect(perGroup({ spread, difference, alpha, power })).toBe(needed);
});

test('a huge difference still needs two: one figure has no spread', () => {
  expect(perGroup({ difference: 4_000 })).toBe(2);
});

const figure = fc.integer({ min: 1, max: 1_000 }).map((one) => one / 10);

test('more power never needs fewer, a fall needs what a rise needs, and the unit does not matter', () => {
  const power = fc.integer({ min: 50, max: 99 }).map((one) => one / 100);
  fc.assert(
    fc.property(figure, figure, power, power, (spread, difference, one, other) => {
      const low = perGroup({ spread, difference, power: Math.min(one, other) });
      return (
        low <= perGroup({ spread, difference, power: Math.max(one, other) }) &&
        perGroup({ spread, difference }) === perGroup({ spread, difference: -difference }) &&
        Math.abs(perGroup({ spread, difference }) - perGroup({ spread: spread * 60, difference: difference * 60 })) <= 1
      );
    }),
  );
});

test('what cannot be tested is refused, with the field', () => {
  const refusal = (change: Partial<MeansAsked>) => sampleForMeans({ ...USUAL, ...change });
  expect(refusal({ spread: 0 })).toEqual({ refused: 'not-positive', field: 'spread' });
  expect(refusal({ difference: 0 })).toEqual({ refused: 'no-difference', field: 'difference' });
  expect(refusal({ difference: 1e-6 })).toEqual({ refused: 'difference-too-small', field: 'difference' });
  expect(refusal({ difference: 1e-300 })).toEqual({ refused: 'difference-too-small', field: 'difference' });
  expect(refusal({ difference: null })).toEqual({ refused: 'missing', field: 'difference' });
});

test('the sentence states inputs, result, meaning and rule', () => {
  const sample = worked(sampleForMeans({ ...USUAL, spread: 4.2, difference: -1, power: 0.9 }));
  expect(sentenceOfMeans(sayIn('en-GB'), sample)).toBe(
    'To find a difference of 1 between two averages, where single figures have a spread of 4.2, ' +
      'you need 371 in each of two groups, 742 in all. ' +
      'If the change is real, the chance that the test finds it is 90%. ' +
      'If nothing changed, the chance of a false alarm is 5%. With fewer you may well miss a real change. ' +
      'Rule: sample size for two averages by the normal curve, two-sided, with groups of the same size. ' +
      'Spread is the standard deviation.',
  );
});
