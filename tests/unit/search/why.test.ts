import { expect, test } from 'vitest';
import type { Why } from '#search/why.ts';
import { engage, engineOf } from './small-corpus.ts';

const engine = engineOf(engage);
const log = { pack: 'engage-early', page: 'law', section: 'the-meeting-log' };
const why = (query: string, hit: typeof log = log): Why | null => engine.why(query, hit);

test('words of the heading are named there, as typed, and not again', () => {
  expect(why('Meeting log ')).toEqual({
    found: { heading: ['Meeting', 'log'], title: [], surroundings: [], text: [] },
    read: [],
    beside: [['Meeting', 'log']],
    elsewhere: [],
    missing: [],
  });
});

test('words of the title, the text, the rest of the page and of no page of it', () => {
  expect(why('log law write contract settlement ')).toEqual({
    found: { heading: ['log'], title: ['law'], surroundings: [], text: ['write'] },
    read: [],
    beside: [],
    elsewhere: ['contract'],
    missing: ['settlement'],
  });
});

test('a misspelt word and the beginning of a word say as what they were read', () => {
  expect(why('the meetnig log ')?.beside).toEqual([['meeting', 'log']]);
  expect(why('meetnig mat')).toMatchObject({
    found: { heading: ['meeting'], text: ['matters'] },
    read: [
      { word: 'meetnig', as: 'misspelt', words: ['meeting'] },
      { word: 'mat', as: 'beginning', words: ['matters'] },
    ],
  });
});

test('a word that is there itself is not the beginning of another', () => {
  expect(why('sett', { ...log, page: 'settings', section: '' })?.read).toEqual([
    { word: 'sett', as: 'beginning', words: ['Setting'] },
  ]);
  const settle = why('settle', { ...log, page: 'settle', section: '' });
  expect(settle).toMatchObject({ found: { heading: ['Settling'], text: [] }, read: [] });
});

test('a page’s path and tags are its surroundings', () => {
  expect(why('pages', { ...log, section: '' })?.found).toMatchObject({ surroundings: ['pages'] });
});

test('words that a question is made of are not missed', () => {
  expect(why('how would I log contract ')).toMatchObject({ elsewhere: ['contract'], missing: [] });
});

test('needs no hit, only a section', () => {
  expect(why('settlement')).toMatchObject({ missing: ['settlement'] });
  expect(why('log', { ...log, section: 'gone' })).toBeNull();
});
