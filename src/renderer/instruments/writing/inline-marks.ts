import { type ChangeSpec, EditorSelection, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';
import { withoutEnd } from '#domain/without-end.ts';
import { type SyntaxNode, treeTo } from './markdown-text.ts';

/** Bold and italic, as the syntax names them. */
export type Mark = 'StrongEmphasis' | 'Emphasis';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Something within a line of words that has signs around what is read. */
interface Span extends Range {
  readonly name: string;
  /** What is read of it; `null` where signs in it are none: code, an address. */
  readonly inner: Range | null;
}

/** Words with the signs in them: a paragraph, a heading, a cell. */
interface Leaf {
  /** The words of each line, without what stands before them. */
  readonly lines: readonly Range[];
  readonly spans: readonly Span[];
}

const LEAF = /^(?:Paragraph|Task|TableCell|ATXHeading\d|SetextHeading\d)$/;
const BLOCK_MARK = /^(?:QuoteMark|HeaderMark|TaskMarker)$/;
const NESTS = /^(?:StrongEmphasis|Emphasis|Strikethrough|Link)$/;
/** Characters around the selection that are looked at in a paragraph whose signs are not kept. */
const AROUND = 2_000;

/**
 * Makes the selected words bold or italic, or plain again where all of them are. Decided by what is drawn, and written
 * so that it is drawn; `null` where it cannot be.
 */
export function toggleMark(state: EditorState, mark: Mark): TransactionSpec | null {
  const { main } = state.selection;
  const word = main.empty ? state.wordAt(main.head) : main;
  if (!word || word.empty) return togglePair(state, mark);
  const leaves = leavesIn(state, word);
  const chosen = leaves.map((leaf) => chosenIn(state, leaf, word));
  const letters = leaves.flatMap((leaf, at) => lettersIn(state, leaf, chosen[at] ?? []));
  if (letters.length === 0) return main.empty ? togglePair(state, mark) : null;
  const isOn = leaves.every((leaf, at) =>
    lettersIn(state, leaf, chosen[at] ?? []).every((place) => isMarked(leaf, place, mark)),
  );
  for (const way of waysFor(mark)) {
    const changes = leaves.flatMap((leaf, at) => changesFor(state, leaf, chosen[at] ?? [], mark, !isOn, way));
    if (isDrawn(state, leaves, changes, letters, mark, !isOn)) return withSelection(state, changes, chosen.flat());
  }
  return null;
}

interface Way {
  readonly sign: string;
  /** What a sign cannot stand beside: `**` before a quotation mark in a word is read as two asterisks. */
  readonly ends: 'as they are' | 'without punctuation' | 'whole words';
}

const waysFor = (mark: Mark): readonly Way[] => {
  const signs = mark === 'Emphasis' ? ['_', '*'] : ['**'];
  return (['as they are', 'without punctuation', 'whole words'] as const).flatMap((ends) =>
    signs.map((sign) => ({ sign, ends })),
  );
};

/** Signs with the cursor between, or away with them where nothing was written there. */
function togglePair(state: EditorState, mark: Mark): TransactionSpec | null {
  const { from, to, empty } = state.selection.main;
  if (!empty) return null;
  for (let node: SyntaxNode | null = treeTo(state, to).resolveInner(from, -1); node; node = node.parent) {
    if (/Code|HTMLBlock/.test(node.name)) return null;
  }
  const sign = mark === 'Emphasis' ? '_' : '**';
  const size = sign.length;
  const isEmptyPair = from >= size && state.sliceDoc(from - size, to + size) === sign + sign;
  return {
    changes: isEmptyPair ? { from: from - size, to: to + size } : { from, to, insert: sign + sign },
    selection: { anchor: isEmptyPair ? from - size : from + size },
    userEvent: 'input',
    scrollIntoView: true,
  };
}

function leavesIn(state: EditorState, { from, to }: Range): readonly Leaf[] {
  const leaves: Leaf[] = [];
  treeTo(state, to).iterate({
    from,
    to,
    enter: ({ name, node }) => {
      if (!LEAF.test(name)) return true;
      leaves.push(leafOf(state, node, { from, to }));
      return false;
    },
  });
  return leaves;
}

function leafOf(state: EditorState, node: SyntaxNode, near: Range): Leaf {
  const marks: Range[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (BLOCK_MARK.test(child.name)) marks.push(child);
  inside(node, (child) => child.name === 'QuoteMark' && marks.push(child));
  const lines: Range[] = [];
  for (let number = state.doc.lineAt(node.from).number; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    if (line.from > node.to) break;
    const words = wordsOf(line, node, marks);
    if (words) lines.push(words);
  }
  const spans: Span[] = [];
  if (node.firstChild) inside(node, (child) => spans.push(...spanOf(child, 0)));
  else {
    // A paragraph that is too long for its signs to be looked for with every key.
    const start = Math.max(node.from, near.from - AROUND);
    const text = state.sliceDoc(start, Math.min(node.to, near.to + AROUND));
    inside(treeTo(`x ${text}`, text.length).topNode, (child) => spans.push(...spanOf(child, start - 2)));
  }
  return { lines, spans };
}

function inside(node: SyntaxNode, see: (child: SyntaxNode) => void): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    see(child);
    inside(child, see);
  }
}

