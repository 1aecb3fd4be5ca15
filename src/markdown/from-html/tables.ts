import type { Element, ElementContent } from 'hast';
import type { AlignType, Nodes, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import { isHidden } from './hidden.ts';
import { inOneLine, linesOf } from './lines.ts';
import type { ReadFlow } from './lists.ts';
import { styleOf } from './style.ts';

interface Cell {
  readonly blocks: readonly RootContent[];
  readonly isHead: boolean;
  readonly align: AlignType;
  readonly columns: number;
  readonly rows: number;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly inHead: boolean;
}

/** Cells that spans may fill in one table; a table with more has its spans left out. */
const MOST_FILLED = 20_000;

/**
 * A table as Markdown has it: one head, one line a row, each word once where cells are merged. A table that only
 * places things on a page gives them one after the other.
 * @param headFirst the first row is the head where none is said to be
 */
export function tableOf(table: Element, read: ReadFlow, headFirst: boolean): RootContent[] {
  const captions: RootContent[] = [];
  const rows = rowsOf(table, read, captions);
  const filled = rows.filter(({ cells }) => cells.some(({ blocks }) => blocks.length > 0));
  if (filled.length === 0) return captions;
  if (isPlacing(table, filled)) {
    return [...captions, ...filled.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks))];
  }
  const [first] = filled;
  const hasHead = headFirst || first?.inHead === true || first?.cells.every(({ isHead }) => isHead) === true;
  const grid = gridOf(rows).filter((line) => line.some((cell) => cell !== null && cell.blocks.length > 0));
  const width = grid.reduce((most, line) => Math.max(most, line.length), 0);
  const lines = grid.map((line) => rowNode(line));
  if (!hasHead) lines.unshift(rowNode([]));
  const [head] = lines;
  while (head && head.children.length < width) head.children.push({ type: 'tableCell', children: [] });
  return [...captions, { type: 'table', align: alignsOf(grid, width, hasHead), children: lines }];
}

function rowsOf(table: Element, read: ReadFlow, captions: RootContent[]): readonly Row[] {
  const rows: Row[] = [];
  const last: Row[] = [];
  const walk = (nodes: readonly ElementContent[], part: string): void => {
    for (const node of nodes) {
      if (node.type !== 'element' || isHidden(node, styleOf(node))) continue;
      const { tagName } = node;
      if (tagName === 'caption') captions.push(...read(node.children));
      else if (tagName === 'tr') {
        const row = { cells: cellsOf(node, read), inHead: part === 'thead' };
        (part === 'tfoot' ? last : rows).push(row);
      } else walk(node.children, /^t(?:head|body|foot)$/.test(tagName) ? tagName : part);
    }
  };
  walk(table.children, '');
  return [...rows, ...last];
}

function cellsOf(row: Element, read: ReadFlow): readonly Cell[] {
  return row.children.flatMap((node) => {
    if (node.type !== 'element') return [];
    const style = styleOf(node);
    if (isHidden(node, style)) return [];
    const { align, colSpan, rowSpan } = node.properties;
    const side = style.get('text-align') ?? String(align ?? '').toLowerCase();
    return {
      blocks: read(node.tagName === 'td' || node.tagName === 'th' ? node.children : [node]),
      isHead: node.tagName === 'th',
      align: /^(?:right|end)/.test(side) ? 'right' : side.startsWith('center') ? 'center' : null,
      columns: span(colSpan),
      // 0: as far as the table goes.
      rows: Number(rowSpan) === 0 && rowSpan !== undefined ? MOST_SPANNED : span(rowSpan),
    };
  });
}

const MOST_SPANNED = 1_000;
const span = (value: unknown): number => Math.min(MOST_SPANNED, Math.max(1, Math.trunc(Number(value ?? 1)) || 1));

/** A table in a table, or blocks under each other in one column, are a page that was laid out with a table. */
function isPlacing({ properties }: Element, rows: readonly Row[]): boolean {
  if (properties.role === 'presentation' || properties.role === 'none') return true;
  const cells = rows.flatMap((row) => row.cells);
  if (cells.some(({ blocks }) => blocks.some(holdsTable))) return true;
  const isColumn = rows.every((row) => row.cells.length <= 1);
  return isColumn && cells.some(({ blocks }) => blocks.length > MOST_LINES || blocks.some(isPlaced));
}

/** Blocks that are a page of their own: a cell of figures and words has few, and only paragraphs. */
const MOST_LINES = 3;
const isPlaced = ({ type }: RootContent): boolean => !/^(?:paragraph|list)$/.test(type);

const holdsTable = (node: Nodes): boolean =>
  node.type === 'table' || ('children' in node && node.children.some(holdsTable));

/** Each cell in its column: what a merged cell covers stays empty. */
function gridOf(rows: readonly Row[]): (Cell | null)[][] {
  const covered = rows.reduce(
    (sum, { cells }, at) =>
      sum + cells.reduce((all, { columns, rows: down }) => all + columns * Math.min(down, rows.length - at), 0),
    0,
  );
  const real = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const spans = covered <= real + MOST_FILLED;
  const taken: Set<number>[] = [];
  const grid = rows.map(({ cells }, at) => {
    const line: (Cell | null)[] = [];
    for (const cell of cells) {
      while (taken[at]?.has(line.length)) line.push(null);
      const start = line.length;
      for (let step = 0; step < (spans ? cell.columns : 1); step += 1) line.push(step === 0 ? cell : null);
      if (!spans) continue;
      for (let down = 1; down < cell.rows && at + down < rows.length; down += 1) {
        taken[at + down] ??= new Set();
        for (let step = 0; step < cell.columns; step += 1) taken[at + down]?.add(start + step);
      }
    }
    return line;
  });
  return withoutEmptyEnds(grid);
}

/** Columns at the end that hold nothing in any row are drawn by nobody. */
function withoutEmptyEnds(grid: (Cell | null)[][]): (Cell | null)[][] {
  const isFilled = (cell: Cell | null): boolean => cell !== null && cell.blocks.length > 0;
  const width = grid.reduce((most, line) => Math.max(most, line.findLastIndex(isFilled) + 1), 0);
  return grid.map((line) => line.slice(0, width));
}

function rowNode(line: readonly (Cell | null)[]): TableRow {
  const between = (): PhrasingContent => ({ type: 'html', value: '<br>' });
  const children = line.map(
    (cell): TableCell => ({
      type: 'tableCell',
      children: cell === null ? [] : inOneLine(linesOf(cell.blocks), between),
    }),
  );
  return { type: 'tableRow', children };
}

/** A column leans as its first cell with words below the head does. */
function alignsOf(grid: readonly (Cell | null)[][], width: number, hasHead: boolean): AlignType[] {
  const aligns: AlignType[] = Array.from({ length: width }, () => null);
  const asked = new Set<number>();
  for (const line of grid.slice(hasHead && grid.length > 1 ? 1 : 0)) {
    line.forEach((cell, at) => {
      if (cell === null || cell.blocks.length === 0 || asked.has(at)) return;
      asked.add(at);
      aligns[at] = cell.align;
    });
    if (asked.size === width) break;
  }
  return aligns;
}
