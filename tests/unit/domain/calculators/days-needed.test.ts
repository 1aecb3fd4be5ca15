import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysNeeded, sentenceOfDays } from '#domain/calculators/days-needed.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

const days = (total: number, perDay: number) => worked(daysNeeded({ total, perDay })).days;

test('a day that was begun counts', () => {
  expect(days(7_682, 250)).toBe(31);
  expect(days(500, 250)).toBe(2);
  expect(days(501, 250)).toBe(3);
  expect(days(3, 250)).toBe(1);
  expect(days(6, 0.2)).toBe(30);
});

test('over 8 weeks is long', () => {
  expect(worked(daysNeeded({ total: 56, perDay: 1 })).long).toBe(false);
  expect(worked(daysNeeded({ total: 57, perDay: 1 })).long).toBe(true);
});

test('enough come in those days, and would not have come a day earlier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 5_000 }), (total, perDay) => {
      const needed = days(total, perDay);
      return needed * perDay >= total && (needed - 1) * perDay < total;
    }),
  );
});

test('nobody a day, and a wait of a hundred years, are refused', () => {
  expect(daysNeeded({ total: 100, perDay: 0 })).toEqual({ refused: 'not-positive', field: 'perDay' });
  expect(daysNeeded({ total: 100, perDay: 0.001 })).toEqual({ refused: 'too-slow', field: 'perDay' });
  expect(daysNeeded({ total: 1.5, perDay: 2 })).toEqual({ refused: 'not-whole', field: 'total' });
  expect(daysNeeded({ total: null, perDay: 2 })).toEqual({ refused: 'missing', field: 'total' });
});

test('the sentence warns of a long test', () => {
  const sentence = (total: number, perDay: number) =>
    sentenceOfDays(sayIn('en-GB'), worked(daysNeeded({ total, perDay })));
  expect(sentence(7_682, 250)).toBe(
    'You need 7,682 in all, and 250 that count come each day. The test takes 31 days. ' +
      'That is within 8 weeks. Run the test for whole weeks, so that each day of the week counts alike. ' +
      'Rule: total needed divided by visits that count each day, rounded up, with a warning over 8 weeks.',
  );
  expect(sentence(7_682, 100)).toContain(
    'The test takes 77 days. That is about 11 weeks, and more than 8 weeks is too long',
  );
  expect(sentence(1, 10)).toContain('The test takes 1 day.');
});
