import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

/** A piece of one line. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

export type LineKind = 'list' | 'numbered' | 'task' | 'quote';

const ITEM = /^(\s*)(?:(?:[-*+]|(\d{1,9})[.)])\s+(\[[ xX]\]\s+)?)?/;

/** Makes the selected lines items of a list or a quote, or words again where all are that already. */
export function toggleLines(state: EditorState, kind: LineKind): TransactionSpec {
  const { main } = state.selection;
  const all = linesOf(state, main.from, main.to);
  const full = all.filter(({ text }) => text.trim() !== '');
  const lines = full.length > 0 ? full : all.slice(0, 1);
  const isOn = lines.every(({ text }) => kindOf(text) === kind);
  const changes = lines.map((line, at) => {
    if (kind === 'quote') {
      const sign = /^>[ \t]?/.exec(line.text)?.[0] ?? '';
      return { from: line.from, to: line.from + (isOn ? sign.length : 0), insert: isOn ? '' : '> ' };
    }
    const [before = '', indent = ''] = ITEM.exec(line.text) ?? [];
    const sign = isOn ? '' : { list: '- ', numbered: `${at + 1}. `, task: '- [ ] ' }[kind];
    return { from: line.from + indent.length, to: line.from + before.length, insert: sign };
  });
  const set = state.changes(changes);
  return {
    changes: set,
    selection: EditorSelection.single(set.mapPos(main.anchor, 1), set.mapPos(main.head, 1)),
    userEvent: 'input',
    scrollIntoView: true,
  };
}

function kindOf(text: string): LineKind | null {
  if (text.startsWith('>')) return 'quote';
  const [before = '', , number, box] = ITEM.exec(text) ?? [];
  if (before.trim() === '') return null;
  if (box !== undefined) return 'task';
  return number === undefined ? 'list' : 'numbered';
}

/** A line becomes a heading, a smaller heading, then words again. */
export function toggleHeading(state: EditorState): TransactionSpec {
  const { main } = state.selection;
  const lines = linesOf(state, main.from, main.to).filter(({ text }, at) => at === 0 || text.trim() !== '');
  const now = /^#{1,6}(?=\s)/.exec(lines[0]?.text ?? '')?.[0].length ?? 0;
  const sign = now === 0 ? '## ' : now < 3 ? '### ' : '';
  const changes = lines.map((line) => ({
    from: line.from,
    to: line.from + (/^#{1,6}\s+/.exec(line.text)?.[0].length ?? 0),
    insert: sign,
  }));
  const set = state.changes(changes);
  return {
    changes: set,
    selection: EditorSelection.single(set.mapPos(main.anchor, 1), set.mapPos(main.head, 1)),
    userEvent: 'input',
    scrollIntoView: true,
  };
}

/** Ticks the boxes of the selected lines, or takes the ticks away where all have one; `null` where there is no box. */
export function toggleTicks(state: EditorState): TransactionSpec | null {
  const { main } = state.selection;
  const boxes = linesOf(state, main.from, main.to).flatMap(({ from, text }) => {
    const box = /^(?:\s*>)*\s*(?:[-*+]|\d{1,9}[.)])\s+\[([ xX])\](?=\s|$)/.exec(text);
    return box ? [{ at: from + box[0].length - 2, isTicked: box[1] !== ' ' }] : [];
  });
  if (boxes.length === 0) return null;
  const insert = boxes.every(({ isTicked }) => isTicked) ? ' ' : 'x';
  return { changes: boxes.map(({ at }) => ({ from: at, to: at + 1, insert })), userEvent: 'input' };
}

/** Moves the items of the selected lines one level in or out; `null` where there is none. */
export function moveItems(state: EditorState, way: 'in' | 'out'): TransactionSpec | null {
  const { main } = state.selection;
  const lines = linesOf(state, main.from, main.to).filter(({ text }) => widthOf(text) > 0);
  const [first] = lines;
  if (!first) return null;
  const now = indentOf(first.text);
  const wanted = way === 'in' ? innerIndent(state, first.number, now) : outerIndent(state, first.number, now);
  const step = wanted - now;
  if (step === 0) return null;
  const changes = lines.map((line) =>
    step > 0
      ? { from: line.from, insert: ' '.repeat(step) }
      : { from: line.from, to: line.from + Math.min(-step, indentOf(line.text)) },
  );
  return { changes, userEvent: 'input', scrollIntoView: true };
}

/**
 * Ends a list or quote at an item without words; `null` elsewhere. A blank line stays between: without it Markdown
 * takes what follows as words of the item above.
 */
