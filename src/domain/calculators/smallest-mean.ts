import type { Say } from '../words/words.ts';
import { figureWords, rounded, shareWords } from './amounts.ts';
import { type Asked, alpha, check, type Given, positive, power, size } from './check.ts';
import { quantile } from './normal.ts';
import { isRefused, type Refusal } from './refusal.ts';

type SmallestMeanFields = 'spread' | 'perGroup' | 'alpha' | 'power';

export type SmallestMeanAsked = Asked<SmallestMeanFields>;

/** `difference` is in the unit of the spread and holds both ways, up and down. */
export interface SmallestMean {
  readonly given: Given<SmallestMeanFields>;
  readonly difference: number;
}

/** The smallest difference of two averages that so many cases in each group can find. */
export function smallestMean(asked: SmallestMeanAsked): SmallestMean | Refusal {
  const checked = check(asked, { spread: positive, perGroup: size, alpha, power });
  if (isRefused(checked)) return checked;
  const { given } = checked;
  // One figure has no spread.
  if (given.perGroup < 2) return { refused: 'group-too-small', field: 'perGroup' };
  const reach = quantile(1 - given.alpha / 2) + quantile(given.power);
  return { given, difference: reach * given.spread * Math.sqrt(2 / given.perGroup) };
}

export function sentenceOfSmallestMean(say: Say, { given, difference }: SmallestMean): string {
  // Three figures, whatever the unit is.
  const places = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(difference))));
  const values = {
    spread: figureWords(say, given.spread),
    alpha: shareWords(say, given.alpha),
    power: shareWords(say, given.power),
    perGroup: given.perGroup,
    difference: figureWords(say, rounded(difference, places)),
  };
  return [
    say('calculator.smallestMean.sentence', values),
    say('calculator.smallest.meaning', values),
    say('calculator.smallestMean.rule'),
  ].join(' ');
}
