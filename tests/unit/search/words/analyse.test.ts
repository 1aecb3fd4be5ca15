import { describe, expect, test } from 'vitest';
import { ANALYSER, eachWord, fold, stemOf, wordsOf } from '#search/words/analyse.ts';

describe('words', () => {
  test.each([
    ['Plain words, in order.', ['plain', 'words', 'in', 'order']],
    ['Élan Llŷn ŵyl naïve', ['elan', 'llyn', 'wyl', 'naive']],
    ['SC-1234 and covid‑19', ['sc-1234', 'sc', '1234', 'and', 'covid-19', 'covid', '19']],
    ['version 3.5 of 2024', ['version', '3.5', 'of', '2024']],
    ['£10,000 a year', ['10000', 'a', 'year']],
    ["the team's don’t o'clock", ['the', 'team', 'dont', 'oclock']],
    ["servant’s servant's servantʼs", ['servant', 'servant', 'servant']],
    ['DB-12 DB‑12 DB–12 DB−12', Array.from({ length: 4 }, () => ['db-12', 'db', '12']).flat()],
    ['ＧＯＶ．ＵＫ GOV.UK', ['gov', 'uk', 'gov', 'uk']],
    ['user-centred end.Next', ['user', 'centred', 'end', 'next']],
    ['ﬁle ＵＫ４ ①', ['file', 'uk4', '1']],
    ['straße Øresund', ['strasse', 'oresund']],
    ['e\u0301lan', ['elan']],
    ['Закупки 調達', ['закупки', '調達']],
    ['', []],
    ['… — !?', []],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('stand where they are in the text', () => {
    const text = 'A ﬁne team’s SC-1234, twice';
    const pieces: string[] = [];
    eachWord(text, (_, start, end) => {
      pieces.push(text.slice(start, end));
    });
    expect(pieces).toEqual(['A', 'ﬁne', 'team', 'SC-1234', 'SC', '1234', 'twice']);
  });

  test('a visitor may read another text meanwhile', () => {
    const seen: string[] = [];
    eachWord('one two', (word) => seen.push(word, ...wordsOf('three')));
    expect(seen).toEqual(['one', 'three', 'two', 'three']);
  });

  test('very long ones are cut', () => {
    expect(fold('x'.repeat(5_000))).toHaveLength(64);
  });

  test('a long run of joined letters costs no more than its length', () => {
    const start = performance.now();
    expect(wordsOf('a-'.repeat(200_000))).toHaveLength(200_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('stems', () => {
  test.each([
    ['procurement', 'procured'],
    ['organisation', 'organizing'],
    ['organise', 'organized'],
    ['behaviour', 'behaviors'],
    ['centre', 'centers'],
    ['programme', 'programs'],
    ['licence', 'licenses'],
    ['setting', 'sets'],
    ['policies', 'policy'],
    ['evaluation', 'evaluate'],
  ])('%s is %s', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });

  test.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['hopping', 'hop'],
    ['relational', 'relat'],
    ['vietnamisation', 'vietnam'],
    ['adjustable', 'adjust'],
    ['controlling', 'control'],
    ['rate', 'rate'],
    ['sky', 'sky'],
    ['happy', 'happi'],
  ])('%s becomes %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });

  test('other languages and codes stay as they are', () => {
    expect(stemOf('cyflenwyr', 'cy')).toBe('cyflenwyr');
    expect(stemOf('sc-1234')).toBe('sc-1234');
  });
});

test('the analyser has a version that names the layout and its own behaviour', () => {
  expect(ANALYSER).toMatch(/^\d+-[0-9a-f]{4,8}$/);
});