export function leaveList(state: EditorState): TransactionSpec | null {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  if (!main.empty || main.head !== line.to || !/^(?:>|[-*+]|\d{1,9}[.)])\s*(?:\[[ xX]\]\s*)?$/.test(line.text))
    return null;
  const above = line.number > 1 ? state.doc.line(line.number - 1).text : '';
  const insert = above.trim() === '' ? '' : '\n';
  return {
    changes: { from: line.from, to: line.to, insert },
    selection: { anchor: line.from + insert.length },
    userEvent: 'input',
    scrollIntoView: true,
  };
}

const indentOf = (text: string): number => /^\s*/.exec(text)?.[0].length ?? 0;
/** How far the words of an item stand from its sign; 0 for a line that is no item. */
const widthOf = (text: string): number => /^\s*((?:[-*+]|\d{1,9}[.)])\s)/.exec(text)?.[1]?.length ?? 0;

/** Under the words of the item above; where that is further out already, the line stays. */
function innerIndent(state: EditorState, number: number, now: number): number {
  for (let at = number - 1; at >= 1; at -= 1) {
    const { text } = state.doc.line(at);
    if (widthOf(text) === 0) return now;
    if (indentOf(text) <= now) return indentOf(text) + widthOf(text);
  }
  return now;
}

function outerIndent(state: EditorState, number: number, now: number): number {
  for (let at = number - 1; at >= 1; at -= 1) {
    const { text } = state.doc.line(at);
    if (widthOf(text) > 0 && indentOf(text) < now) return indentOf(text);
  }
  return 0;
}

/** A link around the selected words; its words or its address are still to be written, and the cursor is there. */
export function addLink(state: EditorState, words: string): TransactionSpec {
  const { from, to, empty } = state.selection.main;
  const text = empty ? words : state.sliceDoc(from, to);
  return {
    changes: { from, to, insert: `[${text}]()` },
    selection: empty
      ? EditorSelection.single(from + 1, from + 1 + text.length)
      : EditorSelection.cursor(from + text.length + 3),
    userEvent: 'input',
    scrollIntoView: true,
  };
}

/** Puts Markdown at the cursor: of one line where it stands, of several with blank lines around it. */
export function addText(
  state: EditorState,
  markdown: string,
  isBlock = markdown.includes('\n'),
  { from, to }: Piece = state.selection.main,
): TransactionSpec {
  const insert = blockAt(state, markdown, { from, to }, isBlock);
  const { room, caret } = isBlock ? lineBehind(state, to) : { room: '', caret: 0 };
  return {
    changes: { from, to, insert: `${insert}${room}` },
    selection: { anchor: from + insert.length + caret },
    userEvent: 'input.paste',
    scrollIntoView: true,
  };
}

/** Markdown as it stands at a place: of several lines with blank lines around it. */
export const blockAt = (
  state: EditorState,
  markdown: string,
  { from, to }: Piece,
  isBlock = markdown.includes('\n'),
): string => (isBlock ? `${gapBefore(state, from)}${markdown.trim()}${gapAfter(state, to)}` : markdown);

/**
 * A line of its own behind a block, for what is typed next: in the block's last line it would become part of the block, on
 * the line after it as well.
 */
function lineBehind(state: EditorState, at: number): { readonly room: string; readonly caret: number } {
  const breaks = /^\n{0,2}/.exec(state.sliceDoc(at, at + 2))?.[0].length ?? 0;
  // The words behind stood on the same line, or none do.
  if (breaks === 0) return { room: '', caret: 0 };
  if (state.sliceDoc(at).trim() === '') return { room: '', caret: breaks };
  return breaks === 1 ? { room: '\n\n', caret: 1 } : { room: '\n\n', caret: 2 };
}

function gapBefore(state: EditorState, at: number): string {
  const before = state.sliceDoc(Math.max(0, at - 2), at);
  if (at === 0 || before === '\n\n' || (at === 1 && before === '\n')) return '';
  return before.endsWith('\n') ? '\n' : '\n\n';
}

function gapAfter(state: EditorState, at: number): string {
  const after = state.sliceDoc(at, at + 2);
  if (after.startsWith('\n\n')) return '';
  return after.startsWith('\n') ? '\n' : '\n\n';
}

function linesOf(state: EditorState, from: number, to: number) {
  const lines = [];
  for (let at = state.doc.lineAt(from).number; at <= state.doc.lines; at += 1) {
    const line = state.doc.line(at);
    // The line where a selection ends before its first letter is not part of it.
    if (line.from > to || (line.from === to && lines.length > 0)) break;
    lines.push(line);
  }
  return lines;
}
