import type { Nodes } from 'mdast';
import type {} from 'remark-directive';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { takeFrontMatter } from '#markdown/front-matter.ts';
import type { LintedPage } from './rule.ts';

const known = new WeakMap<LintedPage, string>();

/**
 * The page's Markdown with front matter and code as spaces, so that an offset in it is one in the file. Empty for a
 * page over the limits: it is shown as the text it is.
 */
export function proseOf(page: LintedPage): string {
  const before = known.get(page);
  if (before !== undefined) return before;
  const { mdast } = page.parsed;
  if (!mdast) return '';
  const { body } = takeFrontMatter(page.source.text);
  const parts: string[] = [];
  let done = 0;
  visit(mdast, ['code', 'inlineCode'], (node) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (start < done) return;
    parts.push(body.slice(done, start), body.slice(start, end).replace(/[^\r\n]/g, ' '));
    done = end;
  });
  parts.push(body.slice(done));
  const prose = parts.join('');
  known.set(page, prose);
  return prose;
}

/** Nodes of one type in a page's syntax tree, in order. */
export function nodesOf<T extends Nodes['type']>(page: LintedPage, type: T): Extract<Nodes, { type: T }>[] {
  const nodes: Extract<Nodes, { type: T }>[] = [];
  if (page.parsed.mdast) visit(page.parsed.mdast, type, (node) => void nodes.push(node as Extract<Nodes, { type: T }>));
  return nodes;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export const placeOf = (node: { readonly position?: Position | undefined }): Place => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** Places of offsets in a text; offsets must be asked for in rising order. */
export function placer(text: string): (offset: number) => Place {
  let line = 1;
  let start = 0;
  const breaks = /\r\n|\r|\n/g;
  let next = breaks.exec(text);
  return (offset) => {
    while (next && breaks.lastIndex <= offset) {
      line += 1;
      start = breaks.lastIndex;
      next = breaks.exec(text);
    }
    return { line, column: offset - start + 1 };
  };
}

/** An address or a text, cut to fit a message. */
export const short = (text: string, longest = 80): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};
