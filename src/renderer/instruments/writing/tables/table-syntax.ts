import type { EditorState } from '@codemirror/state';
import { type SyntaxNode, treeTo } from '../markdown-text.ts';

export type Align = 'left' | 'right' | 'center' | null;

/** A cell's words in the text, without the spaces around them. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Row {
  /** What stands before the row in its line: indents, quote signs, a list's sign. */
  readonly before: string;
  readonly cells: readonly Cell[];
}

/** A table as it is drawn, by its place in the text. */
export interface TableSyntax {
  /** The first letter of its first line, and the end of its last. */
  readonly from: number;
  readonly to: number;
  readonly head: Row;
  readonly rule: Row;
  readonly rows: readonly Row[];
  readonly aligns: readonly Align[];
}

/** The table around a place; `null` where there is none. */
export function tableAt(state: EditorState, at: number): TableSyntax | null {
  const tree = treeTo(state, state.doc.lineAt(at).to);
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(at, side); node; node = node.parent) {
      if (node.name === 'Table') return tableOf(state, node);
    }
  }
  // In an indent, before the first sign of a row.
  const line = state.doc.lineAt(at);
  const first = line.from + (/^[\s>]*/.exec(line.text)?.[0].length ?? 0);
  return first > at ? tableAt(state, first) : null;
}

/** The table of a node; `null` where a line of it is not as a table's. */
export function tableOf(state: EditorState, node: SyntaxNode): TableSyntax | null {
  const rows: Row[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    // In a quote its signs stand between.
    if (!child.name.startsWith('Table')) continue;
    const line = state.doc.lineAt(child.from);
    rows.push({
      before: line.text.slice(0, child.from - line.from),
      cells: cellsOf(line.text, child.from - line.from, line.from),
    });
  }
  const [head, rule, ...body] = rows;
  if (!head || !rule?.cells.every(({ text }) => /^:?-+:?$/.test(text))) return null;
  return {
    from: state.doc.lineAt(node.from).from,
    to: state.doc.lineAt(node.to).to,
    head,
    rule,
    rows: body,
    aligns: rule.cells.map(({ text }) => alignOf(text)),
  };
}

/** The cells of a row that begins at `start` of a line. A pipe after a backslash is a letter, also in code. */
function cellsOf(line: string, start: number, offset: number): readonly Cell[] {
  const cells: Cell[] = [];
  let from = start;
  const close = (to: number): void => {
    const text = line.slice(from, to);
    const words = text.trim();
    // An empty cell's words stand after one space.
    const at = words === '' ? Math.min(1, text.length) : text.indexOf(words);
    cells.push({ from: offset + from + at, to: offset + from + at + words.length, text: words });
  };
  for (let at = start; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '|') {
      // The pipe at the beginning parts nothing.
      if (line.slice(start, at).trim() !== '' || cells.length > 0) close(at);
      from = at + 1;
    }
  }
  if (line.slice(from).trim() !== '' || cells.length === 0) close(line.length);
  return cells;
}

const alignOf = (rule: string): Align => {
  const right = rule.endsWith(':');
  if (rule.startsWith(':')) return right ? 'center' : 'left';
  return right ? 'right' : null;
};
