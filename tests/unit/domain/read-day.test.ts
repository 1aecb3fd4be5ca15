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
  ['3rd of march', '2027-03-03'],
  ['31st of January', '2027-01-31'],
  ['the 3rd March', '2027-03-03'],
  ['on Wednesday the 3rd of March', '2027-03-03'],
  ['3 of march 2027', '2027-03-03'],
  ['March 3rd', '2027-03-03'],
  ['March the 3rd', '2027-03-03'],
  ['Wednesday, March 3rd, 27', '2027-03-03'],
  ['March 3, 2027', '2027-03-03'],
])('“%s” is %s', (text, day) => {
  expect(readDay(text, TODAY)).toBe(day);
});

// The 23rd is a Monday.
test.each([
  ['today', '2026-11-23'],
  ['Tomorrow', '2026-11-24'],
  ['yesterday', '2026-11-22'],
  ['Friday', '2026-11-27'],
  ['on fri', '2026-11-27'],
  // A weekday is never today: whoever means today says so.
  ['Monday', '2026-11-30'],
  ['this Friday', '2026-11-27'],
  ['next Friday', '2026-12-04'],
  ['next Mon.', '2026-11-30'],
  ['last Friday', '2026-11-20'],
  ['Thurs', '2026-11-26'],
  ['in 3 days', '2026-11-26'],
  ['in two weeks', '2026-12-07'],
  ['in a week', '2026-11-30'],
  ['Friday 13 Nov', '2026-11-13'],
])('B33 “%s” is %s', (text, day) => {
  expect(readDay(text, TODAY)).toBe(day);
});

test('B33 “next Friday” is the one of next week on every day of this one', () => {
  for (const today of ['2026-11-23', '2026-11-27', '2026-11-28', '2026-11-29'])
    expect(readDay('next Friday', today)).toBe('2026-12-04');
  expect(readDay('this Friday', '2026-11-29')).toBe('2026-11-27');
  expect(readDay('Friday', '2026-11-29')).toBe('2026-12-04');
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
  'next',
  'next week',
  'this',
  'in 3',
  'in 4000 weeks',
  'today 3',
  '31st of June',
  'June 31st',
  '3 of',
  '3rd of of March',
  // A day, or a year.
  'March 27',
  'March 3 27',
])('“%s” is not guessed at', (text) => {
  expect(readDay(text, TODAY)).toBeUndefined();
});
