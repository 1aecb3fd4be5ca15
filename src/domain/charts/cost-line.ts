import { exactMoneyWords, shareWords } from '../calculators/amounts.ts';
import { costMeter } from '../note/cost.ts';
import type { Note } from '../note/record/note.ts';
import { z } from '../schema.ts';
import type { Say } from '../words/words.ts';
import { day, dayWords, figure, isDay } from './figures.ts';
import type { Spoken } from './spoken.ts';

/** What was spent, added up day by day, against the cap. */
export const costSchema = z.object({
  kind: z.literal('cost'),
  /** In the order of days; pounds spent by the end of each. */
  points: z
    .array(z.object({ day, pounds: figure }))
    .min(1)
    .max(2_000),
  cap: figure.nullable().default(null),
  /** Spent on no known day; it is in no point. */
  undated: figure.default(0),
});

export type CostPicture = z.infer<typeof costSchema>;

export const NEAR_CAP = 0.8;

/** `null` where no cost has a day. */
export function costPicture(note: Pick<Note, 'costs' | 'costCap' | 'deviations'>): CostPicture | null {
  const { costs } = note;
  const dated = new Map<string, typeof costs>();
  const undatedCosts: typeof costs = [];
  for (const cost of costs) {
    if (cost.day !== null && isDay(cost.day)) dated.set(cost.day, [...(dated.get(cost.day) ?? []), cost]);
    else undatedCosts.push(cost);
  }
  if (dated.size === 0) return null;
  const days = [...dated.keys()].sort();
  const points = days.map((one, at) => {
    const until = days.slice(0, at + 1).flatMap((earlier) => dated.get(earlier) ?? []);
    return { day: one, pounds: costMeter({ ...note, costs: until }).spent };
  });
  const { spent: undated, cap } = costMeter({ ...note, costs: undatedCosts });
  return { kind: 'cost', points, cap, undated };
}

export function spokenCost(say: Say, { points, cap, undated }: CostPicture): Spoken {
  const spent = (points.at(-1)?.pounds ?? 0) + undated;
  const hasCap = cap !== null && cap > 0;
  const mark = (cap ?? 0) * NEAR_CAP;
  const values = {
    spent: exactMoneyWords(say, spent),
    cap: exactMoneyWords(say, cap ?? 0),
    share: shareWords(say, hasCap ? Math.round((spent / cap) * 100) / 100 : 0),
    mark: exactMoneyWords(say, mark),
    over: exactMoneyWords(say, hasCap ? spent - cap : 0),
    capped: hasCap ? 'yes' : 'no',
    level: !hasCap ? 'none' : spent > cap ? 'over' : spent >= cap ? 'reached' : spent >= mark ? 'near' : 'within',
    days: points.length,
    from: dayWords(say, points[0]?.day ?? ''),
    to: dayWords(say, points.at(-1)?.day ?? ''),
    undated: exactMoneyWords(say, undated),
  };
  const crossed = points.find(({ pounds }) => pounds >= mark);
  return {
    title: say('chart.cost.title', values),
    unit: say('chart.cost.unit'),
    summary: [
      say('chart.cost.span', values),
      say('chart.cost.level', values),
      ...(hasCap && crossed ? [say('chart.cost.crossed', { ...values, day: dayWords(say, crossed.day) })] : []),
      ...(undated > 0 ? [say('chart.cost.undated', values)] : []),
    ].join(' '),
    heads: [say('chart.head.day'), say('chart.head.spent'), say('chart.head.ofCap')],
    rows: points.map((point) => [
      dayWords(say, point.day),
      exactMoneyWords(say, point.pounds),
      hasCap ? shareWords(say, Math.round((point.pounds / cap) * 1_000) / 1_000) : say('chart.none'),
    ]),
  };
}
