import type { EditorState, TransactionSpec } from '@codemirror/state';

type Align = 'left' | 'right' | 'center' | null;

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const isRule = (line: string): boolean =>
  line.includes('-') && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell)) && /[|:]/.test(line);

/** An empty table. @param rows those below the head */
export function newTable(columns: number, rows: number, head: (column: number) => string): string {
  const names = Array.from({ length: columns }, (_, at) => head(at + 1));
  const empty = names.map(() => '');
  return written([names, ...Array.from({ length: rows }, () => empty)], [], 3);
}

/** The table around the cursor with its columns under one another; `null` where there is none. */
export function tidyTable(state: EditorState): TransactionSpec | null {
  const { doc, selection } = state;
  const here = doc.lineAt(selection.main.head).number;
  const isRow = (number: number): boolean =>
    number >= 1 && number <= doc.lines && /(?<!\\)\|/.test(doc.line(number).text);
  if (!isRow(here)) return null;
  let first = here;
  while (isRow(first - 1)) first -= 1;
  let last = here;
  while (isRow(last + 1)) last += 1;
  const lines = Array.from({ length: last - first + 1 }, (_, at) => doc.line(first + at));
  const rule = lines[1]?.text ?? '';
  if (!isRule(rule)) return null;
  const rows = lines.filter((_, at) => at !== 1).map(({ text }) => cellsOf(text));
  const insert = written(rows, cellsOf(rule).map(alignOf), 3);
  const from = doc.line(first).from;
  const to = doc.line(last).to;
  if (insert === state.sliceDoc(from, to)) return null;
  const line = doc.line(here);
  const cell = cellsOf(line.text.slice(0, selection.main.head - line.from)).length;
  return {
    changes: { from, to, insert },
    selection: { anchor: placeOf(insert, from, here - first, cell) },
    userEvent: 'input',
  };
}

const alignOf = (rule: string): Align => {
  const right = rule.endsWith(':');
  if (rule.startsWith(':')) return right ? 'center' : 'left';
  return right ? 'right' : null;
};

/** The end of a cell's words in what was written. */
function placeOf(table: string, from: number, row: number, cell: number): number {
  const lines = table.split('\n');
  const before = lines.slice(0, row).reduce((sum, line) => sum + line.length + 1, 0);
  const line = lines[row] ?? '';
  const parts = line.split(/(?<!\\)\|/);
  const start = parts.slice(0, cell).reduce((sum, part) => sum + part.length + 1, 0);
  return from + before + start + (parts[cell]?.trimEnd().length ?? 0);
}

/** Characters as they are seen, so that an accent does not widen a column. */
const lengthOf = (cell: string): number => [...new Intl.Segmenter().segment(cell)].length;

function written(rows: readonly (readonly string[])[], aligns: readonly Align[], least: number): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(least, ...rows.map((row) => lengthOf(row[at] ?? ''))),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (text: string, at: number): string => {
    const room = (widths[at] ?? 0) - lengthOf(text);
    return aligns[at] === 'right' ? ' '.repeat(room) + text : text + ' '.repeat(room);
  };
  const rule = widths.map((width, at) => {
    const align = aligns[at] ?? null;
    const start = align === 'left' || align === 'center' ? ':' : '-';
    const end = align === 'right' || align === 'center' ? ':' : '-';
    return start + '-'.repeat(width - 2) + end;
  });
  const [head = [], ...body] = rows.map((row) => widths.map((_, at) => cell(row[at] ?? '', at)));
  return [line(head), line(rule), ...body.map(line)].join('\n');
}
