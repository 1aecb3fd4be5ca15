import type { Markish } from '@observablehq/plot';
import type { PlotKit } from '#ui/chart/kit.ts';
import type { Room } from '#ui/chart/svg.ts';

/** A letter of Arial is about this wide, in ems; wide enough that a line is not counted too long. */
const LETTER = 0.55;
const LINE = 1.3;
const MOST_LINES = 3;

/** How wide some words are, css pixels, near enough to keep them inside the picture. */
export const widthOf = (words: string, { em }: Room): number => words.length * LETTER * em;

/** The part of a text that fits on three lines; the whole of it is in the summary and the table. */
function fitted(words: string, room: Room): string {
  const most = Math.floor((room.width / (LETTER * room.em)) * (MOST_LINES - 0.3));
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}

const linesOf = (words: string, room: Room): number => Math.max(1, Math.ceil(widthOf(words, room) / room.width));

/** A row of a picture: words over the whole width, below them the mark. Heights are css pixels from the top. */
export interface Row {
  readonly label: string;
  readonly labelY: number;
  readonly y: number;
}

/** Sets rows below one another, each as high as its words. Answers where they stand and where the last one ends. */
export function stacked(labels: readonly string[], top: number, room: Room): { rows: readonly Row[]; end: number } {
  const { em } = room;
  const rows: Row[] = [];
  let end = top;
  for (const words of labels) {
    const label = fitted(words, room);
    const y = end + (linesOf(label, room) * LINE + 1.15) * em;
    rows.push({ label, labelY: y - em, y });
    end = y + 0.9 * em;
  }
  return { rows, end };
}

/** The words of rows over the whole width, with the ground behind them, so that no line runs through them. */
export function labelMarks(
  kit: PlotKit,
  rows: readonly Row[],
  /** The place of a css pixel from the left on the picture's scale. */
  xAt: (px: number) => number,
  room: Room,
): Markish {
  const { width, em } = room;
  return [
    kit.rect(rows, {
      x1: xAt(0),
      // Where the system has only wide letters too.
      x2: ({ label }: Row) => xAt(Math.min(width, widthOf(label, room) * 1.15)),
      y1: ({ label, labelY }: Row) => labelY - linesOf(label, room) * 1.15 * em,
      y2: ({ labelY }: Row) => labelY + 0.2 * em,
      fill: 'var(--plot-background)',
    }),
    kit.text(rows, {
      x: xAt(0),
      y: 'labelY',
      text: 'label',
      textAnchor: 'start',
      lineAnchor: 'bottom',
      lineWidth: width / em,
      lineHeight: 1.15,
    }),
  ];
}

/** Which end of some words stands at `x`, so that they stay within the picture. */
export function anchorAt(x: number, words: string, room: Room): 'start' | 'middle' | 'end' {
  const half = widthOf(words, room) / 2;
  if (x - half < 0) return 'start';
  return x + half > room.width ? 'end' : 'middle';
}

/** Whether some words, each at its `x`, would run into each other on one line. */
export function touch(names: readonly { readonly x: number; readonly words: string }[], room: Room): boolean {
  const spans = names.map(({ x, words }) => {
    const wide = widthOf(words, room);
    const from = { start: x, middle: x - wide / 2, end: x - wide }[anchorAt(x, words, room)];
    return { from, to: from + wide };
  });
  return spans.some(({ from }, at) => at > 0 && from < (spans[at - 1]?.to ?? 0) + room.em / 2);
}

/** Round figures that no line of ours stands at: a grid under a dashed line would fill its gaps. */
export const clearOf = (ticks: readonly number[], lines: readonly { readonly value: number }[]): readonly number[] =>
  ticks.filter((tick) => lines.every(({ value }) => value !== tick));

/** How many round figures stand side by side. */
export const tickCount = ({ width, em }: Room): number => (width / em > 30 ? 6 : 4);
