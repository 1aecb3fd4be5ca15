import { describe, expect, test } from 'vitest';
import { gatesOf, isMet } from '../../bench/search/gates.mjs';
import { bestPeer, jsonOf, lessIsBetter, meanReports, ratiosOf } from '../../bench/search/report.mjs';
import { medianSpeed } from '../../bench/search/rounds.mjs';

const known = (complete: number) => ({ complete, half_typed: 0.5, one_typo: 0.5, queries: 300 });
const speed = (ms: number) => ({
  build_ms: ms,
  restore_ms: ms,
  heap_mb: ms,
  index_bytes: ms,
  short_p50_ms: ms,
  short_p95_ms: ms,
  long_p50_ms: ms,
  long_p95_ms: ms,
  typing_p50_ms: ms,
  typing_p95_ms: ms,
});
const scale = (ms: number) => [{ documents: 10_000, ...speed(ms) }];
const cranfield = {
  collection: 'cranfield',
  documents: 1400,
  judged: 225,
  engines: [
    { engine: 'satchel', ndcg10: 0.55, known_item: known(0.9), scale: scale(1) },
    { engine: 'minisearch', ndcg10: 0.44, known_item: known(0.8), scale: scale(10) },
    { engine: 'flexsearch', ndcg10: 0.2, known_item: known(0.6), scale: scale(0.5) },
  ],
};
const other = {
  collection: 'other',
  documents: 10,
  judged: 5,
  engines: [
    { engine: 'satchel', ndcg10: 0.45, known_item: known(0.7), scale: scale(1) },
    { engine: 'minisearch', ndcg10: 0.36, known_item: known(0.8), scale: scale(10) },
    { engine: 'flexsearch', ndcg10: 0.6, known_item: known(0.9), scale: scale(0.5) },
  ],
};
const means = meanReports([cranfield.engines, other.engines]);
const gates = new Map(gatesOf([cranfield, other], means).map((gate) => [gate.figure, gate]));

describe('ratios', () => {
  test('the best peer has the most, or the least where less is better', () => {
    expect(['build_ms', 'heap_mb', 'index_bytes', 'empty'].every(lessIsBetter)).toBe(true);
    expect(['ndcg10', 'mrr10', 'recall100', 'complete'].some(lessIsBetter)).toBe(false);
    expect(bestPeer(cranfield.engines, 'ndcg10')).toEqual({ engine: 'minisearch', value: 0.44 });
    expect(bestPeer([{ engine: 'satchel', build_ms: 1 }], 'build_ms')).toBeNull();
    expect(
      ratiosOf([
        { engine: 'satchel', build_ms: 6, empty: 0 },
        { engine: 'a', build_ms: 4, empty: 0 },
        { engine: 'b', build_ms: 3 },
      ]),
    ).toEqual({
      build_ms: { peer: 'b', ratio: 2 },
    });
  });

  test('means are of what an engine has in every collection', () => {
    expect(means[0]?.ndcg10).toBeCloseTo(0.5, 10);
    expect(means[0]?.known_item?.complete).toBeCloseTo(0.8, 10);
    expect(meanReports([[{ engine: 'a', ndcg10: 1 }], [{ engine: 'a', left_out: 'it failed' }]])).toEqual([
      { engine: 'a' },
    ]);
  });

  test('medians over the rounds; memory that cannot be seen stays unseen', () => {
    expect(medianSpeed([speed(3), speed(1), speed(2)])).toEqual(speed(2));
    const { heap_mb: _, ...hidden } = speed(1);
    expect(medianSpeed([hidden])).toEqual(hidden);
  });
});

describe('gates', () => {
  test('of quality: the mean beside the best mean, each collection beside the best on it, Lucene where it is known', () => {
    // Means: ours 0.5, MiniSearch 0.4, FlexSearch 0.4.
    expect(gates.get('mean nDCG@10 ÷ best single peer')?.value).toBeCloseTo(1.25, 10);
    expect(gates.get('nDCG@10 on cranfield ÷ best peer')?.value).toBeCloseTo(1.25, 10);
    expect(gates.get('nDCG@10 on other ÷ best peer')).toMatchObject({
      value: expect.closeTo(0.75, 10),
      note: 'flexsearch',
    });
    expect(gates.get('nDCG@10 on cranfield ÷ Lucene')?.value).toBeCloseTo(0.55 / 0.517, 10);
    expect(gates.has('nDCG@10 on other ÷ Lucene')).toBe(false);
    expect(gates.get('known item, complete ÷ best peer')?.value).toBeCloseTo(0.8 / 0.8, 10);
  });

  test('of time: the fastest peer that ranks well, and MiniSearch', () => {
    const [first] = gatesOf([cranfield], cranfield.engines).filter(({ figure }) => figure.startsWith('short'));
    expect(first).toMatchObject({ value: 0.1, note: 'minisearch', gate: 0.25, aim: 0.12 });
    expect(gates.get('restore at 10,000 ÷ minisearch')).toMatchObject({ value: 0.1, note: 'minisearch', gate: 0.3 });
  });

  test('only what was measured has a gate', () => {
    expect([...gates.keys()].filter((figure) => figure.includes('100,000'))).toEqual([]);
    expect(gatesOf([], [{ engine: 'minisearch', ndcg10: 0.5 }])).toEqual([]);
  });

  test('are met from above or from below', () => {
    expect(isMet({ value: 1.01, gate: 1.01, atMost: false })).toBe(true);
    expect(isMet({ value: 1, gate: 1.01, atMost: false })).toBe(false);
    expect(isMet({ value: 0.25, gate: 0.25, atMost: true })).toBe(true);
    expect(isMet({ value: 0.3, gate: 0.25, atMost: true })).toBe(false);
  });
});

test('JSON: one collection by itself, several in a list with their means', () => {
  const one = jsonOf([cranfield], cranfield.engines, []);
  expect(one).toMatchObject({ collection: 'cranfield', engines: [{ engine: 'satchel', ndcg10: 0.55 }, {}, {}] });
  const several = jsonOf([cranfield, other], means, []);
  expect(several).toMatchObject({
    collections: [{ collection: 'cranfield' }, { collection: 'other' }],
    means: [{ engine: 'satchel' }, {}, {}],
  });
});
