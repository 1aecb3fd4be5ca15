import type { Say } from '../words/words.ts';
import { moneyWords } from './amounts.ts';
import { type Asked, check, count, notNegative } from './check.ts';
import { isRefused, type Refusal } from './refusal.ts';

type CostFields = 'totalCost' | 'transactions';

export type CostAsked = Asked<CostFields>;

/** `pounds` is `null` where a figure is not known or nothing was completed: there is no cost for each of none. */
export interface CostPerTransaction {
  readonly given: CostAsked;
  readonly pounds: number | null;
}

export function costPerTransaction(asked: CostAsked): CostPerTransaction | Refusal {
  const { totalCost, transactions } = asked;
  // An unknown figure hides no mistake in the other one.
  const checked = check(
    { totalCost: totalCost ?? 0, transactions: transactions ?? 0 },
    { totalCost: notNegative, transactions: count },
  );
  if (isRefused(checked)) return checked;
  const isKnown = totalCost !== null && transactions !== null && transactions > 0;
  return { given: { totalCost, transactions }, pounds: isKnown ? totalCost / transactions : null };
}

export function sentenceOfCost(say: Say, { given, pounds }: CostPerTransaction): string {
  if (pounds === null) return say('calculator.cost.none', { known: given.transactions === 0 ? 'yes' : 'no' });
  return [
    say('calculator.cost.sentence', {
      totalCost: moneyWords(say, given.totalCost ?? 0),
      transactions: given.transactions ?? 0,
      each: moneyWords(say, pounds),
    }),
    say('calculator.cost.meaning'),
    say('calculator.cost.rule'),
  ].join(' ');
}
