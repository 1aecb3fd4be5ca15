import { expect, test } from 'vitest';
import { joinLexicon } from '#search/lexicon.ts';
import { openPostings } from '#search/postings.ts';
import { buildSegment } from '#search/segment.ts';
import { mergeLists } from '#search/words/word-list.ts';
import { page } from './small-corpus.ts';

const part = (pack: string, ...texts: readonly string[]) => {
  const pages = texts.map((text, at) => page(`p${at}`, 'Notice', text));
  const segment = buildSegment({ pack, packTitle: pack, release: 1, pages });
  return { segment, postings: openPostings(segment) };
};

test('the words of all packs are one sorted list, each once with each of its stems', () => {
  const parts = [part('a', 'tenders early', 'bids'), part('b', 'tender early'), part('c', 'zebra', 'apples early')];
  const { lists, stems, frequencies, numbers } = joinLexicon(parts);
  const { words, wordStems } = mergeLists(lists);
  expect(words).toEqual('apples bids early notice p0 p1 pages tender tenders zebra'.split(' '));
  const stemOf = (word: string) => stems[wordStems[words.indexOf(word)] ?? -1];
  expect([stemOf('tenders'), stemOf('tender'), stemOf('early')]).toEqual(['tender', 'tender', 'earli']);
  expect(frequencies[numbers.get('earli') ?? -1]).toBe(3);
});

test('every stem has its own number in the segments that have it, and none in others', () => {
  const parts = [part('a', 'tenders'), part('b', 'zebra')];
  const { locals, globals, numbers } = joinLexicon(parts);
  const zebra = numbers.get('zebra') ?? -1;
  expect(locals[0]?.(zebra)).toBe(-1);
  expect(globals[1]?.[locals[1]?.(zebra) ?? -1]).toBe(zebra);
});
