import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SmallestShareAsked, sentenceOfSmallestShare, smallestShare } from '#domain/calculators/smallest-share.ts';
import { sampleForShares } from '#domain/calculators/two-shares.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

const USUAL: SmallestShareAsked = { baseline: 0.1, perGroup: 3_841, alpha: 0.05, power: 0.8 };

// Found by halving in Python.
test.each([
  [0.1, 3841, 0.05, 0.8, 0.11999958657091372, 0.0816330017473188],
  [0.1, 500, 0.05, 0.8, 0.15946668113388413, 0.05296460308887062],
  [0.5, 100, 0.05, 0.8, 0.6932251509298101, 0.3067748490701899],
  [0.02, 100, 0.05, 0.8, 0.12074109888590595, null],
  [0.97, 60, 0.05, 0.9, null, 0.7764585151111052],
])('%d with %d at %d and %d: up to %j, down to %j', (baseline, perGroup, alpha, power, rise, fall) => {
  const found = worked(smallestShare({ baseline, perGroup, alpha, power }));
  for (const [mine, theirs] of [
    [found.rise, rise],
    [found.fall, fall],
  ] as const) {
    if (theirs === null) expect(mine).toBeNull();
    else expect(mine).toBeCloseTo(theirs, 9);
  }
});

test('it undoes the sample size: the change found needs the number given, a smaller one needs more', () => {
  const share = fc.integer({ min: 2, max: 98 }).map((one) => one / 100);
  fc.assert(
    fc.property(share, fc.integer({ min: 20, max: 200_000 }), (baseline, perGroup) => {
      const found = smallestShare({ ...USUAL, baseline, perGroup });
      if ('refused' in found) return true;
      return [found.rise, found.fall].every((target) => {
        if (target === null) return true;
        const needs = (to: number) =>
          worked(sampleForShares({ baseline, target: to, alpha: 0.05, power: 0.8 })).perGroup;
        const nearer = baseline + (target - baseline) * 0.999;
        return needs(target) <= perGroup && needs(nearer) >= perGroup && target > baseline === (target === found.rise);
      });
    }),
  );
});

test('and the sample size undoes it', () => {
  const share = fc.integer({ min: 2, max: 98 }).map((one) => one / 100);
  fc.assert(
    fc.property(share, share, (baseline, target) => {
      fc.pre(baseline !== target);
      const { perGroup, given } = worked(sampleForShares({ baseline, target, alpha: 0.05, power: 0.8 }));
      const found = worked(smallestShare({ ...given, perGroup }));
      const back = target > baseline ? found.rise : found.fall;
      // The whole number in between is a little more than was needed.
      return back !== null && Math.abs(back - baseline) <= Math.abs(target - baseline) + 1e-12;
    }),
  );
});

test('more cases never find less', () => {
  const many = fc.integer({ min: 50, max: 100_000 });
  fc.assert(
    fc.property(many, many, (one, other) => {
      const few = worked(smallestShare({ ...USUAL, baseline: 0.4, perGroup: Math.min(one, other) }));
      const more = worked(smallestShare({ ...USUAL, baseline: 0.4, perGroup: Math.max(one, other) }));
      return (few.rise ?? 1) >= (more.rise ?? 1) && (few.fall ?? 0) <= (more.fall ?? 0);
    }),
  );
});

test('too small a group, and what is no group, are refused', () => {
  expect(smallestShare({ ...USUAL, baseline: 0.5, perGroup: 2 })).toEqual({
    refused: 'group-too-small',
    field: 'perGroup',
  });
  expect(smallestShare({ ...USUAL, perGroup: 0 })).toEqual({ refused: 'not-positive', field: 'perGroup' });
  expect(smallestShare({ ...USUAL, perGroup: 10.5 })).toEqual({ refused: 'not-whole', field: 'perGroup' });
  expect(smallestShare({ ...USUAL, baseline: null })).toEqual({ refused: 'missing', field: 'baseline' });
});

test('the sentence says how far up and down', () => {
  const sentence = (change: Partial<SmallestShareAsked>) =>
    sentenceOfSmallestShare(sayIn('en-GB'), worked(smallestShare({ ...USUAL, ...change })));
  expect(sentence({})).toBe(
    'With 3,841 in each of two groups and a share of 10% now, ' +
      'the smallest change you can count on finding is a rise to 12% or a fall to 8.16%. ' +
      'If the change is that large, the chance that the test finds it is 80%. ' +
      'If nothing changed, the chance of a false alarm is 5%. ' +
      'If you hope for less than that, the test is too small: a result of “no change” would tell you little. ' +
      'Rule: sample size for two shares by the normal curve, two-sided, worked backwards.',
  );
  expect(sentence({ baseline: 0.02, perGroup: 100 })).toContain('; no fall is large enough.');
  expect(sentence({ baseline: 0.97, perGroup: 60 })).toContain('; no rise is large enough.');
});
