import { exactMoneyWords, moneyWords } from '#domain/calculators/amounts.ts';
import { STRENGTHS, strengthWords } from '#domain/charts/board.ts';
import { NEAR_CAP } from '#domain/charts/cost-line.ts';
import { gapUnits } from '#domain/charts/difference.ts';
import { figureIn, noonOf, tickIn } from '#domain/charts/figures.ts';
import { groupUnits } from '#domain/charts/groups.ts';
import { spanWords } from '#domain/charts/intervals.ts';
import type { Picture } from '#domain/charts/picture.ts';
import { medianLine } from '#domain/charts/run.ts';
import { byReach } from '#domain/charts/tornado.ts';
import { assertNever } from '#domain/result.ts';
import type { Say } from '#domain/words/words.ts';
import type { Draw } from '#ui/chart/svg.ts';
import { drawBoard } from './draw-board.ts';
import { drawDays } from './draw-days.ts';
import { drawIntervals } from './draw-intervals.ts';
import { drawTornado } from './draw-tornado.ts';

/** How a picture is drawn: its figures, with the words that stand in it. */
export function drawOf(say: Say, picture: Picture): Draw {
  const dayTick = (day: string) => say('chart.dayShort', { day: noonOf(day) });
  switch (picture.kind) {
    case 'groups': {
      const { unit, rows, goal } = picture;
      const units = groupUnits(say, unit);
      return drawIntervals({
        rows: rows.map((row) => ({ ...row, label: spanWords(say, row, units), hollow: row.exploratory })),
        lines: goal
          ? [{ value: goal.value, label: say('chart.goalLine', { value: units.inUnit(goal.value) }), dashed: true }]
          : [],
        tick: units.short,
        within: unit === '%' ? [0, 100] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      });
    }
    case 'difference': {
      const { unit, rows, goal } = picture;
      const units = gapUnits(say, unit);
      return drawIntervals({
        rows: rows.map((row) => ({ ...row, label: spanWords(say, row, units), hollow: row.exploratory })),
        lines: [
          { value: 0, label: say('chart.noDifference'), dashed: false },
          ...(goal
            ? [
                {
                  value: goal.value,
                  label: say('chart.successLine', { value: units.inUnit(goal.value) }),
                  dashed: true,
                },
              ]
            : []),
        ],
        tick: units.short,
        within: unit === '%' ? [-100, 100] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      });
    }
    case 'run': {
      const { unit, points, start } = picture;
      const line = medianLine(picture).value;
      return drawDays({
        points,
        curve: 'linear',
        levels: [
          { value: line, label: say('chart.run.medianLine', { value: figureIn(say, line, unit) }), dash: '6 4' },
        ],
        start: start === null ? null : { day: start, label: say('chart.run.start') },
        fromZero: false,
        tick: (value) => tickIn(say, value, unit),
        dayTick,
      });
    }
    case 'cost': {
      const cap = picture.cap ?? 0;
      return drawDays({
        points: picture.points.map(({ day, pounds }) => ({ day, value: pounds })),
        curve: 'step-after',
        levels:
          cap > 0
            ? [
                { value: cap, label: say('chart.cost.capLine', { value: exactMoneyWords(say, cap) }) },
                {
                  value: cap * NEAR_CAP,
                  label: say('chart.cost.markLine', { value: exactMoneyWords(say, cap * NEAR_CAP) }),
                  dash: '6 4',
                },
              ]
            : [],
        start: null,
        fromZero: true,
        tick: (value) => moneyWords(say, value),
        dayTick,
      });
    }
    case 'board':
      return drawBoard({
        rows: picture.rows.map((row) => ({
          row,
          label: say('chart.board.label', { name: row.name, says: row.says }),
        })),
        columns: STRENGTHS.map((strength) => strengthWords(say, strength)),
      });
    case 'tornado': {
      const inUnit = (value: number) => figureIn(say, value, picture.unit);
      return drawTornado({
        base: { value: picture.base, label: say('chart.tornado.baseLine', { value: inUnit(picture.base) }) },
        rows: byReach(picture).map(({ name, low, high }) => ({
          label: say('chart.tornado.row', { name, low: inUnit(low), high: inUnit(high) }),
          low,
          high,
        })),
        tick: (value) => tickIn(say, value, picture.unit),
      });
    }
    default:
      return assertNever(picture);
  }
}
