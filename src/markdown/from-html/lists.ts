import type { Element, ElementContent } from 'hast';
import type { BlockContent, DefinitionContent, List, ListItem, RootContent } from 'mdast';
import { isHidden } from './hidden.ts';
import { letterOf } from './list-signs.ts';
import { styleOf } from './style.ts';
import { tickOf } from './ticks.ts';

type Flow = BlockContent | DefinitionContent;
/** Reads what stands in an element as blocks. */
export type ReadFlow = (nodes: readonly ElementContent[]) => RootContent[];

interface Item {
  readonly nodes: ElementContent[];
  readonly tick: boolean | null;
  readonly of: Element | null;
  /** What it says of its number itself. */
  readonly value: number | null;
}

/** The largest number that Markdown counts from. */
const LARGEST = 999_999_999;

/**
 * A list, as several where its numbers do not follow one another: a number never becomes another. Markdown has no lists
 * with letters, and "see (b)" points at them: those stand in words.
 */
export function listsOf(list: Element, read: ReadFlow): RootContent[] {
  const items = itemsOf(list);
  if (list.tagName !== 'ol') return [listOf(items.flatMap((item) => node(item, read)))].flat();
  const back = list.properties.reversed === true || list.properties.reversed === '';
  let number = whole(list.properties.start) ?? (back ? items.length : 1);
  const lists: RootContent[] = [];
  let run: ListItem[] = [];
  let start = number;
  let inWords = false;
  const close = (): void => {
    lists.push(...listOf(run, inWords ? undefined : start));
    run = [];
  };
  for (const item of items) {
    number = item.value ?? number;
    const [made] = node(item, read);
    if (made !== undefined) {
      const letter = letterOf(list, item.of ?? list, number);
      const label = letter ?? (number < 0 || number > LARGEST ? `${number}.` : null);
      if ((label !== null) !== inWords || (label === null && number !== start + run.length)) close();
      if (run.length === 0) start = number;
      inWords = label !== null;
      run.push(label === null ? made : labelled(made, label));
    }
    number += back ? -1 : 1;
  }
  close();
  return lists;
}

/** The items of a list. A list that lies in it directly belongs to the item before, as programs draw it. */
function itemsOf(list: Element): readonly Item[] {
  const items: Item[] = [];
  const add = (node: ElementContent): void => {
    const last = items.at(-1);
    if (last) last.nodes.push(node);
    else items.push({ nodes: [node], tick: null, of: null, value: null });
  };
  const walk = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'text' && node.value.trim() !== '') add(node);
      if (node.type !== 'element' || isHidden(node, styleOf(node))) continue;
      const { tagName } = node;
      if (tagName === 'li') {
        const inner = onlyLists(node);
        if (inner !== null) walk(inner);
        else {
          const tick = tickOf(node, list);
          items.push({ nodes: node.children, tick, of: node, value: whole(node.properties.value) });
        }
      } else if (tagName === 'ul' || tagName === 'ol') {
        if (items.length > 0) add(node);
        else walk(node.children);
      } else if (/^(?:div|span|font|b|section)$/.test(tagName) && holdsItem(node)) walk(node.children);
      else add(node);
    }
  };
  walk(list.children);
  return items;
}

const holdsItem = (box: Element): boolean =>
  box.children.some((child) => child.type === 'element' && /^(?:li|ul|ol)$/.test(child.tagName));

/** An item that only carries the list inside it, as editors write an indent. */
function onlyLists(item: Element): readonly Element[] | null {
  const lists: Element[] = [];
  for (const child of item.children) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    if (child.type !== 'element' || !/^[uo]l$/.test(child.tagName)) return null;
    lists.push(child);
  }
  return lists.length > 0 ? lists : null;
}

/** Nothing where an item is empty; it still counts. */
function node({ nodes, tick }: Item, read: ReadFlow): ListItem[] {
  const children = read(nodes) as Flow[];
  if (children.length === 0) return [];
  if (tick !== null && children[0]?.type !== 'paragraph') {
    children.unshift({ type: 'paragraph', children: [{ type: 'text', value: tick ? '☑' : '☐' }] });
  }
  const spread = isSpread(children);
  return [{ type: 'listItem', spread, ...(tick === null ? {} : { checked: tick }), children }];
}

/** Only a paragraph and lists after it stand under each other without empty lines. */
const isSpread = (children: readonly RootContent[]): boolean =>
  children.some(({ type }, at) => type !== 'list' && (at > 0 || type !== 'paragraph'));

function listOf(children: ListItem[], start?: number): List[] {
  if (children.length === 0) return [];
  const spread = children.some((item) => item.spread === true);
  return [{ type: 'list', ordered: start !== undefined, spread, ...(start === undefined ? {} : { start }), children }];
}

function labelled(item: ListItem, sign: string): ListItem {
  const [first] = item.children;
  const label = { type: 'text' as const, value: `${sign} ` };
  if (first?.type === 'paragraph') first.children.unshift(label);
  else item.children.unshift({ type: 'paragraph', children: [label] });
  return item;
}

function whole(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^\s*[-+]?\d{1,12}\s*$/.test(text) ? Number(text) : null;
}

/** Words and what they mean: an item a word, its meanings under it. */
export function meaningsOf(list: Element, read: ReadFlow): RootContent[] {
  const groups: { words: RootContent[]; meanings: RootContent[][] }[] = [];
  const walk = (nodes: readonly ElementContent[]): void => {
    for (const child of nodes) {
      if (child.type !== 'element') {
        if (child.type === 'text' && child.value.trim() !== '') groups.push({ words: read([child]), meanings: [] });
        continue;
      }
      if (isHidden(child, styleOf(child))) continue;
      const last = groups.at(-1);
      if (child.tagName === 'dd') {
        if (last) last.meanings.push(read(child.children));
        else groups.push({ words: read(child.children), meanings: [] });
      } else if (child.tagName === 'dt' || !/^(?:div|dl)$/.test(child.tagName)) {
        groups.push({ words: read(child.tagName === 'dt' ? child.children : [child]), meanings: [] });
      } else walk(child.children);
    }
  };
  walk(list.children);
  const item = (children: RootContent[]): ListItem => ({
    type: 'listItem',
    spread: isSpread(children),
    children: children as Flow[],
  });
  const items = groups.flatMap(({ words, meanings }) => {
    const inner = listOf(meanings.filter((one) => one.length > 0).map(item));
    return words.length + inner.length === 0 ? [] : [item([...words, ...inner])];
  });
  return listOf(items);
}
