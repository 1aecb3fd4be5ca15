import type { EditorState, TransactionSpec } from '@codemirror/state';
import { type Align, type Row, type TableSyntax, tableAt } from './table-syntax.ts';

/** Characters of the narrowest column. */
const LEAST = 3;

/** An empty table. @param rows those below the head */
export function newTable(columns: number, rows: number, head: (column: number) => string): string {
  const names = Array.from({ length: columns }, (_, at) => head(at + 1));
  const empty = names.map(() => '');
  return tableText([names, ...Array.from({ length: rows }, () => empty)], []);
}

/** The table around the cursor with its columns under one another; `null` where there is none. */
export function tidyTable(state: EditorState): TransactionSpec | null {
  const { head } = state.selection.main;
  const table = tableAt(state, head);
  if (!table) return null;
  const insert = written(table);
  const { from, to } = table;
  if (insert === state.sliceDoc(from, to)) return null;
  return {
    changes: { from, to, insert },
    selection: { anchor: cursorIn(table, insert, head) },
    userEvent: 'input',
    scrollIntoView: true,
  };
}

const written = (table: TableSyntax): string =>
  tableLines(
    table,
    [table.head, ...table.rows].map(({ cells }) => cells.map(({ text }) => text)),
    table.aligns,
  );

/** Rows with their columns under one another, each line behind what stands before it in the table. */
export function tableLines(
  { head, rule, rows }: TableSyntax,
  texts: readonly (readonly string[])[],
  aligns: readonly Align[],
): string {
  const before = [head, rule, ...rows].map((row) => row.before);
  const last = before.length > 2 ? before.at(-1) : before.at(1);
  return tableText(texts, aligns)
    .split('\n')
    .map((line, at) => `${before[at] ?? last ?? ''}${line}`)
    .join('\n');
}

/** The same place of the same cell in what was written. */
function cursorIn(table: TableSyntax, insert: string, at: number): number {
  const all = [table.head, table.rule, ...table.rows];
  const row = Math.max(
    0,
    all.findLastIndex(({ cells }) => (cells[0]?.from ?? 0) <= at),
  );
  const cells = all[row]?.cells ?? [];
  const column = Math.max(
    0,
    cells.findLastIndex(({ from }) => from <= at),
  );
  const cell = cells[column];
  const into = Math.max(0, Math.min(at - (cell?.from ?? at), cell?.text.length ?? 0));
  const lines = insert.split('\n');
  const start = lines.slice(0, row).reduce((sum, line) => sum + line.length + 1, 0);
  return table.from + start + startOf(lines[row] ?? '', all[row], column) + into;
}

/** Where the words of a cell begin in a line that was written. */
function startOf(line: string, row: Row | undefined, column: number): number {
  let left = column + 1;
  for (let at = row?.before.length ?? 0; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '|') left -= 1;
    if (left === 0) return at + 1 + (/^\s*(?=\S)(?!\|)/.exec(line.slice(at + 1))?.[0].length ?? 1);
  }
  return line.length;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Columns of characters as they are seen: an accent takes none, a sign of Chinese takes two. */
const widthOf = (cell: string): number =>
  [...new Intl.Segmenter().segment(cell)].reduce((sum, { segment }) => sum + (WIDE.test(segment) ? 2 : 1), 0);

/** A table as Markdown. Cells beyond the head stay where they are and widen nothing. */
function tableText(rows: readonly (readonly string[])[], aligns: readonly Align[]): string {
  const [names = []] = rows;
  const widths = names.map((_, at) => Math.max(LEAST, ...rows.map((row) => widthOf(row[at] ?? ''))));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (text: string, at: number): string => {
    const room = Math.max(0, (widths[at] ?? 0) - widthOf(text));
    return aligns[at] === 'right' ? ' '.repeat(room) + text : text + ' '.repeat(room);
  };
  const rule = widths.map((width, at) => {
    const align = aligns[at] ?? null;
    const start = align === 'left' || align === 'center' ? ':' : '-';
    const end = align === 'right' || align === 'center' ? ':' : '-';
    return start + '-'.repeat(width - 2) + end;
  });
  const [head = [], ...body] = rows.map((row) =>
    Array.from({ length: Math.max(names.length, row.length) }, (_, at) => cell(row[at] ?? '', at)),
  );
  return [line(head), line(rule), ...body.map(line)].join('\n');
}
