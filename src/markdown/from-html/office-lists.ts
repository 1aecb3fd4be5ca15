import type { Element, ElementContent, Root } from 'hast';
import { signNameOf } from './list-signs.ts';
import { classesOf, styleOf } from './style.ts';

type Node = Root['children'][number] | ElementContent;

/** An item of a list that an office program draws instead of saying that it is one. */
interface Item {
  readonly level: number;
  readonly kind: 'ol' | 'ul';
  /** As it was drawn; `null` where it is the next. */
  readonly number: number | null;
  /** How its sign looks, by the name of a style. */
  readonly sign?: string;
  readonly children: ElementContent[];
}

const DEEPEST = 12;
/** Signs of Word's symbol fonts, which are letters elsewhere. */
const SYMBOL = /^(?:[oqvØü§]|[^\p{L}\p{N}]{1,3})$/u;
/** A sign at the start of a paragraph that is an item only by its class. */
const DRAWN = /^[\s\u00a0]*([·•▪◦§Øo\u2013-]|\(?(?:\d{1,4}|\p{L}|[ivxIVX]{1,5})[.)])[\s\u00a0]{2,}/u;

/** The children with the lists of Word (paragraphs that look like items) and of Word for the web (a list an item) as lists. */
export function withOfficeLists(nodes: readonly Node[]): readonly Node[] {
  if (!nodes.some(maybeItem)) return nodes;
  const out: Node[] = [];
  let items: Item[] = [];
  let between: Node[] = [];
  const close = (): void => {
    out.push(...nested(items), ...between);
    items = [];
    between = [];
  };
  for (const node of nodes) {
    const found = node.type === 'element' ? itemsOf(node) : [];
    const isBlank = node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
    if (found.length > 0) {
      between = [];
      items.push(...found);
    } else if (isBlank) between.push(node);
    else if (node.type === 'element' && isListParagraph(node) && items.length > 0) items.at(-1)?.children.push(node);
    else {
      close();
      out.push(node);
    }
  }
  close();
  return out;
}

const maybeItem = (node: Node): boolean =>
  node.type === 'element' && (isListParagraph(node) || levelOf(node) > 0 || listInBox(node) !== null);

const isListParagraph = (node: Element): boolean => node.tagName === 'p' && /\bMsoListParagraph/i.test(classesOf(node));

const levelOf = (node: Element): number =>
  node.tagName === 'p' ? Number(/\blevel(\d)/.exec(styleOf(node).get('mso-list') ?? '')?.[1] ?? 0) : 0;

function itemsOf(node: Element): readonly Item[] {
  const list = listInBox(node);
  if (list !== null) return onlineItems(list);
  const said = levelOf(node);
  if (said === 0 && !isListParagraph(node)) return [];
  const sign = takeSign(node) ?? (isListParagraph(node) ? takeDrawn(node) : null);
  if (sign === null) return [];
  return [itemOf(sign, said === 0 ? levelByMargin(node) : said, node.children)];
}

function itemOf(sign: string, level: number, words: readonly ElementContent[]): Item {
  const shown = sign.replace(/[\s\u00a0]+/g, '');
  const children = [...words];
  if (shown === '' || SYMBOL.test(shown)) return { level, kind: 'ul', number: null, children };
  const number = /^\(?(\d{1,9})[.)]*$/.exec(shown)?.[1];
  if (number !== undefined) return { level, kind: 'ol', number: Number(number), children };
  // A letter, a number in parts, or a word: Markdown has no such sign, so it is said in words.
  return { level, kind: 'ul', number: null, children: [{ type: 'text', value: `${shown} ` }, ...children] };
}

/** Half an inch a level. */
function levelByMargin(node: Element): number {
  const [, size = '0', unit = 'pt'] = /^([\d.]+)(pt|cm|in|px)/.exec(styleOf(node).get('margin-left') ?? '') ?? [];
  const points = Number(size) * ({ pt: 1, cm: 28.35, in: 72, px: 0.75 }[unit] ?? 1);
  return Math.min(DEEPEST, Math.max(1, Math.round(points / 36)));
}

