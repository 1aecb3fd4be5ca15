import { expect, test } from 'vitest';
import type { Hit } from '#search/results.ts';
import { evaluate, type Question } from '#tool/eval/evaluate.ts';

/** An engine that answers each query with sections of these pages. */
const answering = (pages: Readonly<Record<string, readonly string[]>>) => ({
  search: (query: string, { limit = 0, complete = false } = {}) => {
    expect([limit, complete]).toEqual([50, true]);
    const hits = (pages[query] ?? []).map((page) => ({ page }) as Hit);
    return { query, total: hits.length, hits } as never;
  },
});
const question = (query: string, pages: Readonly<Record<string, number>>): Question => ({
  query,
  pages: new Map(Object.entries(pages)),
});
const of = (found: readonly string[], pages: Readonly<Record<string, number>>) =>
  evaluate(answering({ q: found }), [question('q', pages)]).answers[0];

const LOG3 = Math.log2(3);

test('the right page first is all there is to gain', () => {
  expect(of(['a', 'b'], { a: 2 })).toEqual({ query: 'q', rank: 1, ndcg10: 1 });
  expect(of(['a', 'x', 'b'], { a: 2, b: 1 })?.ndcg10).toBeCloseTo((2 + 1 / 2) / (2 + 1 / LOG3), 12);
});

test('a helping page first is not the right one, but gains', () => {
  // (1 + 2 ÷ log2 3) ÷ (2 + 1 ÷ log2 3)
  const { rank, ndcg10 } = of(['b', 'a'], { a: 2, b: 1 }) ?? {};
  expect([rank, ndcg10]).toEqual([2, expect.closeTo(0.8597, 4)]);
});

test('a second section of a page takes a place and gains nothing', () => {
  expect(of(['a', 'a', 'b'], { a: 2, b: 2 })?.ndcg10).toBeCloseTo((2 + 2 / 2) / (2 + 2 / LOG3), 12);
});

test('beyond ten a result has a rank and no gain; beyond all it has neither', () => {
  const ten = Array.from({ length: 10 }, (_, at) => `x${at}`);
  expect(of([...ten, 'a'], { a: 2 })).toMatchObject({ rank: 11, ndcg10: 0 });
  expect(of([...ten.slice(1), 'a'], { a: 2 })).toMatchObject({
    rank: 10,
    ndcg10: expect.closeTo(1 / Math.log2(11), 12),
  });
  expect(of(ten, { a: 2 })).toMatchObject({ rank: null, ndcg10: 0 });
});

test('where nothing is graded 2 the pages graded 1 are right; without a page nothing is', () => {
  expect(of(['x', 'b'], { b: 1 })?.rank).toBe(2);
  expect(of(['x'], {})).toMatchObject({ rank: null, ndcg10: 0 });
});

test('the means are those of all questions', () => {
  const found = { one: ['a'], two: ['x', 'a'], four: ['x', 'y', 'z', 'a'], none: [], late: [...'bcdefghijkl', 'a'] };
  const questions = Object.keys(found).map((query) => question(query, { a: 2 }));
  const { ndcg10, mrr10, success1, success3, success5 } = evaluate(answering(found), questions);
  expect(mrr10).toBeCloseTo((1 + 1 / 2 + 1 / 4) / 5, 12);
  expect([success1, success3, success5]).toEqual([1 / 5, 2 / 5, 3 / 5]);
  expect(ndcg10).toBeCloseTo((1 + 1 / LOG3 + 1 / Math.log2(5)) / 5, 12);
  expect(evaluate(answering({}), [])).toMatchObject({ ndcg10: 0, mrr10: 0, success5: 0 });
});
