import type { Say } from '../words/words.ts';
import { moneyWords, rounded, shareWords } from './amounts.ts';
import { type Asked, amount, check, type Given } from './check.ts';
import { seeded } from './random.ts';
import { isRefused, type Refusal } from './refusal.ts';

type RangeFields = 'low' | 'likely' | 'high';

/** A guess as a range, pounds. Costs that are set against benefits are `taken`, everything else is `added`. */
export type PartAsked = Asked<RangeFields> & { readonly name: string; readonly counts: 'added' | 'taken' };

export interface Drawn {
  readonly given: readonly (Given<RangeFields> & Pick<PartAsked, 'name' | 'counts'>)[];
  /** Pounds that 1 in 10, half, and 9 in 10 of the draws lie below. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Share of the draws above nothing. */
  readonly above: number;
}

const DRAWS = 5_000;
const SEED = 20_260_101;
export const MOST_PARTS = 50;

/** Adds up triangular ranges 5,000 times. The same ranges give the same answer on every machine. */
export function monteCarlo(rows: readonly PartAsked[]): Drawn | Refusal {
  if (rows.length === 0) return { refused: 'list-empty', field: 'parts' };
  if (rows.length > MOST_PARTS) return { refused: 'list-too-long', field: 'parts' };
  const given: Drawn['given'][number][] = [];
  for (const [at, { name, counts, ...row }] of rows.entries()) {
    const checked = check(row, { low: amount, likely: amount, high: amount }, at + 1);
    if (isRefused(checked)) return checked;
    if (checked.given.low > checked.given.likely) return { refused: 'not-in-order', field: 'likely', row: at + 1 };
    if (checked.given.likely > checked.given.high) return { refused: 'not-in-order', field: 'high', row: at + 1 };
    given.push({ name, counts, ...checked.given });
  }

  const next = seeded(SEED);
  const sums = new Float64Array(DRAWS);
  // Part by part: one more at the end leaves the draws of the others as they were.
  for (const one of given) {
    const sign = one.counts === 'added' ? 1 : -1;
    for (let draw = 0; draw < DRAWS; draw++) sums[draw] = (sums[draw] ?? 0) + sign * triangular(one, next());
  }
  sums.sort();
  const above = sums.filter((sum) => sum > 0).length / DRAWS;
  return { given, p10: percentile(sums, 0.1), p50: percentile(sums, 0.5), p90: percentile(sums, 0.9), above };
}

/** The value of a triangular distribution that a share lies below. Square roots only: they are exact everywhere. */
export function triangular({ low, likely, high }: Given<RangeFields>, below: number): number {
  const width = high - low;
  if (width === 0) return low;
  return below < (likely - low) / width
    ? low + Math.sqrt(below * width * (likely - low))
    : high - Math.sqrt((1 - below) * width * (high - likely));
}

/** Between neighbours in proportion, as spreadsheets do. */
function percentile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const at = Math.floor(place);
  const low = sorted[at] ?? 0;
  return low + ((sorted[at + 1] ?? low) - low) * (place - at);
}

export function sentenceOfMonteCarlo(say: Say, { given, p10, p50, p90, above }: Drawn): string {
  const parts = given.map((one) =>
    say('calculator.draws.part', {
      name: one.name.trim() === '' ? say('calculator.draws.nameless') : one.name.trim(),
      counts: one.counts,
      low: moneyWords(say, one.low),
      likely: moneyWords(say, one.likely),
      high: moneyWords(say, one.high),
    }),
  );
  const hasTaken = given.some(({ counts }) => counts === 'taken');
  return [
    say('calculator.draws.sentence', { parts: parts.join('; '), draws: DRAWS }),
    say('calculator.draws.result', {
      p10: moneyWords(say, p10),
      p50: moneyWords(say, p50),
      p90: moneyWords(say, p90),
    }),
    ...(hasTaken ? [say('calculator.draws.above', { above: shareWords(say, rounded(above, 2)) })] : []),
    say('calculator.draws.meaning'),
    say('calculator.draws.rule', { draws: DRAWS }),
  ].join(' ');
}
