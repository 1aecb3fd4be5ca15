import type { Markish } from '@observablehq/plot';
import type { PlotKit } from '#ui/chart/kit.ts';
import type { Room } from '#ui/chart/svg.ts';

const LINE = 1.3;
const MOST_LINES = 3;

/** Widths in Arial, ems, of letters that are not as wide as most. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,:;'’!| ·]/u, 0.29],
  [/[frt()[\]/\-–"]/u, 0.38],
  [/[mwMW@%—]/u, 0.94],
  [/[A-Z&+<=>~]/u, 0.71],
  // One that takes the room of two, as those of Chinese and pictures do.
  [
    /[\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{1f300}-\u{1faff}]/u,
    1.1,
  ],
  [/\p{M}/u, 0],
  [/[a-z0-9£$€]/u, 0.57],
];
const OTHER = 0.75;

const letterWidth = (letter: string): number => WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER;

/** How wide some words are, css pixels, near enough to keep them inside the picture. */
export const widthOf = (words: string, { em }: Room): number =>
  [...words].reduce((width, letter) => width + letterWidth(letter), 0) * em;

/**
 * A text in lines of the width of the picture, at most so many; the whole of it is in the summary and the table. A word
 * that is longer than a line is broken.
 */
function fitted(words: string, room: Room, most = MOST_LINES): readonly string[] {
  // Where the system has only wide letters there is room for those too.
  const width = room.width * 0.95;
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, room) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const [last = '', ...before] = piecesOf(word, width, room).toReversed();
    lines.push(...before.toReversed());
    line = last;
    if (lines.length > most) break;
  }
  const all = [...lines, line];
  if (all.length <= most) return all;
  const end = [...(all[most - 1] ?? '')];
  while (end.length > 0 && widthOf(`${end.join('')}…`, room) > width) end.pop();
  return [...all.slice(0, most - 1), `${end.join('').trimEnd()}…`];
}

function piecesOf(word: string, width: number, room: Room): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter, room) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** A row of a picture: words over the whole width, below them the mark. Heights are css pixels from the top. */
export interface Row {
  readonly lines: readonly string[];
  readonly labelY: number;
  readonly y: number;
}

/** Sets rows below one another, each as high as its words. Answers where they stand and where the last one ends. */
export function stacked(labels: readonly string[], top: number, room: Room): { rows: readonly Row[]; end: number } {
  const { em } = room;
  const rows: Row[] = [];
  let end = top;
  for (const words of labels) {
    const lines = fitted(words, room);
    const y = end + (lines.length * LINE + 1.15) * em;
    rows.push({ lines, labelY: y - em, y });
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
      x2: ({ lines }: Row) => xAt(Math.min(width, Math.max(...lines.map((line) => widthOf(line, room))) * 1.15)),
      y1: ({ lines, labelY }: Row) => labelY - lines.length * 1.15 * em,
      y2: ({ labelY }: Row) => labelY + 0.2 * em,
      fill: 'var(--plot-background)',
    }),
    kit.text(rows, {
      x: xAt(0),
      y: 'labelY',
      text: ({ lines }: Row) => lines.join('\n'),
      textAnchor: 'start',
      lineAnchor: 'bottom',
      lineHeight: 1.15,
    }),
  ];
}

type Anchor = 'start' | 'middle' | 'end';

/** Which end of some words stands at `x`, so that they stay within the picture. */
export function anchorAt(x: number, words: string, room: Room): Anchor {
  const half = widthOf(words, room) / 2;
  if (x - half < 0) return 'start';
  return x + half > room.width ? 'end' : 'middle';
}

/** Some words beside `x` as they fit into the picture on one line, and which end of them stands there. */
export function placed(x: number, words: string, room: Room): { readonly anchor: Anchor; readonly words: string } {
  const anchor = anchorAt(x, words, room);
  const free = { start: room.width - x, middle: 2 * Math.min(x, room.width - x), end: x };
  if (widthOf(words, room) <= free[anchor]) return { anchor, words };
  const side = free.start > free.end ? 'start' : 'end';
  return { anchor: side, words: onOneLine(words, free[side], room) };
}

/** The part of a text that fits on a line of some css pixels. */
export const onOneLine = (words: string, width: number, room: Room): string =>
  fitted(words, { ...room, width }, 1).join('');

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
