import type { Element, ElementContent, Properties, Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { LIMITS } from '#domain/limits.ts';
import { outsideLink } from '#domain/link.ts';
import type { UnshownReason } from '#domain/pack/page.ts';
import { SCHEMA } from './allow-list.ts';
import { visibleText } from './invisible.ts';
import { Spans } from './spans.ts';

export type CheckedTree =
  | { readonly ok: true; readonly tree: Root }
  | { readonly ok: false; readonly reason: UnshownReason | 'not-a-tree' };

/** `page:` address of a page of this pack or another, as the pipeline writes it. */
const PAGE = /^page:[^\s#/]+(?:\/[^\s#/]+)?(?:#\S*)?$/;
const HERE = /^#[^\s#]+$/;
const BLOB = /^blob\/[0-9a-f]{64}$/;
const NAME = /^[A-Za-z][A-Za-z0-9]*$/;
/** Judged as they were written: without what hides in it, one address would be another. */
const ADDRESSES = new Set(['href', 'src']);

/**
 * The tree with only what the allow-list names. Takes any tree, also a forged one: what is not a tree, or over the
 * limits, gives an empty root (ask `checkTree` first to say why). Sanitising twice is the same as once.
 */
export function sanitiseTree(tree: unknown): Root {
  const checked = checkTree(tree);
  const safe = checked.ok ? sanitize(checked.tree, SCHEMA) : null;
  if (safe?.type !== 'root') return { type: 'root', children: safe?.type === 'element' ? [safe] : [] };
  closeDetails(safe, { ids: new Set(), spans: new Spans() });
  return safe;
}

/**
 * Reads any value as a tree: copies the parts that a tree has, counts nodes and depth on the way and stops at the
 * limits. Linear, without recursion, never throws on JSON values. Allows elements that the sanitiser will drop.
 */
export function checkTree(value: unknown): CheckedTree {
  if (!isRecord(value) || value.type !== 'root' || !Array.isArray(value.children)) {
    return { ok: false, reason: 'not-a-tree' };
  }
  const tree: Root = { type: 'root', children: [] };
  const waiting: { from: readonly unknown[]; to: ElementContent[]; depth: number }[] = [
    { from: value.children, to: tree.children as ElementContent[], depth: 1 },
  ];
  let nodes = 0;
  for (let work = waiting.pop(); work; work = waiting.pop()) {
    if (work.depth > LIMITS.pageDepth) return { ok: false, reason: 'too-deep' };
    nodes += work.from.length;
    if (nodes > LIMITS.pageNodes) return { ok: false, reason: 'too-many-parts' };
    for (const child of work.from) {
      if (!isRecord(child)) continue;
      if (child.type === 'text' && typeof child.value === 'string') {
        work.to.push({ type: 'text', value: visibleText(child.value) });
      } else if (child.type === 'element' && typeof child.tagName === 'string') {
        const element: Element = {
          type: 'element',
          tagName: child.tagName,
          properties: properties(child.properties),
          children: [],
        };
        work.to.push(element);
        if (Array.isArray(child.children)) {
          waiting.push({ from: child.children, to: element.children, depth: work.depth + 1 });
        }
      }
    }
  }
  return { ok: true, tree };
}

function properties(value: unknown): Properties {
  if (!isRecord(value)) return {};
  const kept: [string, string | number | boolean | (string | number)[]][] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (!NAME.test(name)) continue;
    if (typeof inner === 'string') kept.push([name, ADDRESSES.has(name) ? inner : visibleText(inner)]);
    else if (typeof inner === 'number' || typeof inner === 'boolean') kept.push([name, inner]);
    else if (Array.isArray(inner) && name === 'className') {
      kept.push([name, inner.slice(0, 20).filter((part) => typeof part === 'string')]);
    }
  }
  return Object.fromEntries(kept);
}

/** What an allow-list of names and schemes cannot say: whole addresses, one element per id, no empty class, no
 * spans that cost more than their table. */
function closeDetails(parent: Root | Element, page: { readonly ids: Set<string>; readonly spans: Spans }): void {
  const { ids } = page;
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { href, src, id, className } = child.properties;
    if (href !== undefined && !isAddress(href)) delete child.properties.href;
    if (src !== undefined && !(typeof src === 'string' && BLOB.test(src))) delete child.properties.src;
    if (typeof className === 'string') child.properties.className = [className];
    if (Array.isArray(className) && className.length === 0) delete child.properties.className;
    if (id !== undefined) {
      if (ids.has(String(id))) delete child.properties.id;
      ids.add(String(id));
    }
    if (child.tagName === 'td' || child.tagName === 'th') page.spans.bound(child);
    closeDetails(child, page);
  }
}

const isAddress = (href: unknown): boolean =>
  typeof href === 'string' &&
  visibleText(href) === href &&
  (PAGE.test(href) || HERE.test(href) || outsideLink(href) !== null);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
