import type { Nodes } from 'mdast';

/** The words of a node and of all in it. */
export function wordsIn(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsIn).join('') : '';
}
