import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorAt, findAnchor, sentencesOf } from '#domain/anchor.ts';

const PAGE = 'You may talk. Keep a log of each talk. Tell everyone.';
const at = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return anchorAt(text, start, start + words.length);
};
const found = (text: string, anchor: Parameters<typeof findAnchor>[1]): string | null => {
  const span = findAnchor(text, anchor);
  return span && text.slice(span.start, span.end);
};

describe('highlighted words', () => {
  test('are found again when the page has grown before and after them', () => {
    const anchor = at(PAGE, 'Keep a log');
    expect(found(`New lead. ${PAGE} And more.`, anchor)).toBe('Keep a log');
  });

  test('of several places are those with the same words around', () => {
    const anchor = at(PAGE, 'talk', PAGE.indexOf('each'));
    const later = `We talk here. ${PAGE}`;
    expect(findAnchor(later, anchor)?.start).toBe(later.indexOf('talk. Tell'));
  });

  test('are gone when they were changed', () => {
    expect(findAnchor('You must talk. Keep a book of each talk.', at(PAGE, 'Keep a log'))).toBeNull();
    expect(findAnchor(PAGE, { words: ' \n', before: '', after: '' })).toBeNull();
  });

  test('may be parted otherwise by white space', () => {
    const anchor = at('One\n\ntwo  three', 'two  three');
    expect(found('Onetwo\nthree', anchor)).toBe('two\nthree');
  });

  test('any stretch that does not begin or end in white space is found where it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(80), fc.nat(80), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const words = text.slice(start, end);
        fc.pre(words !== '' && words.trim() === words);
        expect(found(text, anchorAt(text, start, end))).toBe(words);
      }),
    );
  });
});

test('a text is offered as sentences, each once', () => {
  expect(sentencesOf('One is here. Two is there.\nOne is here.', 'en-GB')).toEqual(['One is here.', 'Two is there.']);
});