function wordsOf(line: Line, node: Range, marks: readonly Range[]): Range | null {
  let from = Math.max(line.from, node.from);
  let to = Math.min(line.to, node.to);
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    if (mark.from < from || mark.to > to) continue;
    if (line.text.slice(from - line.from, mark.from - line.from).trim() === '') from = mark.to;
    else to = mark.from;
  }
  return trimmed(line.text.slice(from - line.from, to - line.from), from);
}

function trimmed(text: string, from: number): Range | null {
  const words = text.trim();
  const start = from + text.indexOf(words);
  return words === '' ? null : { from: start, to: start + words.length };
}

function spanOf(node: SyntaxNode, offset: number): readonly Span[] {
  const { name } = node;
  const isSpan = NESTS.test(name) || /^(?:InlineCode|Image|Autolink|URL|HTMLTag|Entity|Escape|Comment)$/.test(name);
  if (!isSpan || node.parent?.name === 'Link' || node.parent?.name === 'Image') {
    if (!isSpan || !NESTS.test(name)) return [];
  }
  const open = node.firstChild;
  const close = name === 'Link' ? node.getChildren('LinkMark')[1] : node.lastChild;
  const inner = NESTS.test(name) && open && close ? { from: open.to + offset, to: close.from + offset } : null;
  return [{ name, from: node.from + offset, to: node.to + offset, inner }];
}

const overlap = (one: Range, other: Range): Range | null => {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from < to ? { from, to } : null;
};

const chosenIn = (state: EditorState, { lines }: Leaf, selection: Range): readonly Range[] =>
  lines.flatMap((line) => {
    const words = overlap(line, selection);
    return (words && trimmed(state.sliceDoc(words.from, words.to), words.from)) ?? [];
  });

/** Places of letters that are read: no spaces, no signs. */
function lettersIn(state: EditorState, { spans }: Leaf, ranges: readonly Range[]): readonly number[] {
  return ranges.flatMap(({ from, to }) => {
    const text = state.sliceDoc(from, to);
    return Array.from(text, (_, at) => from + at).filter(
      (place) =>
        /\S/.test(text[place - from] ?? ' ') &&
        spans.every((span) => !contains(span, place) || (span.inner ? contains(span.inner, place) : isRead(span))),
    );
  });
}

const isRead = ({ name }: Span): boolean => name !== 'HTMLTag' && name !== 'Comment';
const contains = ({ from, to }: Range, place: number): boolean => place >= from && place < to;
const isMarked = ({ spans }: Leaf, place: number, mark: Mark): boolean =>
  spans.some(({ name, inner }) => name === mark && inner !== null && contains(inner, place));

function changesFor(
  state: EditorState,
  leaf: Leaf,
  chosen: readonly Range[],
  mark: Mark,
  isWanted: boolean,
  { sign, ends }: Way,
): readonly ChangeSpec[] {
  if (chosen.length === 0) return [];
  const touched = leaf.spans.filter(
    ({ name, inner, from, to }) => name === mark && inner && chosen.some((one) => to >= one.from && from <= one.to),
  );
  const signs = touched.flatMap(({ from, to, inner }) =>
    inner
      ? [
          { from, to: inner.from },
          { from: inner.to, to },
        ]
      : [],
  );
  const others = leaf.spans.filter((span) => !touched.includes(span));
  const isIn = (place: number): boolean => {
    if (signs.some((one) => contains(one, place))) return false;
    const isChosen = chosen.some((one) => contains(one, place));
    return isWanted
      ? isChosen || touched.some((one) => contains(one, place))
      : !isChosen && touched.some((one) => contains(one, place));
  };
  const runs = leaf.lines.flatMap((line) =>
    runsIn(state, line, isIn, (place) => signs.some((one) => contains(one, place))),
  );
  const pieces = merged(runs.flatMap((run) => fitted(state, run, others, isWanted, leaf.lines, ends)));
  const removed = [...signs];
  const added: { from: number; insert: string }[] = [];
  for (const { from, to } of pieces) {
    // A sign that stands there already stays.
    const before = removed.findIndex((one) => one.to === from && state.sliceDoc(one.from, one.to) === sign);
    if (before >= 0) removed.splice(before, 1);
    else added.push({ from, insert: sign });
    const after = removed.findIndex((one) => one.from === to && state.sliceDoc(one.from, one.to) === sign);
    if (after >= 0) removed.splice(after, 1);
    else added.push({ from: to, insert: sign });
  }
  return [...removed, ...added];
}

