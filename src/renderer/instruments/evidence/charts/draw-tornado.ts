import { ticksOver } from '#domain/charts/ticks.ts';
import type { Draw } from '#ui/chart/svg.ts';
import { labelMarks, stacked, tickCount } from './room.ts';
import { scaleOf } from './scale.ts';

export interface Tornado {
  readonly base: { readonly value: number; readonly label: string };
  readonly rows: readonly { readonly label: string; readonly low: number; readonly high: number }[];
  readonly tick: (value: number) => string;
}

/** A bar for each thing that may differ: from the result when it is lower (hollow) to that when it is higher (filled). */
export const drawTornado =
  ({ base, rows, tick }: Tornado): Draw =>
  (kit, room) => {
    const { em } = room;
    const top = 2 * em;
    const set = stacked(
      rows.map(({ label }) => label),
      top,
      room,
    );
    const ticks = ticksOver([base.value, ...rows.flatMap(({ low, high }) => [low, high])], tickCount(room));
    const scale = scaleOf(kit, ticks, 2.5 * em, room);
    const bars = rows.flatMap(({ low, high }, at) =>
      [
        { end: low, filled: false },
        { end: high, filled: true },
      ].map((half) => ({ ...half, at: set.rows[at]?.y ?? 0 })),
    );
    const isZeroInside = scale.from < 0 && scale.to > 0 && base.value !== 0;
    return {
      ...scale.frame(set.end),
      marks: [
        scale.axis(tick, [base], top),
        isZeroInside
          ? kit.ruleX([0], { y1: top, y2: set.end, stroke: 'var(--sat-text)', strokeDasharray: '2 3' })
          : null,
        scale.line(base, { from: 1.6 * em, to: set.end }),
        labelMarks(kit, set.rows, scale.xAt, room),
        kit.rect(bars, {
          x1: base.value,
          x2: 'end',
          y1: ({ at }: (typeof bars)[number]) => at - 0.5 * em,
          y2: ({ at }: (typeof bars)[number]) => at + 0.5 * em,
          fill: ({ filled }: (typeof bars)[number]) => (filled ? 'var(--sat-c1)' : 'var(--plot-background)'),
          stroke: 'var(--sat-c1)',
          strokeWidth: 2,
        }),
      ],
    };
  };
