import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Comparison,
  compareGroups,
  sentenceOfComparison,
  sentenceOfCounts,
} from '#domain/calculators/two-groups.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

const say = sayIn('en-GB');
const compare = (
  firstEvents: number | null,
  firstTotal: number | null,
  secondEvents: number | null,
  secondTotal: number | null,
) => compareGroups({ firstEvents, firstTotal, secondEvents, secondTotal });
const compared = (...counts: readonly [number, number, number, number]): Comparison => worked(compare(...counts));

// From Python's statistics.NormalDist.
test.each([
  [60, 400, 90, 410, 2.5462898534413476, 0.010887474332757718, 0.015998470578920496, 0.12255959289008063],
  [30, 80, 22, 75, -1.076133174338624, 0.28186770093474456, -0.22401011510203847, 0.06649610349900578],
  [500, 1_000, 400, 1_000, -4.494665749754946, 6.967931072798805e-6, -0.14303729012072808, -0.05642706415527438],
  [12, 40, 20, 38, 2.0310941015688853, 0.04224544969890487, 0.008507951228508004, 0.41707833324466925],
])('%d of %d and %d of %d', (x1, n1, x2, n2, z, p, low, high) => {
  const result = compared(x1, n1, x2, n2);
  expect(result.z).toBeCloseTo(z, 9);
  expect(result.p).toBeCloseTo(p, 9);
  expect(result.difference.low).toBeCloseTo(low, 9);
  expect(result.difference.high).toBeCloseTo(high, 9);
});

test('a verdict needs the interval and the test', () => {
  expect(compared(100, 1_000, 130, 1_000).verdict).toBe('higher');
  expect(compared(500, 1_000, 400, 1_000).verdict).toBe('lower');
  expect(compared(30, 80, 22, 75).verdict).toBe('unclear');
});

describe('too few', () => {
  test('under 5 events or non-events in a group leave the counts only', () => {
    const counts = { first: { events: 4, total: 40 }, second: { events: 9, total: 40 } };
    expect(compare(4, 40, 9, 40)).toEqual({ refused: 'too-few-events', field: 'firstEvents', counts });
    expect(compare(9, 40, 36, 40)).toMatchObject({ refused: 'too-few-events', field: 'secondEvents' });
    expect(compare(0, 4, 9, 40)).toMatchObject({ refused: 'too-few-events', field: 'firstEvents' });
    expect(compare(5, 40, 35, 40)).not.toHaveProperty('refused');
  });

  test('and the sentence gives them', () => {
    const refusal = compare(3, 1_200, 9, 1_180);
    if (!('counts' in refusal)) throw new Error('no counts');
    expect(sentenceOfCounts(say, refusal)).toBe(
      'Group A: 3 of 1,200. Group B: 9 of 1,180. Fewer than 5 in a group turned out one way. ' +
        'That is too few to compare, so only the counts are given. ' +
        'Rule: no comparison under 5 events or 5 non-events in a group.',
    );
  });
});

test('what is no count is refused, with the field', () => {
  expect(compare(12, 10, 9, 40)).toEqual({ refused: 'more-than-all', field: 'firstEvents' });
  expect(compare(9, 40, 41, 40)).toEqual({ refused: 'more-than-all', field: 'secondEvents' });
  expect(compare(9.5, 40, 9, 40)).toEqual({ refused: 'not-whole', field: 'firstEvents' });
  expect(compare(-1, 40, 9, 40)).toEqual({ refused: 'negative', field: 'firstEvents' });
  expect(compare(0, 0, 9, 40)).toEqual({ refused: 'not-positive', field: 'firstTotal' });
  expect(compare(9, 40, null, 40)).toEqual({ refused: 'missing', field: 'secondEvents' });
});

describe('what holds for every two groups', () => {
  const group = fc
    .integer({ min: 10, max: 20_000 })
    .chain((total) => fc.tuple(fc.integer({ min: 5, max: total - 5 }), fc.constant(total)));

  test('each interval holds its figure, and p is a share', () => {
    fc.assert(
      fc.property(group, group, (first, second) => {
        const { shares, difference, p } = compared(...first, ...second);
        return (
          p >= 0 &&
          p <= 1 &&
          [shares.first, shares.second, difference].every((one) => one.low <= one.value && one.value <= one.high)
        );
      }),
    );
  });

  test('groups that change places turn the result round', () => {
    const turned = { higher: 'lower', lower: 'higher', unclear: 'unclear' };
    fc.assert(
      fc.property(group, group, (first, second) => {
        const [there, back] = [compared(...first, ...second), compared(...second, ...first)];
        return (
          Math.abs(there.z + back.z) < 1e-9 &&
          Math.abs(there.p - back.p) < 1e-9 &&
          turned[there.verdict] === back.verdict
        );
      }),
    );
  });

  test('the same in both groups is never clear', () => {
    fc.assert(fc.property(group, (one) => compared(...one, ...one).verdict === 'unclear'));
  });
});

describe('the sentence', () => {
  test('states counts, intervals, chance, meaning and rule', () => {
    expect(sentenceOfComparison(say, compared(100, 1_000, 130, 1_000))).toBe(
      'Group A: 100 of 1,000, which is 10% (95% interval 8.3% to 12%). ' +
        'Group B: 130 of 1,000, which is 13% (95% interval 11.1% to 15.2%). ' +
        'Group B minus group A: +3 percentage points (95% interval +0.2 to +5.8 points; z = 2.1). ' +
        'If the groups were alike, chance alone would give a gap at least this wide in 3.5% of tests (p = 0.035). ' +
        'So group B very likely has the higher share. The true gap most likely lies within the interval. ' +
        'Rule: Wilson interval for each group, Newcombe interval for the difference, two-sided z test at the 5% level.',
    );
  });

  test('says when nothing is shown, and when chance is rare', () => {
    const unclear = sentenceOfComparison(say, compared(30, 80, 22, 75));
    expect(unclear).toContain('So the test does not show which group has the higher share.');
    expect(unclear).toContain('Group B minus group A: −8.2 percentage points');
    expect(sentenceOfComparison(say, compared(500, 1_000, 400, 1_000))).toContain(
      'less than once in 1,000 tests (p is less than 0.001).',
    );
  });

  test('gives rare shares the places they need', () => {
    expect(sentenceOfComparison(say, compared(20, 100_000, 25, 100_000))).toContain('which is 0.02% (95% interval');
  });
});
