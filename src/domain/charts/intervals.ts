import { z } from '../schema.ts';
import type { Say } from '../words/words.ts';
import { figure, label } from './figures.ts';

/** A figure with what bounds it, in the picture's unit; `low` and `high` are `null` where nobody gave an interval. */
export const spanSchema = z.object({
  name: label,
  value: figure,
  low: figure.nullable().default(null),
  high: figure.nullable().default(null),
  /** How many it is from. */
  n: figure.nullable().default(null),
  /** Looked for only after the plan was locked. */
  exploratory: z.boolean().default(false),
});

export type Span = z.infer<typeof spanSchema>;

/** A line that the figures are held against. `better` says on which side of it a test has worked. */
export const goalSchema = z.object({ value: figure, better: z.enum(['up', 'down']) });
export type Goal = z.infer<typeof goalSchema>;

/** Where a figure and its interval lie against a line; `reached` and `not` where there is no interval. */
export type Standing = 'clear' | 'near' | 'short' | 'missed' | 'reached' | 'not';

export function standing({ value, low, high }: Pick<Span, 'value' | 'low' | 'high'>, goal: Goal): Standing {
  const sign = goal.better === 'up' ? 1 : -1;
  const isPast = (one: number): boolean => (one - goal.value) * sign >= 0;
  if (low === null || high === null) return isPast(value) ? 'reached' : 'not';
  const [worst, best] = sign === 1 ? [low, high] : [high, low];
  if (isPast(worst)) return 'clear';
  if (isPast(value)) return 'near';
  return isPast(best) ? 'short' : 'missed';
}

/** How figures are written: with their unit, and where the unit was said already. */
export interface SpanUnits {
  readonly inUnit: (value: number) => string;
  readonly short: (value: number) => string;
}

/** "Short paper: 52% (interval 41% to 63%), from 120". */
export function spanWords(say: Say, span: Span, { inUnit, short }: SpanUnits): string {
  const { name, value, low, high, n, exploratory } = span;
  return say('chart.span', {
    name,
    value: inUnit(value),
    bounded: low === null || high === null ? 'no' : 'yes',
    low: short(low ?? 0),
    high: short(high ?? 0),
    counted: n === null ? 'no' : 'yes',
    n: n ?? 0,
    exploratory: exploratory ? 'yes' : 'no',
  });
}

/** The cells of a row: name, figure, low, high, from how many, kind. */
export function spanCells(say: Say, span: Span, inUnit: (value: number) => string): readonly string[] {
  const none = say('chart.none');
  return [
    span.name,
    inUnit(span.value),
    span.low === null ? none : inUnit(span.low),
    span.high === null ? none : inUnit(span.high),
    span.n === null ? none : say('chart.count', { n: span.n }),
    say('chart.found', { exploratory: span.exploratory ? 'yes' : 'no' }),
  ];
}
