import { expect, test } from 'vitest';
import { marksOf, wordsToMark } from '#search/marks.ts';
import { wordsOf } from '#search/words/analyse.ts';

const TEXT =
  'Suppliers may talk before a tender. The supplier writes; tendering and tenders follow. Use form SC-1234 at Llŷn.';
const marked = (query: string) => [...wordsToMark(query, wordsOf(TEXT))].sort();

test('words are marked in whatever form they stand', () => {
  expect(marked('supplier ')).toEqual(['supplier', 'suppliers']);
  expect(marked('tendered ')).toEqual(['tender', 'tendering', 'tenders']);
  expect(marked('llŷn ')).toEqual(['llyn']);
});

test('a word that is being typed marks all that it may become', () => {
  expect(marked('wri')).toEqual(['writes']);
  expect(marked('wri ')).toEqual([]);
});

test('a code is marked whole and in its parts', () => {
  expect(marked('SC-1234 ')).toEqual(['1234', 'sc', 'sc-1234']);
});

test('small words are not marked, and a word that is not on the page is not guessed at', () => {
  expect(marked('the a of ')).toEqual([]);
  expect(marked('suppler talk ')).toEqual(['talk']);
  expect(marked('')).toEqual([]);
});

test('words that questions are made of are marked only where nothing else is', () => {
  expect(marked('who may talk before ')).toEqual(['talk']);
  expect(marked('who may before ')).toEqual(['before', 'may']);
});

test('a link carries the words that were found in the stead of those that were typed', () => {
  const runs = [
    { text: 'Procurement', found: true },
    { text: ' of ', found: false },
    { text: 'suppliers', found: true },
    { text: 'contracts', found: true },
  ];
  expect(marksOf('procuremnt supplier contr', runs)).toBe('procurement procuremnt supplier contr');
  expect(marksOf(' supplier ', [{ text: 'suppliers', found: true }])).toBe('supplier ');
  expect(marksOf('supplier -tender stage:buy title:log', [])).toBe('supplier log');
});
