import { expect, test } from 'vitest';
import { readDay } from '#domain/read-day.ts';

const TODAY = '2026-11-23';

test.each([
  ['13 November 2026', '2026-11-13'],
  ['13\u00a0November\u00a02026', '2026-11-13'],
  ['Friday 13 nov 26', '2026-11-13'],
  ['13th Nov, 2026', '2026-11-13'],
  ['3/12/2026', '2026-12-03'],
  ['3.12.26', '2026-12-03'],
  ['2026-12-03', '2026-12-03'],
  ['29/2/2028', '2028-02-29'],
  // Without a year: the nearest such day.
  ['3 December', '2026-12-03'],
  ['5 January', '2027-01-05'],
  ['1/11', '2026-11-01'],
  ['3 Sept', '2026-09-03'],
])('“%s” is %s', (text, day) => {
  expect(readDay(text, TODAY)).toBe(day);
});

test('nothing written is no day, and no error', () => {
  expect(readDay('  ', TODAY)).toBeNull();
});

test.each([
  'soon',
  '31/2/2026',
  '29/2/2026',
  '13/13/2026',
  '13 Ju 2026',
  '3',
  '3 December 1066',
  '12/2026',
  '3 Decembre',
])('“%s” is not guessed at', (text) => {
  expect(readDay(text, TODAY)).toBeUndefined();
});
