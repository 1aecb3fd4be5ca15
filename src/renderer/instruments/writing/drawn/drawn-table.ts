import { syntaxTree } from '@codemirror/language';
import { EditorState, type Extension, Prec, type Range, StateField, type Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, WidgetType } from '@codemirror/view';
import type { SyntaxNode } from '../markdown-text.ts';
import { enterTable, isInTable, lineOfSource } from '../source-line.ts';
import { type CellPlace, cellAt, rowsOf } from '../tables/table-edits.ts';
import { type GridHost, TableGrid } from '../tables/table-grid.ts';
import { type TableSyntax, tableAt, tableOf } from '../tables/table-syntax.ts';

/** A larger one stays as its source: a grid of so many cells is slow, and no note's. */
const MOST_CELLS = 600;

/** Tables by the syntax they were read from, which stays the same object while nothing in them changes. */
const known = new WeakMap<object, TableSyntax | null>();

interface Place {
  readonly from: number;
  readonly to: number;
}

interface Drawn {
  readonly tables: readonly Place[];
  readonly decorations: DecorationSet;
}

/** Tables are grids that are written in. A table in a list or a quote, a broken or a very large one stays source. */
export function drawnTables(host: GridHost): Extension {
  const field = StateField.define<Drawn>({
    create: (state) => draw(state, host),
    update(drawn, change) {
      const { startState, state, docChanged, effects } = change;
      const isSame =
        !docChanged && !change.selection && effects.length === 0 && syntaxTree(startState) === syntaxTree(state);
      return isSame ? drawn : draw(state, host);
    },
    provide: (own) => EditorView.decorations.from(own, ({ decorations }) => decorations),
  });
  const beside = (view: EditorView, way: 'up' | 'down' | 'left' | 'right'): boolean => {
    const { main } = view.state.selection;
    const line = view.state.doc.lineAt(main.head);
    const isOn = way === 'down' || way === 'right';
    const { tables } = view.state.field(field);
    const table = tables.find(({ from, to }) => (isOn ? from === line.to + 1 : to === line.from - 1));
    if (!table || !main.empty) return false;
    if (way === 'right' && main.head !== line.to) return false;
    if (way === 'left' && main.head !== line.from) return false;
    if (way === 'up' || way === 'down') {
      // A line may be several lines of the window.
      const next = view.moveVertically(main, isOn).head;
      if (next >= line.from && next <= line.to && next !== main.head) return false;
    }
    return enter(view, table, isOn ? 'first' : way === 'left' ? 'last' : 'last row');
  };
  return [
    field,
    EditorState.transactionFilter.of((change) => {
      const at = change.isUserEvent('input') && !change.isUserEvent('input.type.compose') ? insertedAt(change) : null;
      const line = at === null ? null : change.startState.doc.lineAt(at);
      const isUnder =
        line !== null &&
        line.length === 0 &&
        change.startState.field(field).tables.some(({ to }) => to === line.from - 1);
      // Words right under a table would be a row of it.
      return isUnder ? [change, { changes: { from: line.from, insert: '\n' }, sequential: true }] : change;
    }),
    Prec.high(
      keymap.of([
        { key: 'ArrowDown', run: (view) => beside(view, 'down') },
        { key: 'ArrowUp', run: (view) => beside(view, 'up') },
        { key: 'ArrowRight', run: (view) => beside(view, 'right') },
        { key: 'ArrowLeft', run: (view) => beside(view, 'left') },
      ]),
    ),
  ];
}

/** Where a change puts words in, taking none away; `null` where it does more. */
function insertedAt({ changes }: Transaction): number | null {
  let at: number | null = null;
  let count = 0;
  changes.iterChanges((from, to, _from, _to, inserted) => {
    count += 1;
    if (from === to && inserted.length > 0 && /\S/.test(inserted.line(1).text)) at = from;
  });
  return count === 1 ? at : null;
}

