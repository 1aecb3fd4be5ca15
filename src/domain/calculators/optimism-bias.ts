import type { Say } from '../words/words.ts';
import { moneyWords, shareWords } from './amounts.ts';
import { type Asked, check, type Given, notNegative, uplift } from './check.ts';
import { isRefused, type Refusal } from './refusal.ts';

type OptimismFields = 'estimate' | 'uplift';

/** An early estimate of a cost, pounds, and the part of it to add because such estimates tend to be too low. */
export type OptimismAsked = Asked<OptimismFields>;

export interface Uplifted {
  readonly given: Given<OptimismFields>;
  readonly added: number;
  readonly pounds: number;
}

export function withOptimismBias(asked: OptimismAsked): Uplifted | Refusal {
  const checked = check(asked, { estimate: notNegative, uplift });
  if (isRefused(checked)) return checked;
  const { given } = checked;
  const added = given.estimate * given.uplift;
  return { given, added, pounds: given.estimate + added };
}

export function sentenceOfOptimismBias(say: Say, { given, added, pounds }: Uplifted): string {
  const values = {
    estimate: moneyWords(say, given.estimate),
    uplift: shareWords(say, given.uplift),
    added: moneyWords(say, added),
    pounds: moneyWords(say, pounds),
  };
  return [
    say('calculator.optimism.sentence', values),
    say('calculator.optimism.meaning'),
    say('calculator.optimism.rule'),
  ].join(' ');
}
