import type { Element, ElementContent, Root } from 'hast';
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import { visibleText } from '../invisible.ts';
import { codeOf } from './code.ts';
import { isHidden } from './hidden.ts';
import { type Leaf, paragraphsOf } from './inline.ts';
import { inOneLine, linesOf } from './lines.ts';
import { listsOf, meaningsOf } from './lists.ts';
import { type Marks, marksOf } from './marks.ts';
import { mathsOf } from './maths.ts';
import { officeFormula } from './maths-office.ts';
import { withOfficeLists } from './office-lists.ts';
import { classesOf, type Style, styleOf } from './style.ts';
import { tableOf } from './tables.ts';

type Node = Root['children'][number] | ElementContent;

export interface Reading {
  /** How a picture is called in the Markdown, by its address; `null` leaves its alternative text. */
  readonly nameOf: (src: string) => string | null;
  /** The first row of a table is its head where none is said to be. */
  readonly headFirst: boolean;
}

interface Around {
  readonly marks: Marks;
  /** Line breaks in the text are seen. */
  readonly lines: boolean;
  /** Lists and quotes around. */
  readonly depth: number;
  /** What stands in the element is set out side by side. */
  readonly apart: boolean;
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** Parts of a form and what cannot be played here: their words stand apart from those beside them. */
const APART = new Set(
  'audio button canvas iframe input label meter object output progress select textarea video'.split(' '),
);
/** Quotes and lists within each other that a page may have with room to spare. */
const DEEPEST = 16;

const isNumber = (said: string): boolean => !said.includes(' ') && /[0-9a-f]{32}/i.test(said);

/** A tree of HTML as blocks of Markdown: what is seen of it, in its order, with the marks that Markdown has. */
export const readBlocks = (tree: Root, reading: Reading): RootContent[] =>
  read(tree.children, { marks: [], lines: false, depth: 0, apart: false }, reading);

function read(nodes: readonly Node[], around: Around, reading: Reading): RootContent[] {
  const blocks: RootContent[] = [];
  let leaves: Leaf[] = [];
  const close = (): void => {
    for (const children of paragraphsOf(leaves)) blocks.push({ type: 'paragraph', children });
    leaves = [];
  };
  const say = (value: string, { marks, lines }: Around): void => {
    const text = visibleText(value).replaceAll('\u00ad', '');
    if (!lines || !text.includes('\n')) {
      leaves.push({ kind: 'text', value: text, marks });
      return;
    }
    text.split(/\r\n|\r|\n/).forEach((line, at) => {
      if (at > 0) leaves.push({ kind: 'break', marks });
      leaves.push({ kind: 'text', value: line, marks });
    });
  };
  const picture = ({ properties }: Element, { marks }: Around): void => {
    const said = typeof properties.alt === 'string' ? visibleText(properties.alt).replace(/\s+/g, ' ').trim() : '';
    // The number under which another program keeps a file says nothing to a reader.
    const alt = isNumber(said) ? '' : said;
    const url = typeof properties.src === 'string' ? reading.nameOf(properties.src) : null;
    if (url !== null) leaves.push({ kind: 'image', url, alt, marks });
    // A face is part of the sentence; the words of a picture stand apart from those beside it.
    else if (alt !== '') leaves.push({ kind: 'text', value: /[\p{L}\p{N}]/u.test(alt) ? ` ${alt} ` : alt, marks });
  };
  const walk = (children: readonly Node[], here: Around): void => {
    const items = here.depth < DEEPEST ? withOfficeLists(withItems(children)) : children;
    for (const node of items) {
      if (node.type === 'text') say(node.value, here);
      if (node.type === 'element') element(node, here);
    }
  };
  const element = (node: Element, outside: Around): void => {
    const style = styleOf(node);
    const formula = formulaIn(node);
    if (formula !== null) {
      for (const leaf of mathsOf(formula, outside.marks)) leaves.push(leaf);
      return;
    }
    if (isHidden(node, style)) return;
    const { tagName } = node;
    const space = style.get('white-space');
    const here: Around = {
      ...outside,
      marks: marksOf(node, style, outside.marks),
      ...(space === undefined ? {} : { lines: /^(?:pre|break-spaces)/.test(space) && tagName !== 'span' }),
      apart: /^(?:inline-)?(?:flex|grid)/.test(style.get('display') ?? ''),
    };
    if (isBlock(node, style)) {
      close();
      blocks.push(...blockOf(node, here, reading, () => walk(node.children, here), close));
      close();
      return;
    }
    // Two figures in two places are not one.
    const apart = APART.has(tagName) || outside.apart || isCell(node, style);
    if (apart) say(' ', here);
    inline(node, here);
    if (apart) say(' ', here);
  };
  const inline = (node: Element, here: Around): void => {
    switch (node.tagName) {
      case 'br':
        leaves.push({ kind: 'break', marks: here.marks });
        break;
      case 'img':
        picture(node, here);
        break;
      case 'input':
        say(inputWords(node), here);
        break;
      case 'select':
        say(chosenIn(node), here);
        break;
      case 'svg':
        say(drawnWords(node), here);
        break;
      case 'q':
        say('“', here);
        walk(node.children, here);
        say('”', here);
        break;
      case 'rt':
        say(' (', here);
        walk(node.children, here);
        say(') ', here);
        break;
      default:
        walk(node.children, here);
    }
  };
  walk(nodes, around);
  close();
  return blocks;
}

/** A block; those without a meaning of their own are walked through where they stand. */
function blockOf(
  node: Element,
  here: Around,
  reading: Reading,
  through: () => void,
  close: () => void,
): readonly RootContent[] {
  const inner = (nodes: readonly ElementContent[]): RootContent[] =>
    read(nodes, { ...here, depth: here.depth + 1 }, reading);
  const level = headingLevel(node);
  if (level !== null) return headingOf(level, inner(node.children));
  if (isRemark(node) && here.depth < DEEPEST) return quoted(inner(node.children));
  switch (node.tagName) {
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      if (here.depth < DEEPEST) return listsOf(node, inner);
      break;
    case 'dl':
      if (here.depth < DEEPEST) return meaningsOf(node, inner);
      break;
    case 'blockquote':
      if (here.depth < DEEPEST) {
        return quoted(inner(node.children));
      }
      break;
    case 'table':
      return tableOf(node, inner, reading.headFirst);
    case 'pre': {
      const code = codeOf(node);
      return code === null ? [] : [{ ...code, value: visibleText(code.value) }];
    }
    case 'hr':
      return [{ type: 'thematicBreak' }];
  }
  through();
  close();
  return [];
}

const quoted = (blocks: readonly RootContent[]): readonly RootContent[] =>
  blocks.length === 0 ? [] : [{ type: 'blockquote', children: blocks as (BlockContent | DefinitionContent)[] }];

/** A remark of Word on the text, which it hands over below it: nobody takes it for a part of the text. */
const isRemark = (node: Element): boolean => styleOf(node).get('mso-element') === 'comment';

function headingOf(depth: 1 | 2 | 3 | 4 | 5 | 6, blocks: readonly RootContent[]): readonly RootContent[] {
  const line = inOneLine(linesOf(blocks), () => ({ type: 'text', value: ' ' }));
  const [only] = line;
  const children: PhrasingContent[] = line.length === 1 && only?.type === 'strong' ? only.children : line;
  return children.length === 0 ? [] : [{ type: 'heading', depth, children }];
}

function headingLevel(node: Element): 1 | 2 | 3 | 4 | 5 | 6 | null {
  const { tagName, properties } = node;
  if (/^h[1-6]$/.test(tagName)) return Number(tagName[1]) as 1;
  if (properties.role === 'heading') return Math.min(6, Math.max(1, Number(properties.ariaLevel) || 2)) as 1;
  return tagName === 'p' && /\bMsoTitle\b/.test(classesOf(node)) ? 1 : null;
}

function isBlock(node: Element, style: Style): boolean {
  const display = style.get('display') ?? '';
  if (node.tagName === 'div' || node.tagName === 'p' || node.tagName === 'section')
    return !/^inline(?:\s|!|$)/.test(display);
  return BLOCKS.has(node.tagName) || /^(?:block|flex|grid|list-item|table|flow-root)(?:\s|!|$)/.test(display);
}

/** What is drawn as a cell by its role or its style, without a table of HTML around it. */
const isCell = ({ properties }: Element, style: Style): boolean =>
  /^(?:cell|gridcell|columnheader|rowheader)$/.test(String(properties.role ?? '')) ||
  style.get('display')?.startsWith('table-cell') === true;

/** Items without a list around them are a list. */
function withItems(nodes: readonly Node[]): readonly Node[] {
  const isItem = (node: Node | undefined): boolean => node?.type === 'element' && node.tagName === 'li';
  if (!nodes.some(isItem)) return nodes;
  const out: Node[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && node.value.trim() === '') continue;
    if (!isItem(node)) out.push(node);
    else if (last?.type === 'element' && last.properties.dataLoose === '') last.children.push(node as Element);
    else out.push({ type: 'element', tagName: 'ul', properties: { dataLoose: '' }, children: [node as Element] });
  }
  return out;
}