/** Pieces of a line that are to be marked; signs that go part none of them. */
function runsIn(
  state: EditorState,
  line: Range,
  isIn: (place: number) => boolean,
  goes: (place: number) => boolean,
): readonly Range[] {
  const runs: Range[] = [];
  let start: number | null = null;
  let end = line.from;
  for (let place = line.from; place <= line.to; place += 1) {
    if (place < line.to && goes(place)) continue;
    if (place < line.to && isIn(place)) {
      start ??= place;
      end = place + 1;
    } else if (start !== null) {
      const run = trimmed(state.sliceDoc(start, end), start);
      if (run) runs.push(run);
      start = null;
    }
  }
  return runs;
}

/** A run that parts nothing in two: what it would cut is taken in, or left out where signs go. */
function fitted(
  state: EditorState,
  run: Range,
  others: readonly Span[],
  isWanted: boolean,
  lines: readonly Range[],
  ends: Way['ends'],
): readonly Range[] {
  let { from, to } = isWanted ? withEnds(state, run, lines, ends) : run;
  for (let again = true; again; ) {
    again = false;
    for (const span of others) {
      const isApart = to <= span.from || from >= span.to;
      const isAround = from <= span.from && to >= span.to;
      const isWithin = span.inner !== null && from >= span.inner.from && to <= span.inner.to;
      if (isApart || isAround || isWithin) continue;
      again = true;
      if (isWanted) {
        from = Math.min(from, span.from);
        to = Math.max(to, span.to);
      } else if (from >= span.from) from = Math.min(to, span.to);
      else to = span.from;
      const words = from < to ? trimmed(state.sliceDoc(from, to), from) : null;
      if (!words) return [];
      ({ from, to } = words);
    }
  }
  return [{ from, to }];
}

function withEnds(state: EditorState, { from, to }: Range, lines: readonly Range[], ends: Way['ends']): Range {
  if (ends === 'as they are') return { from, to };
  const line = lines.find((one) => from >= one.from && to <= one.to) ?? { from, to };
  if (ends === 'whole words') {
    const front = state.sliceDoc(line.from, from);
    const before = front.length - withoutEnd(front, /\S/).length;
    const after = /^\S*/.exec(state.sliceDoc(to, line.to))?.[0].length ?? 0;
    return { from: from - before, to: to + after };
  }
  const text = state.sliceDoc(from, to);
  const words = withoutEnd(text.replace(/^[\p{P}\p{S}\s]+/u, ''), /[\p{P}\p{S}\s]/u);
  if (words === '') return { from, to };
  const start = from + text.indexOf(words);
  return { from: start, to: start + words.length };
}

function merged(runs: readonly Range[]): readonly Range[] {
  const all: Range[] = [];
  for (const run of [...runs].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && run.from <= last.to) all[all.length - 1] = { from: last.from, to: Math.max(last.to, run.to) };
    else all.push(run);
  }
  return all;
}

/** Whether the text would read as before and be drawn as it is wanted. Of punctuation at the ends it need not be. */
function isDrawn(
  state: EditorState,
  leaves: readonly Leaf[],
  changes: readonly ChangeSpec[],
  letters: readonly number[],
  mark: Mark,
  isWanted: boolean,
): boolean {
  const set = state.changes(changes);
  const next = state.update({ changes: set, filter: false }).state;
  const ends = leaves.flatMap(({ lines }) => lines.flatMap(({ from, to }) => [from, to]));
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const after = leavesIn(next, { from: set.mapPos(from, -1), to: set.mapPos(to, 1) });
  if (readIn(next, after) !== readIn(state, leaves)) return false;
  const words = letters.filter((place) => /[\p{L}\p{N}]/u.test(state.sliceDoc(place, place + 1)));
  return (isWanted && words.length > 0 ? words : letters)
    .map((place) => set.mapPos(place, 1))
    .every((place) => after.some((leaf) => isMarked(leaf, place, mark)) === isWanted);
}

const readIn = (state: EditorState, leaves: readonly Leaf[]): string =>
  leaves
    .flatMap((leaf) => lettersIn(state, leaf, leaf.lines).map((place) => state.sliceDoc(place, place + 1)))
    .join('');

function withSelection(state: EditorState, changes: readonly ChangeSpec[], chosen: readonly Range[]): TransactionSpec {
  const { main } = state.selection;
  const set = state.changes(changes);
  const [first] = chosen;
  // Exactly the words stay selected, or the words with their signs: so that the same again takes the signs away.
  const inner = chosen.length === 1 && first?.from === main.from && first.to === main.to ? 1 : -1;
  const selection = main.empty
    ? EditorSelection.single(set.mapPos(main.head, main.head === first?.to ? -1 : 1))
    : EditorSelection.single(set.mapPos(main.from, inner), set.mapPos(main.to, -inner));
  return { changes: set, selection, userEvent: 'input', scrollIntoView: true };
}
