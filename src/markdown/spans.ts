import type { Element, Root } from 'hast';

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

/** Places in the largest table of a tree when its short rows are filled up: rows times the widest row. */
export function largestTable(parent: Root | Element): number {
  let largest = 0;
  const waiting: (Root | Element)[] = [parent];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'element' && next.tagName === 'table') largest = Math.max(largest, placesIn(next));
    for (const child of next.children) if (child.type === 'element') waiting.push(child);
  }
  return largest;
}

function placesIn(table: Element): number {
  let rows = 0;
  let widest = 0;
  const waiting: Element[] = [table];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const child of next.children) {
      if (child.type !== 'element' || child.tagName === 'table') continue;
      if (child.tagName !== 'tr') {
        waiting.push(child);
        continue;
      }
      rows += 1;
      const cells = child.children.flatMap((cell) =>
        cell.type === 'element' ? [spanOf(cell.properties.colSpan)] : [],
      );
      widest = Math.max(
        widest,
        cells.reduce((sum, span) => sum + span, 0),
      );
    }
  }
  return rows * widest;
}
