import type { EditorState, TransactionSpec } from '@codemirror/state';
import { tableLines } from './markdown-table.ts';
import { type TableSyntax, tableAt } from './table-syntax.ts';

/** A cell by its place in the table; row 0 is the head. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export type TableEdit = 'addRow' | 'addColumn' | 'removeRow' | 'removeColumn';

/** The rows that are read: the head and those below the rule. */
export const rowsOf = ({ head, rows }: TableSyntax): readonly TableSyntax['head'][] => [head, ...rows];

/** The cell at a place of the text. */
export function cellAt(table: TableSyntax, at: number): CellPlace {
  const rows = rowsOf(table);
  const row = Math.max(
    0,
    rows.findLastIndex(({ cells }) => (cells[0]?.from ?? 0) <= at),
  );
  const column = Math.max(
    0,
    (rows[row]?.cells ?? []).findLastIndex(({ from }) => from <= at),
  );
  return { row, column };
}

/**
 * Adds a row or a column after the cursor's, or takes that one away; `null` where there is no table, or the head or the
 * last column would go.
 */
export function editTable(state: EditorState, edit: TableEdit): TransactionSpec | null {
  const { head } = state.selection.main;
  const table = tableAt(state, head);
  if (!table) return null;
  const { row, column } = cellAt(table, head);
  const columns = table.head.cells.length;
  const texts = rowsOf(table).map(({ cells }) => cells.map(({ text }) => text));
  const empty = Array.from({ length: columns }, () => '');
  switch (edit) {
    case 'addRow':
      return rewritten(state, table, texts.toSpliced(row + 1, 0, empty), table.aligns, { row: row + 1, column: 0 });
    case 'removeRow':
      if (row === 0) return null;
      return rewritten(state, table, texts.toSpliced(row, 1), table.aligns, {
        row: Math.max(0, Math.min(row, texts.length - 2)),
        column,
      });
    case 'addColumn': {
      const wider = texts.map((cells) => filled(cells, columns).toSpliced(column + 1, 0, ''));
      return rewritten(state, table, wider, table.aligns.toSpliced(column + 1, 0, null), { row, column: column + 1 });
    }
    case 'removeColumn': {
      if (columns < 2) return null;
      const narrower = texts.map((cells) => filled(cells, columns).toSpliced(column, 1));
      return rewritten(state, table, narrower, table.aligns.toSpliced(column, 1), {
        row,
        column: Math.min(column, columns - 2),
      });
    }
  }
}

/** Other words in a cell. @param into where the cursor stands in them */
export function setCell(
  state: EditorState,
  table: TableSyntax,
  place: CellPlace,
  text: string,
  into: number,
): TransactionSpec | null {
  const cell = rowsOf(table)[place.row]?.cells[place.column];
  if (!cell) {
    // The row is shorter than the head.
    const texts = rowsOf(table).map(({ cells }) =>
      filled(
        cells.map((one) => one.text),
        table.head.cells.length,
      ),
    );
    const changed = texts.map((cells, row) => (row === place.row ? cells.with(place.column, text) : cells));
    return rewritten(state, table, changed, table.aligns, place, into);
  }
  if (cell.text === text) return null;
  let start = 0;
  const most = Math.min(cell.text.length, text.length);
  while (start < most && cell.text[start] === text[start]) start += 1;
  let end = 0;
  while (end < most - start && cell.text[cell.text.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  const next = state.sliceDoc(cell.to, cell.to + 1);
  // A backslash at the end would make a letter of the pipe after it.
  const guard = /(?:^|[^\\])(?:\\\\)*\\$/.test(text) && next === '|' ? ' ' : '';
  return {
    changes: {
      from: cell.from + start,
      to: cell.to - end,
      insert: text.slice(start, text.length - end) + (end === 0 ? guard : ''),
    },
    selection: { anchor: cell.from + Math.min(into, text.length) },
  };
}

const filled = (cells: readonly string[], columns: number): readonly string[] =>
  cells.length >= columns ? cells : [...cells, ...Array.from({ length: columns - cells.length }, () => '')];

function rewritten(
  state: EditorState,
  table: TableSyntax,
  rows: readonly (readonly string[])[],
  aligns: TableSyntax['aligns'],
  { row, column }: CellPlace,
  into = 0,
): TransactionSpec {
  const insert = tableLines(table, rows, aligns);
  const changes = { from: table.from, to: table.to, insert };
  const next = state.update({ changes, filter: false }).state;
  const written = tableAt(next, table.from + table.head.before.length);
  const cell = written && rowsOf(written)[row]?.cells[column];
  return {
    changes,
    selection: { anchor: (cell?.from ?? table.from) + into },
    userEvent: 'input',
  };
}

/** The text of a cell as it may stand in a row: in one line, its pipes as letters. */
export function asCell(text: string): string {
  let out = '';
  const line = text.replace(/(?<!\s)\s*\n\s*/g, ' ');
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\\' && at + 1 < line.length) {
      out += line.slice(at, at + 2);
      at += 1;
    } else out += line[at] === '|' ? '\\|' : line[at];
  }
  return out;
}
