import type { Element } from 'hast';

/** Columns that one cell may cover. */
const MOST_COLUMNS = 100;
/** Rows that one cell may cover. */
const MOST_ROWS = 1_000;
/** Places of one page's tables that cells of more than one place may cover together. */
const MOST_COVERED = 20_000;

/**
 * Takes from cells what would cost whoever draws or writes their table far more than its text: spans beyond any table
 * that is read, and spans that together cover more than a page has. They become plain cells.
 */
export class Spans {
  #covered = 0;

  bound({ properties }: Element): void {
    if (properties.colSpan === undefined && properties.rowSpan === undefined) return;
    const columns = spanOf(properties.colSpan);
    const rows = spanOf(properties.rowSpan);
    this.#covered += columns * rows;
    if (columns <= MOST_COLUMNS && rows <= MOST_ROWS && this.#covered <= MOST_COVERED) return;
    this.#covered -= columns * rows;
    delete properties.colSpan;
    delete properties.rowSpan;
  }
}

/** A span as programs read it: nothing and nonsense are 1. */
function spanOf(value: unknown): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span >= 1 ? span : 1;
}
