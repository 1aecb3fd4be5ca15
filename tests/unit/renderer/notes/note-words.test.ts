import { expect, test } from 'vitest';
import { figureText, figureWithUnit } from '#domain/figure-text.ts';
import { readNumber } from '#domain/read-number.ts';
import { sayIn } from '#domain/words/words.ts';
import { metricWords } from '#rooms/notes/note/plan/plan-words.ts';
import { countWords, savedAt } from '#rooms/notes/note/save-words.ts';
import { readTags, writeTags } from '#rooms/notes/note/tags.ts';

const say = sayIn('en-GB');

test.each([
  [1200, '£', '£1,200'],
  [1200.5, '£', '£1,200.50'],
  [0.005, '£', '£0.005'],
  [-3, '£', '−£3'],
  [12.5, '%', '12.5%'],
  [40, 'people', '40'],
])('%d in %s is shown as %s, and reads as itself', (value, unit, text) => {
  expect(figureText(value, unit)).toBe(text);
  expect(readNumber(text, unit)).toBe(value);
});

test('a unit that is a word follows its figure in a sentence', () => {
  expect(figureWithUnit(40, 'people')).toBe('40\u00a0people');
  expect(figureWithUnit(40, '%')).toBe('40%');
});

test('a measure is a sentence, with what is known of it', () => {
  const metric = { id: 'm', name: 'Answers', unit: '%', role: 'primary', direction: 'up', source: '' } as const;
  expect(metricWords({ ...metric, baseline: 35, target: 60 }, say)).toBe('Main: Answers. Now 35%, target 60%.');
  expect(metricWords({ ...metric, baseline: 35, target: null }, say)).toBe('Main: Answers. Now 35%.');
  expect(metricWords({ ...metric, baseline: null, target: 60 }, say)).toBe('Main: Answers. Target 60%.');
  expect(metricWords({ ...metric, baseline: null, target: null }, say)).toBe('Main: Answers.');
});

test('signs of Markdown are no words', () => {
  expect(countWords('## Day 6\n\n- Two asked\n- - |  |\n')).toBe(4);
  expect(countWords('Mae’r tŷ’n wyrdd')).toBe(3);
  expect(countWords('')).toBe(0);
});

test('today is told by the time, another day with its date', () => {
  const now = new Date(2026, 10, 23, 15, 0);
  expect(savedAt(new Date(2026, 10, 23, 14, 2).toISOString(), now, 'en-GB')).toBe('14:02');
  expect(savedAt(new Date(2026, 10, 12, 9, 5).toISOString(), now, 'en-GB')).toMatch(/^12 November 2026.*09:05$/);
  expect(savedAt('long ago', now, 'en-GB')).toBe('long ago');
});

test('tags stand between commas, each once', () => {
  expect(readTags('letters,  take-up, Letters,,')).toEqual(['letters', 'take-up']);
  expect(writeTags(['letters', 'take-up'])).toBe('letters, take-up');
  expect(readTags('')).toEqual([]);
  expect(readTags('x'.repeat(61))).toBeUndefined();
});
