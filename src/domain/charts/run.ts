import type { Day } from '../day.ts';
import type { Metric, Note } from '../note/record/note.ts';
import { readDay } from '../read-day.ts';
import { z } from '../schema.ts';
import type { Say } from '../words/words.ts';
import { day, dayWords, figure, figureIn, isDay, label, unitWords } from './figures.ts';
import type { Spoken } from './spoken.ts';

/** A figure day by day, with the median and the day the test began. */
export const runSchema = z.object({
  kind: z.literal('run'),
  of: label,
  unit: label,
  points: z
    .array(z.object({ day, value: figure }))
    .min(3)
    .max(2_000),
  start: day.nullable().default(null),
});

export type RunPicture = z.infer<typeof runSchema>;

/** Fewer points before the start say little about how things were. */
const FEWEST_BEFORE = 3;
const FEWEST_POINTS = 3;

/** Where every group of a metric is a day with its year, its results are a run; `null` otherwise. */
export function runPicture(note: Pick<Note, 'results' | 'dates'>, metric: Metric): RunPicture | null {
  const results = note.results.filter((result) => result.metric === metric.id && result.value !== null);
  const points = results.flatMap(({ group, value }) => {
    const at = dayIn(group);
    return at === null ? [] : [{ day: at, value: value ?? 0 }];
  });
  if (points.length < FEWEST_POINTS || points.length < results.length) return null;
  points.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const { start } = note.dates;
  return {
    kind: 'run',
    of: metric.name,
    unit: metric.unit,
    points,
    start: start !== null && isDay(start) ? start : null,
  };
}

/** The day that a group is named after. Without its year it would be another day each year, so it is none. */
function dayIn(group: string): Day | null {
  const read = readDay(group, '1990-06-30');
  return read && read === readDay(group, '2090-06-30') ? read : null;
}

/** The line that the points are held against: the median before the start, or of all where that is too few. */
export function medianLine({ points, start }: RunPicture): { readonly value: number; readonly of: 'before' | 'all' } {
  const before = start === null ? [] : points.filter((point) => point.day < start);
  const isEnough = before.length >= FEWEST_BEFORE;
  return { value: median((isEnough ? before : points).map(({ value }) => value)), of: isEnough ? 'before' : 'all' };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export function spokenRun(say: Say, picture: RunPicture): Spoken {
  const { of, unit, points, start } = picture;
  const inUnit = (value: number) => figureIn(say, value, unit);
  const line = medianLine(picture);
  const since = line.of === 'before' && start !== null ? points.filter((point) => point.day >= start) : [];
  const first = points[0]?.day ?? '';
  const last = points.at(-1)?.day ?? '';
  const counted = since.length > 0 ? since : points;
  const values = {
    of,
    median: inUnit(line.value),
    since: inUnit(median(since.map(({ value }) => value))),
    count: points.length,
    from: dayWords(say, first),
    to: dayWords(say, last),
    above: counted.filter(({ value }) => value > line.value).length,
    below: counted.filter(({ value }) => value < line.value).length,
    start: start === null ? '' : dayWords(say, start),
  };
  return {
    title: say(since.length > 0 ? 'chart.run.changed' : 'chart.run.steady', values),
    unit: unitWords(say, of, unit),
    summary: [
      say('chart.run.span', values),
      say('chart.run.median', { ...values, base: line.of }),
      say('chart.run.sides', { ...values, which: since.length > 0 ? 'since' : 'all' }),
    ].join(' '),
    heads: [say('chart.head.day'), say('chart.head.figure'), say('chart.head.when')],
    rows: points.map((point) => [
      dayWords(say, point.day),
      inUnit(point.value),
      say('chart.run.when', { when: start === null ? 'unknown' : point.day < start ? 'before' : 'since' }),
    ]),
  };
}
