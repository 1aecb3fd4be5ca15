import type { Say } from '../words/words.ts';
import { moneyWords, roundedUp } from './amounts.ts';
import { type Asked, check, type Given, notNegative } from './check.ts';
import { isRefused, type Refusal } from './refusal.ts';

type BreakEvenFields = 'oneOffCost' | 'unitCostNow' | 'unitCostThen';

export type BreakEvenAsked = Asked<BreakEvenFields>;

export interface BreakEven {
  readonly given: Given<BreakEvenFields>;
  /** How many must be done the new way before the one-off cost is paid. */
  readonly transactions: number;
}

export function breakEven(asked: BreakEvenAsked): BreakEven | Refusal {
  const checked = check(asked, { oneOffCost: notNegative, unitCostNow: notNegative, unitCostThen: notNegative });
  if (isRefused(checked)) return checked;
  const { given } = checked;
  const saved = given.unitCostNow - given.unitCostThen;
  const transactions = roundedUp(given.oneOffCost / saved);
  // A saving of next to nothing would need more than can be counted.
  if (saved <= 0 || !Number.isSafeInteger(transactions)) return { refused: 'no-saving', field: 'unitCostThen' };
  return { given, transactions };
}

export function sentenceOfBreakEven(say: Say, { given, transactions }: BreakEven): string {
  const values = {
    oneOffCost: moneyWords(say, given.oneOffCost),
    unitCostNow: moneyWords(say, given.unitCostNow),
    unitCostThen: moneyWords(say, given.unitCostThen),
    saved: moneyWords(say, given.unitCostNow - given.unitCostThen),
    transactions,
  };
  return [
    say('calculator.breakEven.sentence', values),
    say('calculator.breakEven.meaning', values),
    say('calculator.breakEven.rule'),
  ].join(' ');
}
