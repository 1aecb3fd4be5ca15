import { describe, expect, test } from 'vitest';
import { findKnownItems, knownItems, misspell } from '../../bench/search/known-item.mjs';

/** Gives these numbers, in turn. */
const given = (...numbers: readonly number[]) => {
  let at = 0;
  return () => numbers[at++ % numbers.length] ?? 0;
};
const doc = (id: string, title: string) => ({ id, title, text: '' });

describe('known items', () => {
  test('three words of a title that matter, asked in three ways', () => {
    // 0: the first title; 0.5: from word 1 of the 0..1 possible; the typo at letter 1, "a" changed for it.
    const items = knownItems([doc('x', 'The price of a new museum ticket')], 1, given(0, 0.5, 0, 0, 0.5));
    expect(items).toEqual([
      { id: 'x', complete: 'new museum ticket', half: 'new museum tic', typo: 'new maseum ticket' },
    ]);
  });

  test('titles with fewer words, or with a third word too short to cut, are not asked for', () => {
    const docs = [doc('short', 'Two words'), doc('cut', 'Buying good food'), doc('no', 'The of and with 123 a-b')];
    expect(knownItems(docs)).toEqual([]);
  });

  test('the same each time, each title once, and no more than asked for', () => {
    const docs = Array.from({ length: 50 }, (_, at) => doc(`d${at}`, 'Planning guidance museum tickets trains'));
    const items = knownItems(docs);
    expect(items).toEqual(knownItems(docs));
    expect(new Set(items.map(({ id }) => id)).size).toBe(50);
    expect(knownItems(docs, 7)).toHaveLength(7);
    for (const { complete, half, typo } of items) {
      expect(complete.split(' ')).toHaveLength(3);
      expect(complete.startsWith(half)).toBe(true);
      expect(typo).not.toBe(complete);
    }
  });

  test.each([
    ['dropped', 0, 'msic'],
    ['added', 0.25, 'mausic'],
    ['changed', 0.5, 'masic'],
    ['swapped', 0.75, 'msuic'],
  ])('a letter is %s', (_, way, wrong) => {
    expect(misspell('music', given(0, 0, way))).toBe(wrong);
  });

  test('a change that changes nothing is not one', () => {
    // Letter 1 for the same letter ("a", number 0), then letter 1 dropped.
    expect(misspell('cabin', given(0, 0, 0.5, 0, 0, 0))).toBe('cbin');
  });

  test('the worth is 1 ÷ rank; the half word is asked as typing', async () => {
    const docs = [doc('other', 'Nothing'), doc('x', 'Price museum ticket')];
    const engine = {
      build: () => ({
        search: (query: string) => (query === 'price museum ticket' ? ['other', 'x'] : []),
        typed: () => ['x'],
        save: () => '',
      }),
      restore: () => {
        throw new Error('Not asked for');
      },
    };
    expect(await findKnownItems(engine, docs)).toEqual({ complete: 0.5, half_typed: 1, one_typo: 0, queries: 1 });
  });
});
