import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Letters that a line of a table takes on a page of A4 at its margins, in the size of print. */
const LINE = 92;
/** Space to both sides of a cell, in letters. */
const PADDING = 3;
/** A longer word is an address or a code, which may be broken. */
const LONGEST = 24;

/**
 * Marks tables that no sheet is wide enough for without breaking words: each cell says what heads it (`data-label`), so
 * that paper can show a row as a list of pairs. The tree itself is changed.
 */
export function labelWideTables(tree: Root): Root {
  const walk = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'table') labelTable(child);
      walk(child);
    }
  };
  walk(tree);
  return tree;
}

interface Placed {
  readonly cell: Element;
  readonly column: number;
  readonly row: number;
}

function labelTable(table: Element): void {
  const rows = rowsOf(table);
  const cells = placesOf(rows);
  if (widthOf(cells) <= LINE) return;
  table.properties.className = ['wide'];
  const heads = new Map<number, string>();
  const isHead = (row: number): boolean => row === 0 && rows[0]?.children.every(isHeadCell) === true;
  for (const { cell, column, row } of cells) {
    if (isHead(row)) {
      for (let at = column; at < column + spanOf(cell.properties.colSpan); at += 1) heads.set(at, wordsOf(cell));
      continue;
    }
    const label = heads.get(column) ?? '';
    if (label !== '') cell.properties['data-label'] = label;
  }
  if (heads.size > 0 && rows.length > 1 && rows[0]) rows[0].properties.className = ['heads'];
}

const isHeadCell = (child: ElementContent): boolean => child.type !== 'element' || child.tagName === 'th';

const rowsOf = (table: Element): readonly Element[] =>
  table.children.flatMap((part) => {
    if (part.type !== 'element') return [];
    return part.tagName === 'tr' ? [part] : part.children.filter((row): row is Element => isNamed(row, 'tr'));
  });

const isNamed = (node: RootContent, name: string): node is Element => node.type === 'element' && node.tagName === name;

const spanOf = (value: unknown): number => Math.min(Math.max(1, Number(value) || 1), 1_000);

/** In which column each cell stands, also under cells that reach down from rows above. */
function placesOf(rows: readonly Element[]): readonly Placed[] {
  /** Of each column the first row that is free again. */
  const free: number[] = [];
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.children.flatMap((cell) => {
      if (!isNamed(cell, 'td') && !isNamed(cell, 'th')) return [];
      while ((free[column] ?? 0) > row) column += 1;
      const placed = { cell, column, row };
      const across = spanOf(cell.properties.colSpan);
      for (let at = column; at < column + across; at += 1) free[at] = row + spanOf(cell.properties.rowSpan);
      column += across;
      return [placed];
    });
  });
}

/** Whether a table of these cells, column by column, is wider than a sheet unless words are broken. */
export const isWide = (columns: readonly (readonly string[])[]): boolean =>
  columns.reduce((sum, cells) => sum + Math.max(0, ...cells.map(longestWord)) + PADDING, 0) > LINE;

const longestWord = (words: string): number =>
  Math.max(0, ...words.split(/[\s\u200b-]/).map(({ length }) => Math.min(length, LONGEST)));

/** The longest word of each column side by side: narrower than that no table can be without breaking one. */
function widthOf(cells: readonly Placed[]): number {
  const longest: number[] = [];
  for (const { cell, column } of cells) {
    const across = spanOf(cell.properties.colSpan);
    const word = longestWord(wordsOf(cell));
    for (let at = column; at < column + across; at += 1)
      longest[at] = Math.max(longest[at] ?? 0, Math.ceil(word / across));
  }
  return longest.reduce((sum, word) => sum + (word ?? 0) + PADDING, 0);
}

function wordsOf(node: Element): string {
  const parts: string[] = [];
  const walk = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type === 'text') parts.push(child.value);
      else if (child.type === 'element') walk(child);
    }
  };
  walk(node);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
