import type { Say } from '../words/words.ts';
import { roundedUp, shareWords } from './amounts.ts';
import { type Asked, alpha, check, type Given, MOST_CASES, power, share } from './check.ts';
import { FEWEST_EVENTS } from './intervals.ts';
import { quantile } from './normal.ts';
import { isRefused, type Refusal } from './refusal.ts';

type ShareFields = 'baseline' | 'target' | 'alpha' | 'power';

/** Two shares to be told apart; `alpha` is the chance of a false alarm, `power` that of finding a real change. */
export type SharesAsked = Asked<ShareFields>;

export interface SharesSample {
  readonly given: Given<ShareFields>;
  readonly perGroup: number;
  readonly total: number;
  /** Fewer than five are expected on one side of a group, so that the result could not be compared. */
  readonly thin: boolean;
}

/** Cases for each group, not yet a whole number. The normal curve, two-sided, groups of the same size. */
export function casesForShares({ baseline: p1, target: p2, alpha, power }: Given<ShareFields>): number {
  const p = (p1 + p2) / 2;
  const chance = quantile(1 - alpha / 2) * Math.sqrt(2 * p * (1 - p));
  const real = quantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return (chance + real) ** 2 / (p1 - p2) ** 2;
}

/** How many cases tell two shares apart. */
export function sampleForShares(asked: SharesAsked): SharesSample | Refusal {
  const checked = check(asked, { baseline: share, target: share, alpha, power });
  if (isRefused(checked)) return checked;
  const { given } = checked;
  if (given.baseline === given.target) return { refused: 'no-difference', field: 'target' };
  const perGroup = roundedUp(casesForShares(given));
  if (2 * perGroup > MOST_CASES) return { refused: 'difference-too-small', field: 'target' };
  const rarest = Math.min(given.baseline, 1 - given.baseline, given.target, 1 - given.target);
  return { given, perGroup, total: 2 * perGroup, thin: rarest * perGroup < FEWEST_EVENTS };
}

export function sentenceOfShares(say: Say, { given, perGroup, total, thin }: SharesSample): string {
  const values = {
    baseline: shareWords(say, given.baseline),
    target: shareWords(say, given.target),
    alpha: shareWords(say, given.alpha),
    power: shareWords(say, given.power),
    perGroup,
    total,
  };
  return [
    say('calculator.shares.sentence', values),
    say('calculator.sample.meaning', values),
    ...(thin ? [say('calculator.shares.thin')] : []),
    say('calculator.shares.rule'),
  ].join(' ');
}
