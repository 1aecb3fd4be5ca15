import type { Nodes, RootContent } from 'hast';

const BLOCKS = new Set(
  'address article aside blockquote br caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
const BETWEEN_CELLS = ' · ';

/**
 * What a person reads in these nodes: blocks parted by a line break, cells of a row by a dot, white space as one space except in `pre`,
 * pictures as their alternative text; the marks of footnotes left out.
 */
export function plainText(nodes: readonly RootContent[] | Nodes): string {
  const parts: string[] = [];
  const walk = (node: Nodes, pre: boolean): void => {
    if (node.type === 'text') {
      parts.push(pre ? node.value : node.value.replace(/[ \t\r\n\f]+/g, ' '));
      return;
    }
    if (node.type === 'root') {
      for (const child of node.children) walk(child, pre);
      return;
    }
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    if ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties) return;
    if (tagName === 'img') parts.push(typeof properties.alt === 'string' ? properties.alt : '');
    const edge = BLOCKS.has(tagName) ? '\n' : '';
    parts.push(edge);
    let cells = 0;
    for (const child of node.children) {
      if (child.type === 'element' && CELLS.has(child.tagName) && cells++ > 0) parts.push(BETWEEN_CELLS);
      walk(child, pre || tagName === 'pre');
    }
    parts.push(edge);
  };
  if ('type' in nodes) walk(nodes, false);
  else for (const node of nodes) walk(node, false);
  const lines = parts.join('').split('\n');
  return lines.flatMap((line) => line.replace(/ {2,}/g, ' ').trim() || []).join('\n');
}

/** Words as a person counts them. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)) count += 1;
  return count;
}
