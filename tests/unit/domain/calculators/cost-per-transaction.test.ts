import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costPerTransaction, sentenceOfCost } from '#domain/calculators/cost-per-transaction.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

const cost = (totalCost: number | null, transactions: number | null) => costPerTransaction({ totalCost, transactions });
const pounds = (totalCost: number | null, transactions: number | null) => worked(cost(totalCost, transactions)).pounds;

test('the total is shared out', () => {
  expect(pounds(900, 400)).toBe(2.25);
  expect(pounds(0, 400)).toBe(0);
});

test('nothing in, nothing out, and no division by nothing', () => {
  expect(pounds(90_000, 0)).toBeNull();
  expect(pounds(null, 400)).toBeNull();
  expect(pounds(90_000, null)).toBeNull();
  expect(pounds(0, 0)).toBeNull();
});

test('what is no cost and no count is refused, even beside an unknown', () => {
  expect(cost(-1, 400)).toEqual({ refused: 'negative', field: 'totalCost' });
  expect(cost(1, -400)).toEqual({ refused: 'negative', field: 'transactions' });
  expect(cost(null, 4.5)).toEqual({ refused: 'not-whole', field: 'transactions' });
});

test('whatever is typed, it is a figure of pounds, nothing, or a refusal', () => {
  const any = fc.option(fc.oneof(fc.double(), fc.integer()));
  fc.assert(
    fc.property(any, any, (totalCost, transactions) => {
      const result = cost(totalCost, transactions);
      return 'refused' in result || result.pounds === null || (Number.isFinite(result.pounds) && result.pounds >= 0);
    }),
  );
});

test('the sentence says what one costs, or why nobody can say', () => {
  const sentence = (totalCost: number | null, transactions: number | null) =>
    sentenceOfCost(sayIn('en-GB'), worked(cost(totalCost, transactions)));
  expect(sentence(1_250_000, 480_000)).toBe(
    'A total cost of £1,250,000 for 480,000 completed transactions is £2.60 for each one. ' +
      'Compare it only with a figure that counts the same costs over the same time. ' +
      'Rule: total cost divided by completed transactions.',
  );
  expect(sentence(90_000, 0)).toBe(
    'No transaction was completed, so there is no cost for each one. Rule: total cost divided by completed transactions.',
  );
  expect(sentence(null, 12)).toContain('cannot be worked out');
});
