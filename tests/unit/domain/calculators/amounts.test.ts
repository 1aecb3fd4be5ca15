import { expect, test } from 'vitest';
import { figureWords, moneyWords, rounded, roundedUp, shareWords } from '#domain/calculators/amounts.ts';
import { sayIn } from '#domain/words/words.ts';

const say = sayIn('en-GB');

test('money has separators, pence where they count, and a real minus', () => {
  expect([1_250_000, 2.604167, 2.5, 40, 999.99, 1_234.56, 0, 0.0023].map((one) => moneyWords(say, one))).toEqual([
    '£1,250,000',
    '£2.60',
    '£2.50',
    '£40',
    '£999.99',
    '£1,235',
    '£0',
    '£0.0023',
  ]);
  expect(moneyWords(say, -70_000)).toBe('−£70,000');
  expect(moneyWords(say, -0.000001)).toBe('£0');
});

test('shares and figures have the places they need', () => {
  expect([0.1, 0.125, 0.00025, 1, 0.07].map((one) => shareWords(say, one))).toEqual([
    '10%',
    '12.5%',
    '0.025%',
    '100%',
    '7%',
  ]);
  expect([4.2, 1_000, -3].map((one) => figureWords(say, one))).toEqual(['4.2', '1,000', '−3']);
  expect([0.4, -0.4, 0].map((one) => figureWords(say, one, true))).toEqual(['+0.4', '−0.4', '0']);
});

test('the noise of binary fractions does not add one', () => {
  expect(roundedUp(300 / (0.3 - 0.2))).toBe(3_000);
  expect(roundedUp(3_000.01)).toBe(3_001);
  expect(Object.is(roundedUp(-0.5), 0)).toBe(true);
  expect(rounded(2.675, 1)).toBe(2.7);
});
