import { boundsFault } from '../note/bounds.ts';
import type { Metric, MetricResult, Note } from '../note/record/note.ts';
import { z } from '../schema.ts';
import type { Say } from '../words/words.ts';
import { figureIn, label, tickIn, unitWords } from './figures.ts';
import { goalSchema, type Span, type SpanUnits, spanCells, spanSchema, spanWords, standing } from './intervals.ts';
import type { Spoken } from './spoken.ts';

/** A dot and an interval for each group, against the target where there is one. */
export const groupsSchema = z.object({
  kind: z.literal('groups'),
  of: label,
  unit: label,
  rows: z.array(spanSchema).min(1).max(100),
  goal: goalSchema.nullable().default(null),
});

export type GroupsPicture = z.infer<typeof groupsSchema>;

/** The results of one metric that have a figure, in the order of the note. */
export function spansOf({ results }: Pick<Note, 'results'>, metric: Metric): readonly Span[] {
  const its = results.filter((result) => result.metric === metric.id);
  // A figure of no group is that of the whole.
  return its.flatMap((result) => spanOf({ ...result, group: result.group.trim() || metric.name }));
}

function spanOf({ group, value, low, high, n, exploratory }: MetricResult): readonly Span[] {
  if (value === null) return [];
  // Bounds that do not hold the figure bound nothing.
  const isBounded = low !== null && high !== null && boundsFault({ value, low, high }) === null;
  return [{ name: group, value, low: isBounded ? low : null, high: isBounded ? high : null, n, exploratory }];
}

/** The group that speaks for its metric in every picture: the best of those that were planned, wherever its row stands. */
export const speaksFor = (rows: readonly Span[], better: Metric['direction']): Span | undefined =>
  // What nobody planned to look for does not make the message.
  bestOf(
    rows.filter(({ exploratory }) => !exploratory),
    better,
  );

const bestOf = (rows: readonly Span[], better: Metric['direction']): Span | undefined =>
  rows.toSorted((one, other) => (better === 'down' ? one.value - other.value : other.value - one.value))[0];

export function groupsPicture(note: Pick<Note, 'results'>, metric: Metric): GroupsPicture | null {
  const rows = spansOf(note, metric).slice(0, 100);
  if (rows.length === 0) return null;
  const goal = metric.target === null ? null : { value: metric.target, better: metric.direction };
  return { kind: 'groups', of: metric.name, unit: metric.unit, rows: [...rows], goal };
}

export const groupUnits = (say: Say, unit: string): SpanUnits => ({
  inUnit: (value) => figureIn(say, value, unit),
  short: (value) => tickIn(say, value, unit),
});

export function spokenGroups(say: Say, { of, unit, rows, goal }: GroupsPicture): Spoken {
  const inUnit = (value: number) => figureIn(say, value, unit);
  const better = goal?.better ?? 'up';
  const best = speaksFor(rows, better) ?? bestOf(rows, better);
  if (!best) throw new Error('a picture of groups without one');
  const values = { name: best.name, value: inUnit(best.value), of };
  const title = goal
    ? say('chart.groups.against', { ...values, standing: standing(best, goal) })
    : rows.length === 1
      ? say('chart.groups.one', values)
      : say('chart.groups.highest', values);
  return {
    title,
    unit: unitWords(say, of, unit),
    summary: [
      ...rows.map((row) => spanWords(say, row, groupUnits(say, unit))),
      ...(goal ? [say('chart.groups.goal', { value: inUnit(goal.value), better: goal.better })] : []),
    ].join(' '),
    heads: [
      say('chart.head.group'),
      say('chart.head.figure'),
      say('chart.head.low'),
      say('chart.head.high'),
      say('chart.head.from'),
      say('chart.head.found'),
    ],
    rows: [
      ...rows.map((row) => spanCells(say, row, inUnit)),
      ...(goal ? [[say('chart.goal'), inUnit(goal.value), ...Array<string>(4).fill(say('chart.notApplicable'))]] : []),
    ],
  };
}
