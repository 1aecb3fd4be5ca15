import { z } from '../schema.ts';
import type { Say } from '../words/words.ts';
import { figure, figureIn, label, unitWords } from './figures.ts';
import type { Spoken } from './spoken.ts';

/** How far a result moves when one thing after the other is lower and higher, the others left as they are. */
export const tornadoSchema = z.object({
  kind: z.literal('tornado'),
  of: label,
  unit: label,
  base: figure,
  /** `low` and `high` are the result when that thing is at its lower and its higher end. */
  rows: z
    .array(z.object({ name: label, low: figure, high: figure }))
    .min(1)
    .max(60),
});

export type TornadoPicture = z.infer<typeof tornadoSchema>;

/** What matters most first. */
export const byReach = ({ rows }: Pick<TornadoPicture, 'rows'>): TornadoPicture['rows'] =>
  [...rows].sort((one, other) => Math.abs(other.high - other.low) - Math.abs(one.high - one.low));

export function spokenTornado(say: Say, picture: TornadoPicture): Spoken {
  const { of, unit, base } = picture;
  const inUnit = (value: number) => figureIn(say, value, unit);
  const rows = byReach(picture);
  const values = { of, base: inUnit(base), name: rows[0]?.name ?? '' };
  return {
    title: say('chart.tornado.title', values),
    unit: unitWords(say, of, unit),
    summary: [
      say('chart.tornado.base', values),
      ...rows.map(({ name, low, high }) => say('chart.tornado.row', { name, low: inUnit(low), high: inUnit(high) })),
    ].join(' '),
    heads: [say('chart.head.changed'), say('chart.head.whenLower'), say('chart.head.whenHigher')],
    rows: rows.map(({ name, low, high }) => [name, inUnit(low), inUnit(high)]),
  };
}
