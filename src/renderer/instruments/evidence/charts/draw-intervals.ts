import { ticksOver } from '#domain/charts/ticks.ts';
import type { Draw } from '#ui/chart/svg.ts';
import { labelMarks, stacked, tickCount } from './room.ts';
import { scaleOf } from './scale.ts';

interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Drawn hollow: found without being looked for. */
  readonly hollow: boolean;
}

interface HeldAgainst {
  readonly value: number;
  readonly label: string;
  /** Whole for zero, dashed for what was hoped for. */
  readonly dashed: boolean;
}

export interface Intervals {
  readonly rows: readonly IntervalRow[];
  readonly lines: readonly HeldAgainst[];
  readonly tick: (value: number) => string;
  /** Figures that the scale does not leave: shares have ends. */
  readonly within: readonly [number, number];
}

/** A dot and its interval in each row, with words above it; lines to hold them against have their words on top. */
export const drawIntervals =
  ({ rows, lines, tick, within: [least, most] }: Intervals): Draw =>
  (kit, room) => {
    const { em } = room;
    const top = (lines.length * 1.5 + 0.5) * em;
    const set = stacked(
      rows.map(({ label }) => label),
      top,
      room,
    );
    const values = [
      ...rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
      ...lines.map(({ value }) => value),
    ];
    // Nothing belongs on a scale that starts near it.
    const low = Math.min(...values);
    if (low > 0 && low < 0.4 * Math.max(...values)) values.push(0);
    const ticks = ticksOver(values, tickCount(room)).map((one) => Math.min(most, Math.max(least, one)));
    const scale = scaleOf(kit, ticks, 2 * em, room);
    const marks = rows.map((row, at) => ({ ...row, at: set.rows[at]?.y ?? 0 }));
    const spans = marks.filter(({ low }) => low !== null);
    const edges = spans.flatMap(({ low, high, at }) => [low, high].map((end) => ({ end, at })));
    return {
      ...scale.frame(set.end),
      marks: [
        scale.axis(tick, lines, top),
        lines.map((line, at) => scale.line(line, { from: (at + 1) * 1.5 * em, to: set.end, dashed: line.dashed })),
        labelMarks(kit, set.rows, scale.xAt, room),
        kit.link(spans, {
          x1: 'low',
          x2: 'high',
          y1: 'at',
          y2: 'at',
          stroke: 'var(--sat-c1)',
          strokeWidth: 2.5,
        }),
        kit.link(edges, {
          x1: 'end',
          x2: 'end',
          y1: ({ at }: (typeof edges)[number]) => at - 0.4 * em,
          y2: ({ at }: (typeof edges)[number]) => at + 0.4 * em,
          stroke: 'var(--sat-c1)',
          strokeWidth: 2.5,
        }),
        kit.dot(marks, {
          x: 'value',
          y: 'at',
          r: 0.45 * em,
          fill: ({ hollow }: IntervalRow) => (hollow ? 'var(--sat-bg)' : 'var(--sat-c1)'),
          stroke: 'var(--sat-c1)',
          strokeWidth: 2.5,
        }),
      ],
    };
  };
