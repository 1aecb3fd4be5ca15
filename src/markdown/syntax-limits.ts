import type { Nodes, Root } from 'mdast';
import { LIMITS } from '#domain/limits.ts';
import type { UnshownReason } from '#domain/pack/page.ts';
import { widthOf } from './table-width.ts';

/** Text that references may copy from their definitions, in characters. */
const MOST_COPIED = 4_000_000;

/**
 * Looks at a syntax tree before it grows: depth, parts, cells that short rows are filled up with, and what
 * references copy. Without recursion, because a deep tree is what it is for.
 */
export function tooMuchSyntax(root: Root): UnshownReason | null {
  const waiting: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
  const columns = new Map<Nodes, number>();
  const definitions = new Map<string, number>();
  const uses = new Map<string, number>();
  let parts = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > LIMITS.pageDepth) return 'too-deep';
    parts += node.type === 'tableRow' ? 1 + (columns.get(node) ?? 0) : 1;
    if (parts > LIMITS.pageNodes) return 'too-many-parts';
    if (node.type === 'table') {
      const width = widthOf(node);
      for (const row of node.children) columns.set(row, width);
    }
    if (node.type === 'definition') {
      definitions.set(node.identifier, node.url.length + (node.title?.length ?? 0));
    } else if (node.type === 'linkReference' || node.type === 'imageReference') {
      uses.set(node.identifier, (uses.get(node.identifier) ?? 0) + 1);
    }
    if ('children' in node) for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
  let copied = 0;
  for (const [identifier, count] of uses) copied += count * (definitions.get(identifier) ?? 0);
  return copied > MOST_COPIED ? 'too-many-parts' : null;
}
