import type { Say } from '../words/words.ts';
import { figureWords, rounded, shareWords } from './amounts.ts';
import { type Asked, check, count, type Given, size } from './check.ts';
import { type Counted, FEWEST_EVENTS, type Interval, newcombe, wilson } from './intervals.ts';
import { cumulative } from './normal.ts';
import { type Field, isRefused, type Refusal } from './refusal.ts';

type GroupFields = 'firstEvents' | 'firstTotal' | 'secondEvents' | 'secondTotal';

/** How many of how many did it, in two groups. */
export type GroupsAsked = Asked<GroupFields>;

interface Groups {
  readonly first: Counted;
  readonly second: Counted;
}

/** Intervals are 95 %; shares and their difference (second minus first) lie between −1 and 1. */
export interface Comparison extends Groups {
  readonly shares: { readonly first: Interval; readonly second: Interval };
  readonly difference: Interval;
  readonly z: number;
  /** Two-sided: how often chance alone would give a gap this wide. */
  readonly p: number;
  /** Which way the second group lies; `unclear` unless the interval and the test both say so. */
  readonly verdict: 'higher' | 'lower' | 'unclear';
}

/** Too few for a comparison: the counts are all there is to say. */
export interface CountsOnly extends Refusal {
  readonly refused: 'too-few-events';
  readonly counts: Groups;
}

const LEVEL = 0.05;

export function compareGroups(asked: GroupsAsked): Comparison | CountsOnly | Refusal {
  const checked = check(asked, { firstEvents: count, firstTotal: size, secondEvents: count, secondTotal: size });
  if (isRefused(checked)) return checked;
  const { first, second } = groupsOf(checked.given);
  if (first.events > first.total) return { refused: 'more-than-all', field: 'firstEvents' };
  if (second.events > second.total) return { refused: 'more-than-all', field: 'secondEvents' };
  const thin: Field | null = isThin(first) ? 'firstEvents' : isThin(second) ? 'secondEvents' : null;
  if (thin !== null) return { refused: 'too-few-events', field: thin, counts: { first, second } };

  const difference = newcombe(first, second);
  const pooled = (first.events + second.events) / (first.total + second.total);
  const z = difference.value / Math.sqrt(pooled * (1 - pooled) * (1 / first.total + 1 / second.total));
  const p = 2 * cumulative(-Math.abs(z));
  const isClear = p < LEVEL && (difference.low > 0 || difference.high < 0);
  return {
    first,
    second,
    shares: { first: wilson(first), second: wilson(second) },
    difference,
    z,
    p,
    verdict: !isClear ? 'unclear' : z > 0 ? 'higher' : 'lower',
  };
}

const groupsOf = (given: Given<GroupFields>): Groups => ({
  first: { events: given.firstEvents, total: given.firstTotal },
  second: { events: given.secondEvents, total: given.secondTotal },
});

const isThin = ({ events, total }: Counted): boolean => Math.min(events, total - events) < FEWEST_EVENTS;

export function sentenceOfComparison(say: Say, comparison: Comparison): string {
  const { first, second, shares, difference, z, p, verdict } = comparison;
  const [low, value, high] = pointsWords(say, difference);
  return [
    groupWords(say, 'A', first, shares.first),
    groupWords(say, 'B', second, shares.second),
    say('calculator.groups.difference', { value, low, high, z: figureWords(say, rounded(z, 2)) }),
    say('calculator.groups.chance', { rare: p < 0.001 ? 'yes' : 'no', p: rounded(p, 3) }),
    say('calculator.groups.meaning', { verdict }),
    say('calculator.groups.rule'),
  ].join(' ');
}

/** The sentence of two groups that are too small to compare. */
export function sentenceOfCounts(say: Say, { counts: { first, second } }: CountsOnly): string {
  const values = {
    firstEvents: first.events,
    firstTotal: first.total,
    secondEvents: second.events,
    secondTotal: second.total,
  };
  return [say('calculator.groups.counts', values), say('calculator.groups.countsOnly')].join(' ');
}

function groupWords(say: Say, group: 'A' | 'B', { events, total }: Counted, interval: Interval): string {
  const [low, share, high] = atItsWidth(interval).map((one) => shareWords(say, one / 100));
  return say('calculator.groups.group', { group, events, total, share: share ?? '', low: low ?? '', high: high ?? '' });
}

function pointsWords(say: Say, interval: Interval): readonly [string, string, string] {
  const [low, value, high] = atItsWidth(interval);
  return [figureWords(say, low, true), figureWords(say, value, true), figureWords(say, high, true)];
}

/** In hundredths, with as many places as the width of the interval is worth. */
function atItsWidth({ low, value, high }: Interval): readonly [number, number, number] {
  const places = Math.min(4, Math.max(1, 1 - Math.floor(Math.log10((high - low) * 100))));
  return [rounded(low * 100, places), rounded(value * 100, places), rounded(high * 100, places)];
}
