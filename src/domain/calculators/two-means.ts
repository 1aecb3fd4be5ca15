import type { Say } from '../words/words.ts';
import { figureWords, roundedUp, shareWords } from './amounts.ts';
import { type Asked, alpha, amount, check, type Given, MOST_CASES, positive, power } from './check.ts';
import { quantile } from './normal.ts';
import { isRefused, type Refusal } from './refusal.ts';

type MeanFields = 'spread' | 'difference' | 'alpha' | 'power';

/** Two averages to be told apart; `spread` is the standard deviation, in the unit of `difference`. */
export type MeansAsked = Asked<MeanFields>;

export interface MeansSample {
  readonly given: Given<MeanFields>;
  readonly perGroup: number;
  readonly total: number;
}

/** One figure has no spread. */
const FEWEST = 2;

/** How many cases tell two averages apart. A fall is asked for as a difference below 0. */
export function sampleForMeans(asked: MeansAsked): MeansSample | Refusal {
  const checked = check(asked, { spread: positive, difference: amount, alpha, power });
  if (isRefused(checked)) return checked;
  const { given } = checked;
  if (given.difference === 0) return { refused: 'no-difference', field: 'difference' };
  const reach = quantile(1 - given.alpha / 2) + quantile(given.power);
  const perGroup = Math.max(FEWEST, roundedUp(2 * ((reach * given.spread) / given.difference) ** 2));
  if (2 * perGroup > MOST_CASES) return { refused: 'difference-too-small', field: 'difference' };
  return { given, perGroup, total: 2 * perGroup };
}

export function sentenceOfMeans(say: Say, { given, perGroup, total }: MeansSample): string {
  const values = {
    spread: figureWords(say, given.spread),
    difference: figureWords(say, Math.abs(given.difference)),
    alpha: shareWords(say, given.alpha),
    power: shareWords(say, given.power),
    perGroup,
    total,
  };
  return [
    say('calculator.means.sentence', values),
    say('calculator.sample.meaning', values),
    say('calculator.means.rule'),
  ].join(' ');
}
