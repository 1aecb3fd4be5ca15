import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, type Range, StateEffect } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { SyntaxNode } from '../markdown-text.ts';
import { lineOfSource } from '../source-line.ts';
import { Bullet, Rule, Tick } from './drawn-signs.ts';

type Words = (key: 'editor.drawn.tick') => string;
type Line = ReturnType<typeof lineOfSource>;

const hidden = Decoration.replace({});
const inline = (name: string) => Decoration.mark({ class: name });
const code = inline('sat-w-code');
const link = inline('sat-w-link');
const mark = inline('sat-w-mark');
const rule = Decoration.replace({ widget: new Rule() });
const bullet = Decoration.replace({ widget: new Bullet() });
/** Lists are drawn as deep as this; what is deeper stands at the same place. */
const DEEPEST = 6;

/** The pointer is let go: now the line under it may show its signs. */
const letGo = StateEffect.define<null>();

/**
 * Draws Markdown as it is read, in the part of the text that is near the window: signs are away but in the line with
 * the cursor. What it draws stands in the text as it is: it is copied, found and undone as Markdown.
 */
export const drawnMarks = (say: Words): Extension =>
  ViewPlugin.define((view) => new DrawnMarks(view, say), {
    decorations: (plugin) => plugin.drawn,
    eventHandlers: {
      mousedown(_, view) {
        this.isPressed = true;
        const done = (): void => {
          this.isPressed = false;
          view.dispatch({ effects: letGo.of(null) });
        };
        view.dom.ownerDocument.addEventListener('mouseup', done, { once: true });
      },
    },
  });

class DrawnMarks {
  drawn: DecorationSet;
  isPressed = false;
  readonly #say: Words;
  #line: Line;

  constructor(view: EditorView, say: Words) {
    this.#say = say;
    this.#line = lineOfSource(view.state);
    this.drawn = this.#draw(view);
  }

  update(update: ViewUpdate): void {
    const { docChanged, viewportChanged, startState, state, view } = update;
    // A line that showed its signs under a pressed button would move away from it.
    const line = this.isPressed && !docChanged ? this.#line : lineOfSource(state);
    const isSame = line?.from === this.#line?.from && line?.to === this.#line?.to;
    if (!docChanged && !viewportChanged && isSame && syntaxTree(startState) === syntaxTree(state)) return;
    this.#line = line;
    this.drawn = this.#draw(view);
  }

  #draw(view: EditorView): DecorationSet {
    const drawing = new Drawing(view.state, this.#line, this.#say);
    for (const { from, to } of view.visibleRanges) {
      syntaxTree(view.state).iterate({ from, to, enter: ({ node }) => drawing.see(node, { from, to }) });
    }
    return drawing.finish();
  }
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

class Drawing {
  readonly #state: EditorState;
  readonly #line: Line;
  readonly #say: Words;
  readonly #ranges: Range<Decoration>[] = [];
  readonly #seen = new Set<string>();
  /** Classes by the beginning of their line; of several depths the last is the deepest. */
  readonly #lines = new Map<number, Map<string, string>>();

  constructor(state: EditorState, line: Line, say: Words) {
    this.#state = state;
    this.#line = line;
    this.#say = say;
  }

