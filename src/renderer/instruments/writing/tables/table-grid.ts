import { redo, undo } from '@codemirror/commands';
import type { Text, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { drawnInline } from '../drawn/drawn-inline.ts';
import { enterTable } from '../source-line.ts';
import { areFigures } from './figure-columns.ts';
import { asCell, type CellPlace, editTable, rowsOf, setCell, type TableEdit } from './table-edits.ts';
import { type TableSyntax, tableAt } from './table-syntax.ts';

type GridWord = 'editor.drawn.table' | `command.${TableEdit}`;

/** What a grid asks of the screen around it. */
export interface GridHost {
  say: (key: GridWord, values?: Readonly<Record<string, number>>) => string;
  /** Takes a key press; true where it did something. */
  pressed: (event: KeyboardEvent) => boolean;
  /** Plain text from outside, as it may stand in the text. */
  cleaned: (text: string) => string;
  /** Calls off a paste that is awaited; true where there was one. */
  undoPaste: () => boolean;
}

const EDITS = ['addRow', 'addColumn', 'removeRow', 'removeColumn'] as const satisfies readonly TableEdit[];

/**
 * A table as cells that are written in. Each key changes the Markdown of the note, so that it is saved, undone and found
 * like all other words; the cell with the cursor shows its words with their signs.
 */
export class TableGrid {
  readonly root = document.createElement('div');
  readonly #view: EditorView;
  readonly #host: GridHost;
  readonly #focusText: (view: EditorView) => void;
  readonly #table = document.createElement('table');
  readonly #scroller = document.createElement('div');
  #cells: HTMLElement[][] = [];
  #shown: TableSyntax | null = null;

  constructor(view: EditorView, host: GridHost, focusText: (view: EditorView) => void) {
    this.#view = view;
    this.#host = host;
    this.#focusText = focusText;
    this.root.className = 'sat-w-table';
    this.root.contentEditable = 'false';
    this.#table.className = 'govuk-table';
    this.#table.setAttribute('role', 'grid');
    this.#scroller.className = 'sat-w-tablescroll';
    this.#scroller.append(this.#table);
    this.root.append(this.#scroller, this.#tools());
    // Whether it is wider changes with the window and with the spacing of letters, too.
    const sizes = new ResizeObserver(() => this.#measureWidth());
    for (const box of [this.#scroller, this.#table]) sizes.observe(box);
    this.#listen();
  }

  /** Shows a table as it stands now; the cell that is written in stays as it is where it says the same. */
  show(table: TableSyntax): void {
    this.#shown = table;
    const rows = rowsOf(table);
    const columns = table.head.cells.length;
    const isSame = this.#cells.length === rows.length && this.#cells[0]?.length === columns;
    if (!isSame) this.#build(rows.length, columns);
    this.#table.setAttribute('aria-label', this.#host.say('editor.drawn.table', { columns, rows: rows.length }));
    const sides = table.aligns.map((align, column) => align ?? (isFigures(table, column) ? 'right' : 'left'));
    this.#cells.forEach((cells, row) => {
      cells.forEach((box, column) => {
        box.classList.toggle('num', sides[column] === 'right');
        box.classList.toggle('sat-center', sides[column] === 'center');
        const text = rows[row]?.cells[column]?.text ?? '';
        if (box === document.activeElement) {
          if (asCell(box.textContent ?? '').trim() !== text) box.textContent = text;
        } else box.replaceChildren(...drawnInline(text));
      });
    });
    this.#measureWidth();
  }

  /** One that is wider than the text is scrolled by keys too. */
  #measureWidth(): void {
    const columns = this.#cells[0]?.length ?? 0;
    this.#view.requestMeasure({
      key: this,
      read: () => this.#scroller.scrollWidth > this.#scroller.clientWidth + 1,
      write: (isWide) => {
        if (isWide === this.#scroller.hasAttribute('tabindex')) return;
        if (isWide) {
          this.#scroller.tabIndex = 0;
          this.#scroller.setAttribute('role', 'group');
          this.#scroller.setAttribute(
            'aria-label',
            this.#host.say('editor.drawn.table', { columns, rows: this.#cells.length }),
          );
        } else for (const name of ['tabindex', 'role', 'aria-label']) this.#scroller.removeAttribute(name);
      },
    });
  }

  /** @param into letters before the cursor in the cell's source */
  focus({ row, column }: CellPlace, into: number): void {
    const box = this.#cells[row]?.[column];
    if (!box) return;
    box.focus();
    const [words] = box.childNodes;
    const range = document.createRange();
    range.setStart(words ?? box, Math.min(into, words?.textContent?.length ?? 0));
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    box.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #build(rows: number, columns: number): void {
    const hadFocus = this.root.contains(document.activeElement);
    this.#cells = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, () => {
        const box = document.createElement(row === 0 ? 'th' : 'td');
        box.className = row === 0 ? 'govuk-table__header' : 'govuk-table__cell';
        box.setAttribute('role', row === 0 ? 'columnheader' : 'gridcell');
        if (row === 0) box.setAttribute('scope', 'col');
        box.setAttribute('contenteditable', 'plaintext-only');
        // By arrows from the text: Tab goes from cell to cell inside, and past the text outside.
        box.tabIndex = -1;
        return box;
      }),
    );
    const parts = (['thead', 'tbody'] as const).map((name) => document.createElement(name));
    this.#cells.forEach((cells, row) => {
      const line = document.createElement('tr');
      line.append(...cells);
      parts[row === 0 ? 0 : 1]?.append(line);
    });
    this.#table.replaceChildren(...parts);
    // What had the focus is gone; the edit that did it gives it anew.
    if (hadFocus) queueMicrotask(() => this.root.contains(document.activeElement) || this.#focusText(this.#view));
  }

  #tools(): HTMLElement {
    const bar = document.createElement('div');
    bar.className = 'sat-w-tabletools';
    for (const edit of EDITS) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sat-iconbtn';
      // By keys the commands do it.
      button.tabIndex = -1;
      button.textContent = this.#host.say(`command.${edit}`);
      button.addEventListener('mousedown', (event) => event.preventDefault());
      button.addEventListener('click', () => this.#edit(edit));
      bar.append(button);
    }
    return bar;
  }

  #listen(): void {
    const { root } = this;
    root.addEventListener('focusin', ({ target }) => {
      const place = this.#placeOf(target);
      const box = place && this.#cells[place.row]?.[place.column];
      const text = place && this.#now()?.cell(place)?.text;
      if (box && box.textContent !== text) box.textContent = text ?? '';
      this.#view.dispatch({ effects: enterTable.of(true) });
    });
    root.addEventListener('focusout', ({ target, relatedTarget }) => {
      const place = this.#placeOf(target);
      const box = place && this.#cells[place.row]?.[place.column];
      if (box) box.replaceChildren(...drawnInline(this.#now()?.cell(place)?.text ?? ''));
      if (!root.contains(relatedTarget as Node | null)) this.#view.dispatch({ effects: enterTable.of(false) });
    });
    root.addEventListener('input', (event) => this.#written(event as InputEvent));
    root.addEventListener('keydown', (event) => this.#pressed(event));
    root.addEventListener('keyup', () => this.#follow());
    root.addEventListener('mouseup', () => this.#follow());
    root.addEventListener('paste', (event) => {
      event.preventDefault();
      const text = this.#host.cleaned(event.clipboardData?.getData('text/plain') ?? '');
      // As if it were typed: the cell takes it in.
      document.execCommand('insertText', false, asCell(text).trim());
    });
    root.addEventListener('beforeinput', (event) => {
      const { inputType } = event as InputEvent;
      if (/^insert(?:Paragraph|LineBreak)$|^format/.test(inputType)) event.preventDefault();
      if (inputType === 'historyUndo' || inputType === 'historyRedo') {
        event.preventDefault();
        this.#undo(inputType === 'historyUndo' ? undo : redo);
      }
    });
  }

  #placeOf(target: EventTarget | null): CellPlace | null {
    for (const [row, cells] of this.#cells.entries()) {
      const column = cells.indexOf(target as HTMLElement);
      if (column >= 0) return { row, column };
    }
    return null;
  }

  /** The table as it stands in the text now. */
  #now() {
    const at = this.#view.posAtDOM(this.root);
    const table = tableAt(this.#view.state, at + (this.#shown?.head.before.length ?? 0));
    return table && { table, cell: ({ row, column }: CellPlace) => rowsOf(table)[row]?.cells[column] };
  }

  #written(event: InputEvent): void {
    const place = this.#placeOf(event.target);
    const box = place && this.#cells[place.row]?.[place.column];
    const now = this.#now();
    if (!box || !now) return;
    const raw = box.textContent ?? '';
    const start = raw.length - raw.trimStart().length;
    const before = asCell(raw.slice(0, caretIn(box))).slice(start).length;
    const change = setCell(this.#view.state, now.table, place, asCell(raw).trim(), before);
    const isTaking = event.inputType.startsWith('delete');
    const userEvent = event.isComposing ? 'input.type.compose' : isTaking ? 'delete.backward' : 'input.type';
    if (change) this.#view.dispatch({ ...change, userEvent });
    // A pipe became a letter, or there was no room.
    const text = this.#now()?.cell(place)?.text ?? '';
    if (!event.isComposing && raw.trim() !== text) {
      box.textContent = text;
      this.focus(place, before);
    }
  }

  /** The cursor of the text goes with that of the cell: what is done to words is done here. */
  #follow(): void {
    const place = this.#placeOf(document.activeElement);
    const box = place && this.#cells[place.row]?.[place.column];
    const cell = place && this.#now()?.cell(place);
    const selection = getSelection();
    if (!box || !cell || !selection?.anchorNode || !box.contains(selection.anchorNode)) return;
    const start = cell.from - ((box.textContent ?? '').length - (box.textContent ?? '').trimStart().length);
    const at = (node: Node | null, offset: number): number =>
      Math.max(cell.from, Math.min(cell.to, start + lettersBefore(box, node, offset)));
    const anchor = at(selection.anchorNode, selection.anchorOffset);
    const head = at(selection.focusNode, selection.focusOffset);
    const { main } = this.#view.state.selection;
    if (main.anchor !== anchor || main.head !== head) this.#view.dispatch({ selection: { anchor, head } });
  }

  #pressed(event: KeyboardEvent): void {
    const place = this.#placeOf(event.target);
    if (!place || event.isComposing) return;
    this.#follow();
    if (this.#moved(event, place) || this.#host.pressed(event)) event.preventDefault();
  }

  #moved(event: KeyboardEvent, place: CellPlace): boolean {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (ctrlKey || metaKey) {
      const isUndo = key.toLowerCase() === 'z' && !shiftKey;
      const isRedo = key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && shiftKey);
      const isAll = key.toLowerCase() === 'a' && !shiftKey;
      if (altKey || !(isUndo || isRedo || isAll)) return false;
      if (isAll) getSelection()?.selectAllChildren(this.#cells[place.row]?.[place.column] ?? this.#table);
      else this.#undo(isUndo ? undo : redo);
      return true;
    }
    if (altKey) return false;
    const { row, column } = place;
    const last = { row: this.#cells.length - 1, column: (this.#cells[0]?.length ?? 1) - 1 };
    const box = this.#cells[row]?.[column];
    if (!box) return false;
    switch (key) {
      case 'Escape':
        return this.#leave('after');
      case 'Tab':
        return shiftKey ? this.#previous(place, last.column) : this.#next(place, last);
      case 'Enter':
        if (row < last.row) return this.#go({ row: row + 1, column }, 'end');
        return this.#isEmpty(row) && row > 0 ? this.#leave('after') : this.#edit('addRow');
      case 'ArrowDown':
        if (shiftKey || !isAtEdge(box, 'bottom')) return false;
        return row < last.row ? this.#go({ row: row + 1, column }, 'start') : this.#leave('after');
      case 'ArrowUp':
        if (shiftKey || !isAtEdge(box, 'top')) return false;
        return row > 0 ? this.#go({ row: row - 1, column }, 'start') : this.#leave('before');
      case 'ArrowRight':
        if (shiftKey || !isAt(box, 'end')) return false;
        return row === last.row && column === last.column ? this.#leave('after') : this.#next(place, last, 'start');
      case 'ArrowLeft':
        if (shiftKey || !isAt(box, 'start')) return false;
        return this.#previous(place, last.column);
      default:
        return false;
    }
  }

  #next({ row, column }: CellPlace, last: CellPlace, where: 'start' | 'end' = 'end'): boolean {
    if (column < last.column) return this.#go({ row, column: column + 1 }, where);
    if (row < last.row) return this.#go({ row: row + 1, column: 0 }, where);
    return this.#edit('addRow');
  }

  #previous({ row, column }: CellPlace, lastColumn: number): boolean {
    if (column > 0) return this.#go({ row, column: column - 1 }, 'end');
    return row > 0 ? this.#go({ row: row - 1, column: lastColumn }, 'end') : this.#leave('before');
  }

  #go(place: CellPlace, where: 'start' | 'end'): boolean {
    const cell = this.#now()?.cell(place);
    this.focus(place, where === 'end' ? (cell?.text.length ?? 0) : 0);
    this.#follow();
    return true;
  }

  #isEmpty(row: number): boolean {
    return (this.#cells[row] ?? []).every((box) => (box.textContent ?? '').trim() === '');
  }

  /** Goes on in the text. Words right under a table would be a row of it, so a blank line stays between. */
  #leave(where: 'before' | 'after'): boolean {
    const now = this.#now();
    if (!now) return false;
    const { doc } = this.#view.state;
    const change = where === 'after' ? lineAfter(doc, now.table.to) : lineBefore(now.table.from);
    this.#view.dispatch({ ...change, effects: enterTable.of(false), scrollIntoView: true });
    this.#view.focus();
    return true;
  }

  #edit(edit: TableEdit): boolean {
    const change = editTable(this.#view.state, edit);
    if (change) this.#view.dispatch({ ...change, effects: enterTable.of(true) });
    this.#focusText(this.#view);
    return true;
  }

  #undo(way: typeof undo): void {
    if (way !== undo || !this.#host.undoPaste()) way(this.#view);
    this.#focusText(this.#view);
  }
}

