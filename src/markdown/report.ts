import type { Position } from 'unist';
import type { Dropped, PageImage, PageLink } from './parsed-page.ts';

type Placed = { readonly position?: Position | undefined };

const START: Position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

/** After so many a closer place helps nobody, and looking for it costs. */
const MANY = 200;

/** What the stages of one run found, each in the order of the source. */
export class Report {
  readonly links: PageLink[] = [];
  readonly images: PageImage[] = [];
  readonly dropped: Dropped[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** Where a node stands; the start of the file for what the pipeline made itself. */
  place(node: Placed): Position {
    const { start, end }: Partial<Position> = node.position ?? START;
    // The HTML reader gives a node that a later part cut short only half a place.
    return start && end ? { start, end } : START;
  }

  /** Where a character (`U+202E`) stands in a node's source; the node itself where it was written as a reference. */
  placeOf(what: string, node: Placed): Position {
    const position = this.place(node);
    if (this.dropped.length > MANY) return position;
    const { start, end } = position;
    const from = start.offset ?? 0;
    const at = this.#source.indexOf(String.fromCodePoint(Number.parseInt(what.slice(2), 16)), from);
    if (at < 0 || at >= (end.offset ?? 0)) return position;
    const before = this.#source.slice(from, at).split(/\r\n|\r|\n/);
    const last = before.at(-1) ?? '';
    const point = {
      line: start.line + before.length - 1,
      column: (before.length > 1 ? 1 : start.column) + last.length,
      offset: at,
    };
    return { start: point, end: { ...point, column: point.column + 1, offset: at + 1 } };
  }
}
