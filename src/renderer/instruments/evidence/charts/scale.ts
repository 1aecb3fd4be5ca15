import type { Markish, PlotOptions } from '@observablehq/plot';
import type { PlotKit } from '#ui/chart/kit.ts';
import type { Room } from '#ui/chart/svg.ts';
import { clearOf, placed } from './room.ts';

/** A figure that rows are held against: a line over all of them, with its words on top. */
interface Line {
  readonly value: number;
  readonly label: string;
}

/** How a line is drawn: between two heights, css pixels from the top. Its words stand on the upper one. */
interface Stroke {
  readonly from: number;
  readonly to: number;
  readonly dashed?: boolean;
}

/**
 * A scale from the first to the last of some round figures, from left to right, for rows set below one another.
 * @param side css pixels left free on either side
 */
export function scaleOf(kit: PlotKit, ticks: readonly number[], side: number, room: Room) {
  const { width, em } = room;
  const from = ticks[0] ?? 0;
  const to = ticks.at(-1) ?? 1;
  const xOf = (value: number): number => side + ((value - from) / (to - from)) * (width - 2 * side);
  return {
    from,
    to,
    /** The figure at a css pixel from the left. */
    xAt: (px: number): number => from + ((px - side) / (width - 2 * side)) * (to - from),

    /** The picture around rows that end at `end`; its heights are css pixels from the top. */
    frame: (end: number): PlotOptions => ({
      width,
      height: end + 2.2 * em,
      marginLeft: side,
      marginRight: side,
      marginTop: 0,
      marginBottom: 2.2 * em,
      x: { domain: [from, to] },
      y: { type: 'identity', axis: null },
      color: { type: 'identity' },
    }),

    /** The round figures below the rows, and a grid from `top` on that leaves out where a line stands. */
    axis: (tick: (value: number) => string, lines: readonly Line[], top: number): Markish => [
      kit.gridX(clearOf(ticks, lines), { stroke: 'var(--sat-c-grid)', strokeOpacity: 1, insetTop: top }),
      kit.axisX(ticks, { tickFormat: tick, label: null, className: 'sat-plot__quiet', tickPadding: 0.3 * em }),
    ],

    line: (line: Line, { from: y1, to: y2, dashed = false }: Stroke): Markish => {
      const { anchor, words } = placed(xOf(line.value), line.label, room);
      return [
        kit.ruleX([line], {
          x: 'value',
          y1,
          y2,
          stroke: 'var(--sat-text)',
          strokeWidth: 1.5,
          ...(dashed ? { strokeDasharray: '6 4' } : {}),
        }),
        kit.text([line], {
          x: 'value',
          y: y1,
          text: () => words,
          textAnchor: anchor,
          lineAnchor: 'bottom',
          dy: -2,
        }),
      ];
    },
  };
}
