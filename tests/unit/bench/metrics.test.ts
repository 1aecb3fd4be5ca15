import { describe, expect, test } from 'vitest';
import { meanQuality, qualityOf } from '../../bench/search/metrics.mjs';

const grades = new Map([
  ['a', 3],
  ['b', 1],
  ['c', 2],
  ['no', 0],
]);

describe('quality of a ranking', () => {
  test('the gain of a document is its grade, less further down', () => {
    // Found: b (1) first, nothing second, a (3) third: 1/log2(2) + 3/log2(4) = 1 + 1.5 = 2.5.
    // Best: 3/log2(2) + 2/log2(3) + 1/log2(4) = 3 + 1.261860 + 0.5 = 4.761860.
    const quality = qualityOf(['b', 'no', 'a'], grades);
    expect(quality?.ndcg10).toBeCloseTo(2.5 / 4.76186, 5);
    expect(quality?.recall10).toBeCloseTo(2 / 3, 10);
    expect(quality).toMatchObject({ mrr10: 1, empty: 0 });
  });

  test('the first relevant one counts for the reciprocal rank, not beyond ten', () => {
    const others = Array.from({ length: 20 }, (_, at) => `x${at}`);
    expect(qualityOf([...others.slice(0, 3), 'c'], grades)?.mrr10).toBe(0.25);
    expect(qualityOf([...others.slice(0, 10), 'c'], grades)).toMatchObject({ mrr10: 0, ndcg10: 0, recall10: 0 });
    expect(qualityOf([...others.slice(0, 10), 'c'], grades)?.recall100).toBeCloseTo(1 / 3, 10);
  });

  test('recall looks at one hundred', () => {
    const others = Array.from({ length: 99 }, (_, at) => `x${at}`);
    expect(qualityOf([...others, 'a', 'b'], grades)?.recall100).toBeCloseTo(1 / 3, 10);
  });

  test('a document that is listed twice counts once', () => {
    expect(qualityOf(['b', 'b', 'a'], grades)).toEqual(qualityOf(['b', 'a'], grades));
  });

  test('a best ranking has 1, even when more than ten are relevant', () => {
    const many = new Map(Array.from({ length: 20 }, (_, at) => [`d${at}`, 1] as const));
    expect(qualityOf([...many.keys()], many)).toEqual({ ndcg10: 1, recall10: 0.5, recall100: 1, mrr10: 1, empty: 0 });
  });

  test('grades below 0 are not relevant', () => {
    expect(qualityOf(['spam', 'a'], new Map([...grades, ['spam', -2]]))?.mrr10).toBe(0.5);
  });

  test('nothing found', () => {
    expect(qualityOf([], grades)).toEqual({ ndcg10: 0, recall10: 0, recall100: 0, mrr10: 0, empty: 1 });
  });

  test('a query without a relevant document says nothing', () => {
    expect(qualityOf(['a'], new Map([['a', 0]]))).toBeNull();
  });

  test('means', () => {
    const one = { ndcg10: 1, recall10: 0.5, recall100: 1, mrr10: 1, empty: 0 };
    const two = { ndcg10: 0, recall10: 0, recall100: 0.5, mrr10: 0, empty: 1 };
    expect(meanQuality([one, two])).toEqual({ ndcg10: 0.5, recall10: 0.25, recall100: 0.75, mrr10: 0.5, empty: 0.5 });
  });
});