/** The formula of an element that draws one twice: as MathML, and for the eye. */
function formulaIn(node: Element): Element | null {
  if (node.tagName === 'math') return node;
  const office = officeFormula(node);
  if (office !== null) return office;
  if (node.tagName !== 'mjx-container' && !/(?:^|\s)(?:katex|mwe-math-element)(?:\s|$)/.test(classesOf(node)))
    return null;
  const find = (parent: Element, depth: number): Element | null => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'math') return child;
      const found = depth > 4 ? null : find(child, depth + 1);
      if (found !== null) return found;
    }
    return null;
  };
  return find(node, 0);
}

function inputWords({ properties }: Element): string {
  const type = String(properties.type ?? 'text').toLowerCase();
  const on = properties.checked === true || properties.checked === '';
  if (type === 'checkbox') return on ? '☑' : '☐';
  if (type === 'radio') return on ? '◉' : '○';
  if (/^(?:hidden|password|file|image|color|range)$/.test(type)) return '';
  return String(properties.value ?? '');
}

/** What a closed list shows: what was chosen, else the first. */
function chosenIn(select: Element): string {
  const options: Element[] = [];
  const collect = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'option') options.push(child);
      else collect(child);
    }
  };
  collect(select);
  const chosen = options.filter(({ properties }) => properties.selected === true || properties.selected === '');
  return (chosen.length > 0 ? chosen : options.slice(0, 1)).map(textIn).join(', ');
}

/** The words in a drawing, or what it is called where it is a picture. */
function drawnWords(svg: Element): string {
  const words: string[] = [];
  const walk = (node: Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'text') words.push(textIn(child));
      else walk(child);
    }
  };
  walk(svg);
  const { role, ariaLabel } = svg.properties;
  if (words.length === 0 && role === 'img' && typeof ariaLabel === 'string') words.push(ariaLabel);
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

const textIn = (node: Element): string =>
  node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textIn(child) : ''))
    .join('');
