import { type BoardPicture, STRENGTHS } from '#domain/charts/board.ts';
import type { Draw } from '#ui/chart/svg.ts';
import { anchorAt, labelMarks, stacked, touch } from './room.ts';

/** A shape for what the evidence says; the words beside it say the same. */
const SHAPES = {
  for: 'triangle',
  against: 'times',
  unclear: 'diamond',
  judged: 'square',
  nothing: 'circle',
} as const;

export interface Board {
  readonly rows: readonly { readonly label: string; readonly row: BoardPicture['rows'][number] }[];
  /** "Strong" and the others, above their columns. */
  readonly columns: readonly string[];
}

/** A line for each assumption, from no evidence to strong evidence, with a shape where it stands. */
export const drawBoard =
  ({ rows, columns }: Board): Draw =>
  (kit, room) => {
    const { width, em } = room;
    const side = 1.5 * em;
    const xOf = (strength: number) => side + (strength / (STRENGTHS.length - 1)) * (width - 2 * side);
    // Where they would run into each other, every other name stands a line lower.
    const lower = touch(
      columns.map((words, step) => ({ x: xOf(step), words })),
      room,
    )
      ? 1.3 * em
      : 0;
    const top = 1.8 * em + lower;
    const set = stacked(
      rows.map(({ label }) => label),
      top,
      room,
    );
    const marks = rows.map(({ row }, at) => ({
      at: set.rows[at]?.y ?? 0,
      x: xOf(STRENGTHS.indexOf(row.strength)),
      symbol: SHAPES[row.says],
      hollow: row.says === 'nothing' || row.says === 'judged',
    }));
    const steps = marks.flatMap(({ at }) => STRENGTHS.map((_, step) => ({ at, x: xOf(step) })));
    return {
      width,
      height: set.end,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      symbol: { type: 'identity' },
      marks: [
        columns.map((label, step) =>
          kit.text([label], {
            x: xOf(step) as never,
            y: 0.3 * em + (step % 2) * lower,
            lineAnchor: 'top',
            textAnchor: anchorAt(xOf(step), label, room),
            className: 'sat-plot__quiet',
          }),
        ),
        labelMarks(kit, set.rows, (px) => px, room),
        kit.link(marks, {
          x1: xOf(0),
          x2: xOf(STRENGTHS.length - 1),
          y1: 'at',
          y2: 'at',
          stroke: 'var(--sat-line-strong)',
        }),
        kit.link(steps, {
          x1: 'x',
          x2: 'x',
          y1: ({ at }: (typeof steps)[number]) => at - 0.3 * em,
          y2: ({ at }: (typeof steps)[number]) => at + 0.3 * em,
          stroke: 'var(--sat-line-strong)',
        }),
        kit.dot(marks, {
          x: 'x',
          y: 'at',
          r: 0.5 * em,
          symbol: 'symbol',
          fill: ({ hollow }: (typeof marks)[number]) => (hollow ? 'var(--sat-bg)' : 'var(--sat-c1)'),
          stroke: 'var(--sat-c1)',
          strokeWidth: 2.5,
        }),
      ],
      color: { type: 'identity' },
    };
  };
