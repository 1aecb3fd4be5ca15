import { noonOf } from '#domain/charts/figures.ts';
import { ticksOver } from '#domain/charts/ticks.ts';
import type { Draw } from '#ui/chart/svg.ts';
import { anchorAt, clearOf, onOneLine, tickCount, widthOf } from './room.ts';

interface DayPoint {
  readonly day: string;
  readonly value: number;
}

interface Level {
  readonly value: number;
  readonly label: string;
  readonly dash?: string;
}

export interface Days {
  readonly points: readonly DayPoint[];
  /** Steps for what adds up, straight lines for what is measured. */
  readonly curve: 'linear' | 'step-after';
  readonly levels: readonly Level[];
  /** A day that parts before from after. */
  readonly start: { readonly day: string; readonly label: string } | null;
  readonly fromZero: boolean;
  readonly tick: (value: number) => string;
  readonly dayTick: (day: string) => string;
}

/** A figure over days, with the levels and the day that it is held against, each with its words. */
export const drawDays =
  ({ points, curve, levels: held, start, fromZero, tick, dayTick }: Days): Draw =>
  (kit, room) => {
    const { width, em } = room;
    const ticks = ticksOver(
      [...points.map(({ value }) => value), ...held.map(({ value }) => value), ...(fromZero ? [0] : [])],
      5,
    );
    const left = Math.max(...ticks.map((one) => widthOf(tick(one), room))) + 0.8 * em;
    const right = 2 * em;
    const levels = held.map((level) => ({ ...level, label: onOneLine(level.label, width - left - right, room) }));
    const bottom = 2.6 * em;
    const top = (start ? 2 : 1) * em;
    const first = points[0]?.day ?? '';
    const last = points.at(-1)?.day ?? '';
    // One day alone has no width: a day on either side gives it one.
    const whole = [
      noonOf(start && start.day < first ? start.day : first),
      noonOf(start && start.day > last ? start.day : last),
    ];
    const [from, to] = whole.map((one) => one.getTime());
    const domain = from === to ? [new Date((from ?? 0) - 86_400_000), new Date((to ?? 0) + 86_400_000)] : whole;
    const xOf = (day: string) => {
      const [a = 0, b = 1] = domain.map((one) => one.getTime());
      return left + ((noonOf(day).getTime() - a) / (b - a)) * (width - left - right);
    };
    const shown = spread([...new Set(points.map(({ day }) => day))], tickCount(room) - 1);
    const height = Math.round(Math.min(18 * em, Math.max(13 * em, width * 0.45)));
    const yOf = (value: number) => {
      const [a, b] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
      return height - bottom - ((value - a) / (b - a)) * (height - top - bottom);
    };
    const drawn = points.map(({ day, value }) => ({ x: xOf(day), y: yOf(value) }));
    const labelAt = ({ value, label }: Level) => {
      const words = widthOf(label, room);
      const others = levels.filter((level) => level.value !== value).map((level) => yOf(level.value));
      const places = (['left', 'right'] as const).flatMap((frameAnchor) =>
        (['bottom', 'top'] as const).map((lineAnchor) => {
          const x = frameAnchor === 'left' ? left : width - right - words;
          const y = yOf(value) + (lineAnchor === 'bottom' ? -0.7 : 0.7) * em;
          const near = [
            ...alongLine(drawn, curve)
              .filter((at) => at.x >= x - em && at.x <= x + words + em)
              .map((at) => at.y),
            ...others,
          ];
          return { frameAnchor, lineAnchor, free: Math.min(2 * em, ...near.map((one) => Math.abs(one - y))) };
        }),
      );
      const { frameAnchor, lineAnchor } = places.reduce((one, other) => (other.free > one.free ? other : one));
      return {
        frameAnchor,
        lineAnchor,
        textAnchor: frameAnchor === 'left' ? ('start' as const) : ('end' as const),
        dx: (frameAnchor === 'left' ? 0.3 : -0.3) * em,
        dy: (lineAnchor === 'bottom' ? -0.4 : 0.4) * em,
      };
    };
    const data = points.map(({ day, value }) => ({ at: noonOf(day), value }));
    return {
      width,
      height,
      marginLeft: left,
      marginRight: right,
      marginTop: top,
      marginBottom: bottom,
      x: { type: 'utc', domain, axis: null },
      y: { domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1] },
      marks: [
        kit.gridY(clearOf(ticks, levels), { stroke: 'var(--sat-c-grid)', strokeOpacity: 1 }),
        kit.axisY(ticks, { tickFormat: tick, label: null, tickSize: 0, className: 'sat-plot__quiet' }),
        shown.map((day) =>
          kit.text([day], {
            x: noonOf(day) as never,
            text: dayTick,
            textAnchor: anchorAt(xOf(day), dayTick(day), room),
            frameAnchor: 'bottom',
            lineAnchor: 'top',
            dy: 0.5 * em,
            className: 'sat-plot__quiet',
          }),
        ),
        fromZero ? kit.ruleY([0], { stroke: 'var(--sat-text)', strokeWidth: 1.5 }) : null,
        levels.map((level) => [
          kit.ruleY([level], {
            y: 'value',
            stroke: 'var(--sat-text)',
            strokeWidth: 1.5,
            ...(level.dash ? { strokeDasharray: level.dash } : {}),
          }),
          kit.text([level], {
            y: 'value',
            text: 'label',
            ...labelAt(level),
            stroke: 'var(--plot-background)',
            strokeWidth: 4,
            fill: 'var(--sat-text)',
          }),
        ]),
        start
          ? [
              kit.ruleX([noonOf(start.day)], { stroke: 'var(--sat-text)', strokeWidth: 1.5, strokeDasharray: '2 3' }),
              kit.text([start], {
                x: noonOf(start.day) as never,
                text: 'label',
                frameAnchor: 'top',
                lineAnchor: 'bottom',
                dy: -3,
                textAnchor: anchorAt(xOf(start.day), start.label, room),
              }),
            ]
          : null,
        kit.line(data, { x: 'at', y: 'value', curve, stroke: 'var(--sat-c1)', strokeWidth: 2.5 }),
        kit.dot(data, { x: 'at', y: 'value', r: 0.3 * em, fill: 'var(--sat-c1)', stroke: 'var(--sat-bg)' }),
      ],
    };
  };

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Places along a drawn line, close enough to see what it runs through. */
function alongLine(points: readonly Place[], curve: Days['curve']): readonly Place[] {
  const STEPS = 12;
  return points.flatMap((from, at) => {
    const to = points[at + 1] ?? from;
    return Array.from({ length: STEPS + 1 }, (_, step) => {
      const part = step / STEPS;
      const rise = curve === 'linear' ? part : step === STEPS ? 1 : 0;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * rise };
    });
  });
}

/** At most `count` of some days, the first and the last among them. */
function spread(days: readonly string[], count: number): readonly string[] {
  if (days.length <= count) return days;
  const step = (days.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, at) => days[Math.round(at * step)] ?? '');
}
