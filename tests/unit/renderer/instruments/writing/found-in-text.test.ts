import { Text } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { placesOf } from '#instruments/writing/found-in-text.ts';

const placed = (text: string, words: string): string[] =>
  placesOf(Text.of(text.split('\n')), words).map(({ from, to }) => text.slice(from, to));

describe('words in a text that is written', () => {
  test('are found apart from letter case and accents, composed or not', () => {
    expect(placed('Cafe, café and CAFE\u0301.', 'Café')).toEqual(['Cafe', 'café', 'CAFE\u0301']);
  });

  test('are found over the end of a line only as they stand', () => {
    expect(placed('six suppliers\nsix buyers', 'six suppliers')).toEqual(['six suppliers']);
    expect(placed('ŵythnos a Ŵyr', 'ŵy')).toEqual(['ŵy', 'Ŵy']);
  });

  test('signs of a pattern are only signs', () => {
    expect(placed('a.c abc (x)', 'a.c')).toEqual(['a.c']);
    expect(placed('a.c abc (x)', '(x)')).toEqual(['(x)']);
  });

  test('nothing asked for is nothing found', () => {
    expect(placed('words', '  ')).toEqual([]);
    expect(placed('words', '\u0301')).toEqual([]);
  });

  test('no more than 2,000 are marked', () => {
    expect(placed('a '.repeat(3_000), 'a')).toHaveLength(2_000);
  });
});