  finish(): DecorationSet {
    for (const [from, classes] of this.#lines) {
      this.#ranges.push(Decoration.line({ class: [...classes.values()].join(' ') }).range(from));
    }
    return Decoration.set(this.#ranges, true);
  }

  /** Takes in a node that is in sight; `false` where nothing within it is drawn. */
  see(node: SyntaxNode, near: Piece): boolean {
    const { name, from, to } = node;
    const key = `${name}:${from}:${to}`;
    const isNew = !this.#seen.has(key);
    this.#seen.add(key);
    const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
    if (heading !== undefined) this.#addLines(node, near, 'heading', `sat-w-h${heading}`);
    else if (name === 'Blockquote') this.#addLines(node, near, 'quote', 'sat-w-quote');
    else if (name === 'ListItem') this.#addLines(node, near, 'item', `sat-w-in sat-w-in${depthOf(node)}`);
    else if (name === 'FencedCode' || name === 'CodeBlock') this.#addLines(node, near, 'code', 'sat-w-block');
    else if (name === 'Table') this.#addLines(node, near, 'table', 'sat-w-source');
    if (isNew) this.#mark(node);
    return name !== 'FencedCode' && name !== 'CodeBlock' && name !== 'HTMLBlock';
  }

  #mark(node: SyntaxNode): void {
    const { name, from, to, parent } = node;
    const up = parent?.name ?? '';
    if (name === 'HeaderMark' && parent && up.startsWith('ATX')) this.#headingSign(node, parent);
    else if (name === 'EmphasisMark' || name === 'StrikethroughMark') this.#hide(node);
    else if (name === 'CodeMark' && up === 'InlineCode') this.#hide(node);
    else if (name === 'InlineCode') this.#ranges.push(code.range(from, to));
    else if (name === 'Escape') this.#hide({ from, to: from + 1 });
    else if (name === 'Link') this.#linkSigns(node);
    else if (name === 'LinkMark' && up === 'Autolink') this.#hide(node);
    else if (name === 'URL' && up !== 'Link' && up !== 'Image' && up !== 'LinkReference') {
      this.#ranges.push(link.range(from, to));
    } else if (name === 'QuoteMark') this.#hide(this.#withSpace(node));
    else if (name === 'ListMark') this.#listSign(node);
    else if (name === 'TaskMarker') this.#tick(node);
    else if (name === 'HorizontalRule' && this.#isDrawn(node)) this.#ranges.push(rule.range(from, to));
  }

  #headingSign(sign: SyntaxNode, heading: SyntaxNode): void {
    const text = this.#state.sliceDoc(heading.from, heading.to);
    if (/^#*(?:\s+(?:#+\s*)?)?$/.test(text)) return;
    const isFirst = sign.from === heading.from;
    const before = /(?<!\s)\s*$/.exec(text.slice(0, sign.from - heading.from))?.[0].length ?? 0;
    const after = /^\s*/.exec(text.slice(sign.to - heading.from))?.[0].length ?? 0;
    this.#hide(isFirst ? { from: sign.from, to: sign.to + after } : { from: sign.from - before, to: sign.to });
  }

  /** A link is drawn by its words; in brackets alone, or without words, there is none. */
  #linkSigns(node: SyntaxNode): void {
    const [open, close] = node.getChildren('LinkMark');
    if (!node.getChild('URL') || !open || !close || open.to === close.from) return;
    this.#ranges.push(link.range(open.to, close.from));
    this.#hide(open);
    this.#hide({ from: close.from, to: node.to });
  }

  #listSign(node: SyntaxNode): void {
    const item = node.parent;
    const piece = this.#withSpace(node);
    const line = this.#state.doc.lineAt(node.from);
    this.#addClass(line.from, 'sign', 'sat-w-item');
    const isTask = Boolean(item?.getChild('Task'));
    const isNumber = item?.parent?.name === 'OrderedList';
    if (!this.#isDrawn(node)) this.#ranges.push(mark.range(piece.from, piece.to));
    else if (isTask) this.#hide(piece);
    else this.#ranges.push((isNumber ? mark : bullet).range(piece.from, piece.to));
  }

  #tick(node: SyntaxNode): void {
    if (!this.#isDrawn(node)) return;
    const isTicked = this.#state.sliceDoc(node.from + 1, node.from + 2) !== ' ';
    const widget = new Tick(isTicked, this.#say('editor.drawn.tick'));
    this.#ranges.push(Decoration.replace({ widget }).range(node.from, node.to));
  }

  /** A sign with the space after it. */
  #withSpace({ from, to }: Piece): Piece {
    return { from, to: this.#state.sliceDoc(to, to + 1) === ' ' ? to + 1 : to };
  }

  #isDrawn({ from, to }: Piece): boolean {
    return this.#line === null || to < this.#line.from || from > this.#line.to;
  }

  #hide({ from, to }: Piece): void {
    // What goes over the end of a line is not for signs.
    if (from >= to || !this.#isDrawn({ from, to }) || this.#state.doc.lineAt(from).to < to) return;
    this.#ranges.push(hidden.range(from, to));
  }

  #addLines(node: Piece, near: Piece, kind: string, name: string): void {
    const { doc } = this.#state;
    const last = Math.min(node.to, near.to);
    for (let line = doc.lineAt(Math.max(node.from, near.from)); ; line = doc.line(line.number + 1)) {
      this.#addClass(line.from, kind, name);
      if (line.to >= last) break;
    }
  }

  #addClass(line: number, kind: string, name: string): void {
    const classes = this.#lines.get(line) ?? new Map<string, string>();
    classes.set(kind, name);
    this.#lines.set(line, classes);
  }
}

function depthOf(node: SyntaxNode | null): number {
  let depth = 0;
  for (let up = node; up; up = up.parent) if (up.name === 'ListItem') depth += 1;
  return Math.min(depth, DEEPEST);
}
