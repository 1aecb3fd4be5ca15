import { ticksOver } from '#domain/charts/ticks.ts';
import type { Draw } from '#ui/chart/svg.ts';
import { anchorAt, clearOf, labelMarks, stacked, tickCount } from './room.ts';

export interface Tornado {
  readonly base: { readonly value: number; readonly label: string };
  readonly rows: readonly { readonly label: string; readonly low: number; readonly high: number }[];
  readonly tick: (value: number) => string;
}

/** A bar for each thing that may differ: from the result when it is lower (hollow) to that when it is higher (filled). */
export const drawTornado =
  ({ base, rows, tick }: Tornado): Draw =>
  (kit, room) => {
    const { width, em } = room;
    const side = 2.5 * em;
    const top = 2 * em;
    const set = stacked(
      rows.map(({ label }) => label),
      top,
      room,
    );
    const ticks = ticksOver([base.value, ...rows.flatMap(({ low, high }) => [low, high])], tickCount(room));
    const from = ticks[0] ?? 0;
    const to = ticks.at(-1) ?? 1;
    const xAt = (px: number) => from + ((px - side) / (width - 2 * side)) * (to - from);
    const xOf = (value: number) => side + ((value - from) / (to - from)) * (width - 2 * side);
    const bars = rows.flatMap(({ low, high }, at) =>
      [
        { end: low, filled: false },
        { end: high, filled: true },
      ].map((half) => ({ ...half, at: set.rows[at]?.y ?? 0 })),
    );
    const isZeroInside = from < 0 && to > 0 && base.value !== 0;
    return {
      width,
      height: set.end + 2.2 * em,
      marginLeft: side,
      marginRight: side,
      marginTop: 0,
      marginBottom: 2.2 * em,
      x: { domain: [from, to] },
      y: { type: 'identity', axis: null },
      marks: [
        kit.gridX(clearOf(ticks, [base]), { stroke: 'var(--sat-c-grid)', strokeOpacity: 1, insetTop: top }),
        kit.axisX(ticks, { tickFormat: tick, label: null, className: 'sat-plot__quiet', tickPadding: 0.3 * em }),
        isZeroInside
          ? kit.ruleX([0], { y1: top, y2: set.end, stroke: 'var(--sat-text)', strokeDasharray: '2 3' })
          : null,
        kit.ruleX([base], { x: 'value', y1: 1.6 * em, y2: set.end, stroke: 'var(--sat-text)', strokeWidth: 1.5 }),
        kit.text([base], {
          x: 'value',
          y: 1.6 * em,
          text: 'label',
          textAnchor: anchorAt(xOf(base.value), base.label, room),
          lineAnchor: 'bottom',
          dy: -2,
        }),
        labelMarks(kit, set.rows, xAt, room),
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
      color: { type: 'identity' },
    };
  };
