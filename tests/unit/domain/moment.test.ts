import { expect, test } from 'vitest';
import { clockTime, localDay, momentWords } from '#domain/moment.ts';
import { shortened } from '#domain/shortened.ts';
import { sayIn } from '#domain/words/words.ts';

const say = sayIn('en-GB');
/** Two in the afternoon of a day, where the laptop is. */
const at = (year: number, month: number, day: number): string => new Date(year, month - 1, day, 14, 2).toISOString();
const words = (moment: string): string => momentWords(moment, '2026-11-23', 'en-GB', say);

test('a moment is said by the clock today and yesterday, by the day before that', () => {
  expect(words(at(2026, 11, 23))).toBe('Today, 14:02');
  expect(words(at(2026, 11, 22))).toBe('Yesterday, 14:02');
  expect(momentWords(at(2026, 11, 22), '2026-11-23', 'en-GB', say, { within: true })).toBe('yesterday, 14:02');
  expect(words(at(2026, 11, 19))).toBe('19\u00a0Nov\u00a02026');
  expect(words(at(2026, 11, 24))).toBe('24\u00a0Nov\u00a02026');
  expect(momentWords(at(2026, 11, 19), '2026-11-23', 'en-GB', say, { timed: true })).toBe(
    '19\u00a0Nov\u00a02026, 14:02',
  );
  expect(localDay(at(1970, 1, 2))).toBe('1970-01-02');
});

test('what is no moment is shown as it was written', () => {
  expect(words('yesterday')).toBe('yesterday');
  expect(clockTime('yesterday', 'en-GB')).toBe('yesterday');
});

test('B23 a note without a date says so, in a cell and in a sentence', () => {
  expect(words('')).toBe('Date not known');
  expect(momentWords('', '2026-11-23', 'en-GB', say, { within: true })).toBe('on a day not known');
});

test('a text is cut at a word, never in half a letter', () => {
  expect(shortened('Cost rule hit\n on day 9', 80)).toBe('Cost rule hit on day 9');
  expect(shortened('one two three four five', 20)).toBe('one two three four…');
  expect(shortened('👩👩👩👩', 3)).toBe('👩…');
  expect(shortened('a'.repeat(30), 10)).toBe(`${'a'.repeat(10)}…`);
});
