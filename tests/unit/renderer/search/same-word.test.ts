import { expect, test } from 'vitest';
import { sameWord } from '#rooms/search/use-results.ts';

test('U9 one query goes on from another inside the same word', () => {
  expect(sameWord('sett', 'setting')).toBe(true);
  expect(sameWord('setting', 'sett')).toBe(true);
  expect(sameWord('how to sett', 'how to setting')).toBe(true);
});

test('one or two letters may still become anything', () => {
  expect(sameWord('se', 'set')).toBe(false);
  expect(sameWord('before a t', 'before a te')).toBe(false);
});

test('a new word, other words and an empty box are new questions', () => {
  expect(sameWord('setting', 'setting u')).toBe(false);
  expect(sameWord('tender', 'render')).toBe(false);
  expect(sameWord('', 'a')).toBe(false);
});
