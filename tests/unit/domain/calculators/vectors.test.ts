import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { costPerTransaction } from '#domain/calculators/cost-per-transaction.ts';
import { wilson } from '#domain/calculators/intervals.ts';
import { sampleForSurvey } from '#domain/calculators/survey.ts';
import { compareGroups } from '#domain/calculators/two-groups.ts';
import { sampleForMeans } from '#domain/calculators/two-means.ts';
import { sampleForShares } from '#domain/calculators/two-shares.ts';
import { sharedPath } from '#support/shared.ts';
import { worked } from '#support/worked.ts';

type Two = readonly [number, number];
interface Vectors {
  readonly sampleSizeTwoProportionsPerArm: readonly Record<'p1' | 'p2' | 'alpha' | 'power' | 'n', number>[];
  readonly sampleSizeTwoMeansPerArm: readonly Record<'sd' | 'difference' | 'alpha' | 'power' | 'n', number>[];
  readonly sampleSizeEstimateProportion: readonly (Record<'p' | 'marginOfError' | 'confidence' | 'n', number> & {
    readonly population: number | null;
  })[];
  readonly wilson95: readonly { readonly successes: number; readonly n: number; readonly interval: Two }[];
  readonly compareTwoProportions: readonly (Record<'x1' | 'n1' | 'x2' | 'n2', number> & {
    readonly zAndTwoSidedP: Two;
    readonly newcombe95DifferenceP2MinusP1: Two;
  })[];
  readonly costPerTransaction: readonly {
    readonly totalCost: number;
    readonly completedTransactions: number;
    readonly costPerTransaction: number | null;
  }[];
}

const path = sharedPath('reference/calculator-vectors.json');

describe.skipIf(path === null)('the reference values, to the digits given', () => {
  const vectors: Vectors = path === null ? noVectors() : JSON.parse(readFileSync(path, 'utf8'));
  const to = (places: number, figures: readonly number[]) => figures.map((one) => Number(one.toFixed(places)) + 0);

  test.each(vectors.sampleSizeTwoProportionsPerArm)(
    'two shares: $p1, $p2, $alpha, $power',
    ({ p1, p2, n, ...chances }) => {
      expect(worked(sampleForShares({ baseline: p1, target: p2, ...chances })).perGroup).toBe(n);
    },
  );

  test.each(vectors.sampleSizeTwoMeansPerArm)('two averages: $sd, $difference', ({ sd, n, ...asked }) => {
    expect(worked(sampleForMeans({ spread: sd, ...asked })).perGroup).toBe(n);
  });

  test.each(vectors.sampleSizeEstimateProportion)('a share: $p, $marginOfError, $population', (row) => {
    const { p: expected, marginOfError: margin, confidence, population, n } = row;
    expect(worked(sampleForSurvey({ expected, margin, confidence, population })).needed).toBe(n);
  });

  test.each(vectors.wilson95)('Wilson: $successes of $n', ({ successes, n, interval }) => {
    const { low, high } = wilson({ events: successes, total: n });
    expect(to(6, [low, high])).toEqual(interval);
  });

  test.each(vectors.compareTwoProportions)('two groups: $x1 of $n1, $x2 of $n2', (row) => {
    const result = compareGroups({
      firstEvents: row.x1,
      firstTotal: row.n1,
      secondEvents: row.x2,
      secondTotal: row.n2,
    });
    const { z, p, difference } = worked(result);
    expect([...to(5, [z]), ...to(6, [p])]).toEqual(row.zAndTwoSidedP);
    expect(to(5, [difference.low, difference.high])).toEqual(row.newcombe95DifferenceP2MinusP1);
  });

  test.each(vectors.costPerTransaction)('cost of one: $totalCost, $completedTransactions', (row) => {
    const { pounds } = worked(
      costPerTransaction({ totalCost: row.totalCost, transactions: row.completedTransactions }),
    );
    expect(pounds === null ? null : to(6, [pounds])[0]).toBe(row.costPerTransaction);
  });
});

/** `describe` reads its body even where it is skipped. */
function noVectors(): Vectors {
  return {
    sampleSizeTwoProportionsPerArm: [],
    sampleSizeTwoMeansPerArm: [],
    sampleSizeEstimateProportion: [],
    wilson95: [],
    compareTwoProportions: [],
    costPerTransaction: [],
  };
}
