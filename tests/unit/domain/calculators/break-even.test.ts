import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakEven, sentenceOfBreakEven } from '#domain/calculators/break-even.ts';
import { sayIn } from '#domain/words/words.ts';
import { worked } from '#support/worked.ts';

const even = (oneOffCost: number | null, unitCostNow: number | null, unitCostThen: number | null) =>
  breakEven({ oneOffCost, unitCostNow, unitCostThen });
const transactions = (...costs: readonly [number, number, number]) => worked(even(...costs)).transactions;

test('the last one that is needed is counted whole', () => {
  expect(transactions(120_000, 4.5, 0.5)).toBe(30_000);
  expect(transactions(120_001, 4.5, 0.5)).toBe(30_001);
  expect(transactions(300, 0.3, 0.2)).toBe(3_000);
  expect(transactions(0, 4.5, 0.5)).toBe(0);
});

test('it is enough, and one less is not', () => {
  const pence = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), pence, pence, (oneOff, one, other) => {
      fc.pre(one !== other);
      const [then, now] = [Math.min(one, other), Math.max(one, other)];
      const needed = transactions(oneOff, now / 100, then / 100);
      return needed * (now - then) >= oneOff * 100 && (needed - 1) * (now - then) < oneOff * 100;
    }),
  );
});

test('what saves nothing never breaks even', () => {
  expect(even(100, 2, 2)).toEqual({ refused: 'no-saving', field: 'unitCostThen' });
  expect(even(100, 2, 3)).toEqual({ refused: 'no-saving', field: 'unitCostThen' });
  expect(even(100, 2e-320, 0)).toEqual({ refused: 'no-saving', field: 'unitCostThen' });
  expect(even(-100, 2, 1)).toEqual({ refused: 'negative', field: 'oneOffCost' });
  expect(even(100, null, 1)).toEqual({ refused: 'missing', field: 'unitCostNow' });
});

test('the sentence states inputs, result, meaning and rule', () => {
  expect(sentenceOfBreakEven(sayIn('en-GB'), worked(even(120_000, 4.5, 0.5)))).toBe(
    'Each transaction done the new way costs £0.50 instead of £4.50, which saves £4. ' +
      'The one-off cost of £120,000 is paid after 30,000 transactions. ' +
      'If fewer than that move, the change costs more than it saves. Costs that come every year are not in this. ' +
      'Rule: one-off cost divided by the saving on each transaction, rounded up.',
  );
});
