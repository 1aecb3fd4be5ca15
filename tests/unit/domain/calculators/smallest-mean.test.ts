import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SmallestMeanAsked, sentenceOfSmallestMean, smallestMean } from '#domain/calculators/smallest-mean.ts';
import { sampleForMeans } from '#domain/calculators/two-means.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

const USUAL: SmallestMeanAsked = { spread: 10, perGroup: 393, alpha: 0.05, power: 0.8 };

// From Python's statistics.NormalDist.
test.each([
  [10, 393, 0.05, 0.8, 1.9985847071690046],
  [4.2, 50, 0.05, 0.9, 2.72287306207111],
])('a spread of %d with %d at %d and %d finds %d', (spread, perGroup, alpha, power, difference) => {
  expect(worked(smallestMean({ spread, perGroup, alpha, power })).difference).toBeCloseTo(difference, 9);
});

test('it undoes the sample size, and the sample size undoes it', () => {
  const spread = fc.integer({ min: 1, max: 10_000 }).map((one) => one / 100);
  fc.assert(
    fc.property(spread, fc.integer({ min: 2, max: 1_000_000 }), (one, perGroup) => {
      const { difference } = worked(smallestMean({ ...USUAL, spread: one, perGroup }));
      return worked(sampleForMeans({ spread: one, difference, alpha: 0.05, power: 0.8 })).perGroup === perGroup;
    }),
  );
});

test('too small a group and no spread are refused', () => {
  expect(smallestMean({ ...USUAL, perGroup: 1 })).toEqual({ refused: 'group-too-small', field: 'perGroup' });
  expect(smallestMean({ ...USUAL, spread: 0 })).toEqual({ refused: 'not-positive', field: 'spread' });
});

test('the sentence gives three figures of the difference', () => {
  const sentence = (change: Partial<SmallestMeanAsked>) =>
    sentenceOfSmallestMean(sayIn('en-GB'), worked(smallestMean({ ...USUAL, ...change })));
  expect(sentence({})).toBe(
    'With 393 in each of two groups, where single figures have a spread of 10, ' +
      'the smallest difference between the averages that you can count on finding is 2. ' +
      'If the change is that large, the chance that the test finds it is 80%. ' +
      'If nothing changed, the chance of a false alarm is 5%. ' +
      'If you hope for less than that, the test is too small: a result of “no change” would tell you little. ' +
      'Rule: sample size for two averages by the normal curve, two-sided, worked backwards. ' +
      'Spread is the standard deviation.',
  );
  expect(sentence({ spread: 0.01 })).toContain('finding is 0.002.');
  expect(sentence({ spread: 1e6, perGroup: 50 })).toContain('finding is 560,317.');
});
