import type { Element, Nodes } from 'hast';
import { outsideLink } from '#domain/link.ts';
import { parsePage } from './parse.ts';
import type { ImageTarget, LinkTarget } from './parsed-page.ts';

const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr']);
/** Attributes that mean something outside Satchel, as HTML spells them. */
const SPELLINGS: Readonly<Record<string, string>> = {
  align: 'align',
  alt: 'alt',
  colSpan: 'colspan',
  dir: 'dir',
  href: 'href',
  lang: 'lang',
  rowSpan: 'rowspan',
  src: 'src',
  start: 'start',
  title: 'title',
};

/**
 * Markdown as HTML text for other programs. Made from the sanitised tree, so it holds only what the allow-list names;
 * links lead to web and email addresses, pictures to files beside it. `null` where the Markdown is over the limits.
 * The window never reads it.
 * @param placeOf relative address of a picture, by what the Markdown calls it
 */
export function toHtml(markdown: string, placeOf: (src: string) => string | null): string | null {
  const places: string[] = [];
  const resolveImage = (src: string): ImageTarget => {
    const place = placeOf(src);
    if (place === null) return { kind: 'dead', reason: 'missing' };
    places.push(place);
    return { kind: 'image', sha256: (places.length - 1).toString(16).padStart(64, '0') };
  };
  const resolveLink = (href: string): LinkTarget =>
    outsideLink(href) === null ? { kind: 'dead', reason: 'inside' } : { kind: 'outside', href };
  const page = parsePage(`\n${markdown}`, { resolveLink, resolveImage });
  if (page.unshown !== undefined) return null;
  const place = (src: string): string => encodeURI(places[Number.parseInt(src.slice('blob/'.length), 16)] ?? '');
  return page.tree.children.map((node) => textOf(node, place)).join('');
}

function textOf(node: Nodes, place: (src: string) => string): string {
  if (node.type === 'text') return escaped(node.value);
  if (node.type !== 'element') return '';
  const open = `<${node.tagName}${attributes(node, place)}>`;
  if (VOID.has(node.tagName)) return open;
  return `${open}${node.children.map((child) => textOf(child, place)).join('')}</${node.tagName}>`;
}

function attributes({ properties }: Element, place: (src: string) => string): string {
  return Object.entries(properties)
    .flatMap(([name, value]) => {
      const spelling = SPELLINGS[name];
      if (spelling === undefined || (typeof value !== 'string' && typeof value !== 'number')) return [];
      if (name === 'href' && outsideLink(String(value)) === null) return [];
      return [` ${spelling}="${escaped(name === 'src' ? place(String(value)) : String(value))}"`];
    })
    .join('');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