const isFigures = (table: TableSyntax, column: number): boolean =>
  areFigures(table.rows.map(({ cells }) => cells[column]?.text ?? ''));

const lineBefore = (from: number): TransactionSpec =>
  from > 0 ? { selection: { anchor: from - 1 } } : { changes: { from, insert: '\n\n' }, selection: { anchor: 0 } };

function lineAfter(doc: Text, to: number): TransactionSpec {
  if (to === doc.length) return { changes: { from: to, insert: '\n\n' }, selection: { anchor: to + 2 } };
  const next = doc.lineAt(to + 1);
  if (next.text.trim() !== '') return { selection: { anchor: next.from } };
  if (next.to < doc.length) return { selection: { anchor: next.to + 1 } };
  return { changes: { from: next.to, insert: '\n' }, selection: { anchor: next.to + 1 } };
}

const caretIn = (box: HTMLElement): number => {
  const selection = getSelection();
  return lettersBefore(box, selection?.focusNode ?? null, selection?.focusOffset ?? 0);
};

function lettersBefore(box: HTMLElement, node: Node | null, offset: number): number {
  if (!node || !box.contains(node)) return 0;
  const range = document.createRange();
  range.setStart(box, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

function isAt(box: HTMLElement, where: 'start' | 'end'): boolean {
  const selection = getSelection();
  if (!selection?.isCollapsed) return false;
  return caretIn(box) === (where === 'start' ? 0 : (box.textContent ?? '').length);
}

/** Whether the cursor is in the first or the last line of a cell. */
function isAtEdge(box: HTMLElement, edge: 'top' | 'bottom'): boolean {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return true;
  const caret = selection.getRangeAt(0).getClientRects()[0];
  if (!caret) return true;
  const inner = document.createRange();
  inner.selectNodeContents(box);
  const all = inner.getBoundingClientRect();
  return edge === 'top' ? caret.top < all.top + caret.height / 2 : caret.bottom > all.bottom - caret.height / 2;
}
