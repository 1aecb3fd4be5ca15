import { expect, test } from 'vitest';
import { type CountedKind, countAll, passes } from '#search/facets.ts';
import { engineOf, page } from './small-corpus.ts';

const pages: readonly CountedKind[] = [
  { facts: { pack: 'a', stage: ['shape'], audience: ['policy', 'digital'], reviewed: '2026-11-01' }, sections: 2 },
  { facts: { pack: 'a', stage: ['buy', 'shape'], audience: ['commercial'], reviewed: '2025-06-30' }, sections: 3 },
  { facts: { pack: 'b', stage: [], audience: [] }, sections: 1 },
];
const reviewedDays = ['2026-05-23', '2024-11-23'];

test('every value is counted, also those of no answer', () => {
  const { total, unfiltered, counts } = countAll(pages, { reviewedDays }, ['policy', 'legal']);
  expect([total, unfiltered]).toEqual([6, 6]);
  expect(counts.packs).toEqual({ a: 5, b: 1 });
  expect(counts.stages).toMatchObject({ shape: 5, buy: 3, review: 0 });
  expect(counts.audiences).toEqual({ policy: 2, digital: 2, commercial: 3, legal: 0 });
  expect(counts.reviewed).toEqual({ '2026-05-23': 2, '2024-11-23': 5 });
});

test('each group is counted as if it were not applied itself', () => {
  const all = { packs: ['a'], stages: ['shape'] as const, audiences: ['policy'], reviewedSince: '2026-05-23' };
  const { total, unfiltered, counts } = countAll(pages, { ...all, reviewedDays });
  expect([total, unfiltered]).toEqual([2, 6]);
  expect(counts.packs).toEqual({ a: 2 });
  expect(counts.stages).toMatchObject({ shape: 2, buy: 0 });
  expect(counts.audiences).toEqual({ policy: 2, digital: 2 });
  expect(counts.reviewed).toEqual({ '2026-05-23': 2, '2024-11-23': 2 });
  const older = countAll(pages, { audiences: ['commercial'], reviewedSince: '2026-05-23', reviewedDays });
  expect(older.total).toBe(0);
  expect(older.counts.reviewed).toEqual({ '2026-05-23': 0, '2024-11-23': 3 });
});

test('a page that was never reviewed is in no stretch of time', () => {
  const never = { pack: 'a', stage: [], audience: [] };
  expect(passes(never, {})).toBe(true);
  expect(passes(never, { reviewedSince: '0001-01-01' })).toBe(false);
  expect(passes({ ...never, reviewed: '2026-05-23' }, { reviewedSince: '2026-05-23' })).toBe(true);
});

test('readers and review days come from the pages, whatever they are called', () => {
  const engine = engineOf({
    pack: 'p',
    packTitle: 'P',
    release: 1,
    pages: [
      page('one', 'Tender', 'tender', {}, { audience: ['__proto__', '__proto__'], reviewed: '2026-11-01' }),
      page('two', 'Tender again', 'tender', {}, { audience: ['policy'] }),
      page('three', 'Other', 'other', {}, { audience: ['nobody asks'] }),
    ],
  });
  const { counts } = engine.search('tender', { reviewedDays });
  expect(Object.entries(counts.audiences).sort()).toEqual([
    ['__proto__', 1],
    ['nobody asks', 0],
    ['policy', 1],
  ]);
  expect(engine.search('tender', { audiences: ['policy'] }).hits.map((hit) => hit.page)).toEqual(['two']);
  expect(engine.search('tender', { reviewedSince: '2026-05-23' }).hits.map((hit) => hit.page)).toEqual(['one']);
});
