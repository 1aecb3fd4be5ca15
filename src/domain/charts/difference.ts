import { rounded } from '../calculators/amounts.ts';
import type { Metric, Note } from '../note/record/note.ts';
import { z } from '../schema.ts';
import type { Say } from '../words/words.ts';
import { distanceIn, gapIn, label, tickIn, unitWords } from './figures.ts';
import { spansOf } from './groups.ts';
import { goalSchema, type Span, type SpanUnits, spanCells, spanSchema, spanWords, standing } from './intervals.ts';
import type { Spoken } from './spoken.ts';

/** How far each group lies from the first, against nothing and against the change that counts as a success. */
export const differenceSchema = z.object({
  kind: z.literal('difference'),
  of: label,
  unit: label,
  /** The group that the others are held against. */
  from: label,
  rows: z.array(spanSchema).min(1).max(100),
  goal: goalSchema.nullable().default(null),
});

export type DifferencePicture = z.infer<typeof differenceSchema>;

/** `null` with fewer than two groups. The success line is the way from the metric's baseline to its target. */
export function differencePicture(note: Pick<Note, 'results'>, metric: Metric): DifferencePicture | null {
  const [first, ...others] = spansOf(note, metric).slice(0, 101);
  if (!first || others.length === 0) return null;
  const { baseline, target, direction: better } = metric;
  const goal =
    baseline === null || target === null
      ? null
      : { value: rounded(target - baseline, Math.max(placesOf(target), placesOf(baseline))), better };
  const rows = others.map((other) => gap(first, other));
  return { kind: 'difference', of: metric.name, unit: metric.unit, from: first.name, rows, goal };
}

/** The interval of a difference made of two intervals, by squaring and adding; Newcombe's, where those are Wilson's. */
function gap(first: Span, other: Span): Span {
  const value = other.value - first.value;
  // As many places as the figures have: more would be made up.
  const places = Math.max(...[first, other].flatMap((one) => [one.value, one.low ?? 0, one.high ?? 0]).map(placesOf));
  const isBounded = first.low !== null && first.high !== null && other.low !== null && other.high !== null;
  return {
    name: other.name,
    value: rounded(value, places),
    low: isBounded
      ? rounded(value - Math.hypot(other.value - (other.low ?? 0), (first.high ?? 0) - first.value), places)
      : null,
    high: isBounded
      ? rounded(value + Math.hypot((other.high ?? 0) - other.value, first.value - (first.low ?? 0)), places)
      : null,
    n: null,
    exploratory: first.exploratory || other.exploratory,
  };
}

const placesOf = (value: number): number => {
  const [, fraction = ''] = String(value).split('.');
  return Math.min(6, fraction.includes('e') ? 6 : fraction.length);
};

export const gapUnits = (say: Say, unit: string): SpanUnits => ({
  inUnit: (value) => gapIn(say, value, unit),
  short: (value) => tickIn(say, value, unit, true),
});

/** Which way a difference lies; `unclear` where its interval holds 0, `unknown` where it has none. */
const wayOf = ({ low, high }: Span): 'higher' | 'lower' | 'unclear' | 'unknown' => {
  if (low === null || high === null) return 'unknown';
  return low > 0 ? 'higher' : high < 0 ? 'lower' : 'unclear';
};

export function spokenDifference(say: Say, { of, unit, from, rows, goal }: DifferencePicture): Spoken {
  const inUnit = (value: number) => gapIn(say, value, unit);
  const [first] = rows;
  const title = first
    ? say('chart.difference.title', {
        name: first.name,
        from,
        way: wayOf(first),
        value: distanceIn(say, first.value, unit),
      })
    : '';
  return {
    title,
    unit: say('chart.difference.unit', { of: unitWords(say, of, unit), from }),
    summary: [
      ...rows.flatMap((row) => [
        spanWords(say, row, gapUnits(say, unit)),
        say('chart.difference.way', { way: wayOf(row) }),
        ...(goal
          ? [say('chart.difference.standing', { standing: standing(row, goal), goal: inUnit(goal.value) })]
          : []),
      ]),
    ].join(' '),
    heads: [
      say('chart.head.group'),
      say('chart.head.difference'),
      say('chart.head.low'),
      say('chart.head.high'),
      say('chart.head.found'),
    ],
    rows: [
      ...rows.map((row) => spanCells(say, row, inUnit).filter((_, at) => at !== 4)),
      ...(goal
        ? [[say('chart.success'), inUnit(goal.value), ...Array<string>(3).fill(say('chart.notApplicable'))]]
        : []),
    ],
  };
}