function draw(state: EditorState, host: GridHost): Drawn {
  const source = isInTable(state) ? null : lineOfSource(state);
  const tables: Place[] = [];
  const ranges: Range<Decoration>[] = [];
  syntaxTree(state).iterate({
    enter: ({ name, node }) => {
      if (name !== 'Table') return name === 'Document';
      const table = tableIn(state, node);
      if (!table) return false;
      const from = state.doc.lineAt(node.from).from;
      const to = from + table.to - table.from;
      // A cursor that came here by other ways than the arrows is in the source.
      if (to > state.doc.length || (source && source.from <= to && source.to >= from)) return false;
      tables.push({ from, to });
      const widget = new DrawnTable(table, state.sliceDoc(from, to), host);
      ranges.push(Decoration.replace({ widget, block: true }).range(from, to));
      return false;
    },
  });
  return { tables, decorations: Decoration.set(ranges) };
}

function tableIn(state: EditorState, node: SyntaxNode): TableSyntax | null {
  const key = node.tree;
  if (key && known.has(key)) return known.get(key) ?? null;
  const read = tableOf(state, node);
  const table = read && isGrid(read) ? read : null;
  if (key) known.set(key, table);
  return table;
}

function isGrid(table: TableSyntax): boolean {
  const columns = table.head.cells.length;
  const rows = rowsOf(table);
  return (
    columns === table.aligns.length &&
    columns * rows.length <= MOST_CELLS &&
    rows.every(({ before, cells }) => before.trim() === '' && cells.length <= columns)
  );
}

/** Puts the cursor into a cell of a drawn table. */
function enter(view: EditorView, { from, to }: Place, where: 'first' | 'last' | 'last row' | number): boolean {
  const table = tableAt(view.state, from);
  if (!table || table.to !== to) return false;
  const rows = rowsOf(table);
  const last = { row: rows.length - 1, column: table.head.cells.length - 1 };
  const place: CellPlace =
    typeof where === 'number'
      ? cellAt(table, where)
      : where === 'first'
        ? { row: 0, column: 0 }
        : where === 'last'
          ? last
          : { row: last.row, column: 0 };
  const cell = rows[place.row]?.cells[place.column];
  const at = typeof where === 'number' ? where : where === 'last' ? (cell?.to ?? to) : (cell?.from ?? from);
  view.dispatch({ selection: { anchor: at }, effects: enterTable.of(true), scrollIntoView: true });
  const grid = gridAt(view, from);
  if (grid) grid.focus(place, cell ? at - cell.from : 0);
  else view.dispatch({ effects: enterTable.of(false) });
  return grid !== null;
}

const grids = new WeakMap<HTMLElement, TableGrid>();

function gridAt(view: EditorView, from: number): TableGrid | null {
  for (const root of view.contentDOM.querySelectorAll<HTMLElement>('.sat-w-table')) {
    if (view.posAtDOM(root) === from) return grids.get(root) ?? null;
  }
  return null;
}

/** Gives the focus to where the cursor is: into a cell, or to the text. */
export function focusText(view: EditorView): void {
  const { head } = view.state.selection.main;
  for (const root of view.contentDOM.querySelectorAll<HTMLElement>('.sat-w-table')) {
    const from = view.posAtDOM(root);
    const table = head < from ? null : tableAt(view.state, from);
    if (table && head <= table.to && enter(view, table, head)) return;
  }
  view.focus();
}

class DrawnTable extends WidgetType {
  readonly table: TableSyntax;
  readonly source: string;
  readonly host: GridHost;

  constructor(table: TableSyntax, source: string, host: GridHost) {
    super();
    this.table = table;
    this.source = source;
    this.host = host;
  }

  override eq(other: DrawnTable): boolean {
    return other.source === this.source && other.host === this.host;
  }

  override get estimatedHeight(): number {
    return rowsOf(this.table).length * 41 + 40;
  }

  toDOM(view: EditorView): HTMLElement {
    const grid = new TableGrid(view, this.host, focusText);
    grid.show(this.table);
    grids.set(grid.root, grid);
    return grid.root;
  }

  override updateDOM(root: HTMLElement): boolean {
    const grid = grids.get(root);
    grid?.show(this.table);
    return grid !== undefined;
  }
}
