import type { Say } from '../words/words.ts';
import { figureWords, rounded, roundedUp } from './amounts.ts';
import { type Asked, check, type Given, positive, size } from './check.ts';
import { isRefused, type Refusal } from './refusal.ts';

type DaysFields = 'total' | 'perDay';

/** All cases of all groups, and how many that count come in a day. */
export type DaysAsked = Asked<DaysFields>;

export interface DaysNeeded {
  readonly given: Given<DaysFields>;
  readonly days: number;
  /** Longer than eight weeks: too much else changes meanwhile. */
  readonly long: boolean;
}

const LONG = 8 * 7;
/** A hundred years. */
const MOST = 36_525;

export function daysNeeded(asked: DaysAsked): DaysNeeded | Refusal {
  const checked = check(asked, { total: size, perDay: positive });
  if (isRefused(checked)) return checked;
  const { given } = checked;
  const days = Math.max(1, roundedUp(given.total / given.perDay));
  return days > MOST ? { refused: 'too-slow', field: 'perDay' } : { given, days, long: days > LONG };
}

export function sentenceOfDays(say: Say, { given, days, long }: DaysNeeded): string {
  const values = { total: given.total, perDay: figureWords(say, given.perDay), days };
  return [
    say('calculator.days.sentence', values),
    long
      ? say('calculator.days.long', { weeks: figureWords(say, rounded(days / 7, days < 700 ? 1 : 0)) })
      : say('calculator.days.short'),
    say('calculator.days.rule'),
  ].join(' ');
}