/** The sign that Word draws itself, between marks that say so; it is taken out. */
function takeSign(parent: Element, depth = 0): string | null {
  const { children } = parent;
  const isMark = (node: ElementContent, words: RegExp): boolean => node.type === 'comment' && words.test(node.value);
  const start = children.findIndex((node) => isMark(node, /^\s*\[if\s+!supportLists\]/i));
  if (start >= 0) {
    const length = children.slice(start).findIndex((node) => isMark(node, /^\s*\[endif\]/i));
    return textOf(children.splice(start, length < 0 ? 2 : length + 1));
  }
  const ignored = children.findIndex(
    (node) => node.type === 'element' && styleOf(node).get('mso-list')?.startsWith('ignore') === true,
  );
  if (ignored >= 0) return textOf(children.splice(ignored, 1));
  if (depth > 4) return null;
  for (const child of children) {
    const sign = child.type === 'element' ? takeSign(child, depth + 1) : null;
    if (sign !== null) return sign;
    if (child.type === 'text' && child.value.trim() !== '') return null;
  }
  return null;
}

/** A sign written as words, in one text or in an element of its own before the words. */
function takeDrawn(paragraph: Element): string | null {
  const whole = textOf(paragraph.children);
  const sign = DRAWN.exec(whole)?.[0];
  if (sign === undefined) return null;
  let left = sign.length;
  const cut = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (left <= 0) return;
      if (node.type === 'text') {
        const size = Math.min(left, node.value.length);
        node.value = node.value.slice(size);
        left -= size;
      } else if (node.type === 'element') cut(node.children);
    }
  };
  cut(paragraph.children);
  return sign;
}

/** A list of Word for the web: each item has a list, and often a box, to itself. */
function listInBox(node: Element, depth = 0): Element | null {
  if (node.tagName === 'ul' || node.tagName === 'ol') {
    const [item] = node.children.filter((child) => child.type === 'element');
    return item?.type === 'element' && item.properties.dataAriaLevel !== undefined ? node : null;
  }
  if (node.tagName !== 'div' || depth > 3) return null;
  const inner = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = inner;
  return inner.length === 1 && only?.type === 'element' ? listInBox(only, depth + 1) : null;
}

function onlineItems(list: Element): readonly Item[] {
  const items = list.children.filter((child) => child.type === 'element' && child.tagName === 'li');
  const start = Number(list.properties.start ?? Number.NaN);
  return items.flatMap((item, at) => {
    if (item.type !== 'element') return [];
    const level = Math.min(DEEPEST, Math.max(1, Number(item.properties.dataAriaLevel) || 1));
    const number = Number.isNaN(start) || list.tagName === 'ul' ? null : start + at;
    const kind = list.tagName === 'ol' ? 'ol' : 'ul';
    return [{ level, kind, number, sign: signNameOf(list, item), children: item.children }] as const;
  });
}

function nested(items: readonly Item[]): readonly Element[] {
  const roots: Element[] = [];
  const open: { readonly level: number; readonly list: Element }[] = [];
  for (const { level, kind, number, sign, children } of items) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.at(-1)?.level === level && open.at(-1)?.list.tagName !== kind) open.pop();
    if (open.at(-1)?.level !== level) {
      const list: Element = { type: 'element', tagName: kind, properties: {}, children: [] };
      const above = open.at(-1)?.list.children.at(-1);
      if (above?.type === 'element') above.children.push(list);
      else roots.push(list);
      open.push({ level, list });
    }
    open.at(-1)?.list.children.push({
      type: 'element',
      tagName: 'li',
      properties: { ...(number !== null && { value: String(number) }), ...(sign && { type: sign }) },
      children,
    });
  }
  return roots;
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : ''))
    .join('');
}
