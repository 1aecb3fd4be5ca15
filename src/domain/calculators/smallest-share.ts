import type { Say } from '../words/words.ts';
import { shareWords } from './amounts.ts';
import { type Asked, alpha, check, type Given, power, share, size } from './check.ts';
import { isRefused, type Refusal } from './refusal.ts';
import { casesForShares } from './two-shares.ts';

type SmallestShareFields = 'baseline' | 'perGroup' | 'alpha' | 'power';

export type SmallestShareAsked = Asked<SmallestShareFields>;

/** The nearest shares above and below that can be told from the baseline; `null` where none on that side can. */
export interface SmallestShare {
  readonly given: Given<SmallestShareFields>;
  readonly rise: number | null;
  readonly fall: number | null;
}

/** Halvings: after these the two ends are neighbours among binary fractions. */
const STEPS = 60;

/** The smallest change of a share that so many cases in each group can find. */
export function smallestShare(asked: SmallestShareAsked): SmallestShare | Refusal {
  const checked = check(asked, { baseline: share, perGroup: size, alpha, power });
  if (isRefused(checked)) return checked;
  const { given } = checked;
  const rise = nearest(given, 1);
  const fall = nearest(given, 0);
  if (rise === null && fall === null) return { refused: 'group-too-small', field: 'perGroup' };
  return { given, rise, fall };
}

/** Between the baseline and a limit. The further away, the fewer cases are needed, so halving finds the place. */
function nearest(given: Given<SmallestShareFields>, limit: 0 | 1): number | null {
  const isEnough = (target: number): boolean => casesForShares({ ...given, target }) <= given.perGroup;
  let tooNear = given.baseline;
  let far: number = limit;
  if (!isEnough(far)) return null;
  for (let step = 0; step < STEPS; step++) {
    const middle = (tooNear + far) / 2;
    if (isEnough(middle)) far = middle;
    else tooNear = middle;
  }
  // A share of nothing or of all has no room left, so it cannot be planned for.
  return far === limit ? null : far;
}

export function sentenceOfSmallestShare(say: Say, { given, rise, fall }: SmallestShare): string {
  const values = {
    baseline: shareWords(say, given.baseline),
    alpha: shareWords(say, given.alpha),
    power: shareWords(say, given.power),
    perGroup: given.perGroup,
    // Rounded away from the baseline: less cannot be found.
    rise: shareWords(say, Math.ceil((rise ?? 1) * 1e4 - 1e-6) / 1e4),
    fall: shareWords(say, Math.floor((fall ?? 0) * 1e4 + 1e-6) / 1e4),
    ways: rise === null ? 'fall' : fall === null ? 'rise' : 'both',
  };
  return [
    say('calculator.smallestShare.sentence', values),
    say('calculator.smallest.meaning', values),
    say('calculator.smallestShare.rule'),
  ].join(' ');
}
