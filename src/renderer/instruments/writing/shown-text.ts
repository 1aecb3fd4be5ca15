import type { Element, Root } from 'hast';
import type { ListItem, Nodes } from 'mdast';
import { toScreen } from '#domain/address.ts';
import { outsideLink } from '#domain/link.ts';
import type { UnshownReason } from '#domain/pack/page.ts';
import { parsePage } from '#markdown/parse.ts';
import type { ImageTarget, LinkTarget } from '#markdown/parsed-page.ts';
import { alignFigures } from './tables/figure-columns.ts';

/** A note's text as it is read: its sanitised tree, or why it cannot be drawn. */
export type ShownText =
  | {
      readonly tree: Root;
      /** Where the sign in each tick box stands in the Markdown, by the box's id in the tree. */
      readonly boxes: Readonly<Record<string, number>>;
    }
  | { readonly unshown: UnshownReason };

/**
 * Reads Markdown by the rules for pages. Pictures are `file:<sha256>`; links go outside, or to guidance as
 * `page:<pack>/<page>#<section>` or by its address here.
 */
export function showText(markdown: string): ShownText {
  // A line before it: a text that begins with a rule has no front matter.
  const page = parsePage(`\n${markdown}`, { resolveLink, resolveImage });
  if (page.unshown !== undefined) return { unshown: page.unshown };
  alignFigures(page.tree);
  return { tree: page.tree, boxes: boxesOf(page.tree, page.mdast, markdown) };
}

function resolveImage(src: string): ImageTarget {
  const sha256 = /^file:([0-9a-f]{64})$/.exec(src)?.[1];
  return sha256 === undefined ? { kind: 'dead', reason: 'missing' } : { kind: 'image', sha256 };
}

function resolveLink(href: string): LinkTarget {
  if (href.startsWith('#')) return { kind: 'same', section: href.slice(1) };
  if (outsideLink(href) !== null) return { kind: 'outside', href };
  const screen = toScreen(href.replace(/^page:/, '/read/'));
  if (screen?.screen !== 'read') return { kind: 'dead', reason: 'inside' };
  const { pack, page, section } = screen;
  return { kind: 'page', pack, page, ...(section === undefined ? {} : { section }) };
}

function boxesOf(tree: Root, syntax: Nodes, markdown: string): Readonly<Record<string, number>> {
  const ids = tasksIn(tree);
  const items = itemsIn(syntax);
  // Footnotes change the order; then the boxes are ticked in the text only.
  if (ids.length !== items.length || markdown.includes('[^')) return {};
  const boxes: Record<string, number> = {};
  items.forEach((item, at) => {
    const start = (item.position?.start.offset ?? 0) - 1;
    const sign = /^(?:[-*+]|\d{1,9}[.)])\s+\[(?=[ xX]\])/.exec(markdown.slice(start, start + 80));
    const id = ids[at];
    if (sign && id !== undefined) boxes[id] = start + sign[0].length;
  });
  return boxes;
}

/** Inner items first, as the pipeline names them. */
function tasksIn(parent: Root | Element): readonly string[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const { dataTask } = child.properties;
    return typeof dataTask === 'string' ? [...tasksIn(child), dataTask] : tasksIn(child);
  });
}

function itemsIn(node: Nodes): readonly ListItem[] {
  const inner = 'children' in node ? node.children.flatMap(itemsIn) : [];
  return node.type === 'listItem' && typeof node.checked === 'boolean' ? [...inner, node] : inner;
}
