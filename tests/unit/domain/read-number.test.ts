import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasOtherSign, numberFault, readNumber } from '#domain/read-number.ts';

test.each([
  ['£1,200', '£', 1200],
  ['1200', '', 1200],
  ['£1,200.50', '£', 1200.5],
  ['£ 1 200', '£', 1200],
  ['1 200 000', '', 1_200_000],
  ['12.5%', '%', 12.5],
  ['12.5 %', '%', 12.5],
  ['12.5 %', '% of letters', 12.5],
  ['12.5%', 'per cent', 12.5],
  ['£3', 'pounds a letter', 3],
  ['.5', '', 0.5],
  ['0.125', '', 0.125],
  ['2.375', 'days', 2.375],
  ['1,200.5', '', 1200.5],
  ['−3', '', -3],
  ['-£3', '£', -3],
  ['+4', '', 4],
  ['£1.2m', '£', 1_200_000],
  ['£1.1k', '£', 1100],
  ['2 million', '', 2_000_000],
  ['40 people', 'people', 40],
  ['40 People ', 'people', 40],
  ['0', '', 0],
  ['-0', '', 0],
])('“%s” in “%s” is %d', (text, unit, value) => {
  expect(readNumber(text, unit)).toBe(value);
});

test('nothing written is no number, and no error', () => {
  expect(readNumber('')).toBeNull();
  expect(readNumber(' \u00a0 ')).toBeNull();
});

test.each([
  'about ten',
  '1,2',
  '1.2.3',
  '1.200',
  '12.500',
  '12,34,567',
  '1e5',
  '£',
  '%',
  '.',
  '-',
  '10-20',
  '½',
  'Infinity',
  '0x10',
  '40 people',
])('“%s” is not guessed at', (text) => {
  expect(readNumber(text)).toBeUndefined();
});

test.each([
  ['50%', '£'],
  ['£50%', '£'],
  ['35.5%', ''],
  ['£800', ''],
  ['£800', '%'],
  ['20%', 'people'],
  ['-£3', 'people'],
])('“%s” in “%s” has the sign of another unit', (text, unit) => {
  expect(readNumber(text, unit)).toBeUndefined();
  expect(hasOtherSign(text, unit)).toBe(!text.startsWith('£50%'));
});

test('pounds with a third decimal may be thousands', () => {
  for (const text of ['1.200', '£12.375', '1.234']) expect(readNumber(text, '£')).toBeUndefined();
  expect(readNumber('£1.25', '£')).toBe(1.25);
});

test('a figure in its own unit has no other sign, nor have words', () => {
  for (const [text, unit] of [
    ['50%', '%'],
    ['£5', '£'],
    ['5', ''],
    ['about 5%', ''],
    ['', ''],
  ] as const)
    expect(hasOtherSign(text, unit)).toBe(false);
});

test('whatever is typed ends in a finite number, nothing, or no answer', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ maxLength: 5 }), (text, unit) => {
      const found = readNumber(text, unit);
      expect(found === null || found === undefined || Number.isFinite(found)).toBe(true);
    }),
  );
});

test.each([
  [12, 'count', null],
  [2.5, 'count', 'count'],
  [0, 'count', 'count'],
  [-3, 'count', 'count'],
  [0, 'amount', null],
  [-3, 'amount', 'below'],
  [1e13, 'amount', 'large'],
  [1e13, 'count', 'large'],
  [-1e13, 'figure', null],
  [-1e16, 'figure', 'large'],
] as const)('%d as a %s: %s', (value, kind, fault) => {
  expect(numberFault(value, kind)).toBe(fault);
});
