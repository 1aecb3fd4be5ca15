import { type Crate, type GraphNode, hasType, idOf, keyOf, listOf, nodeOf, nodesOf } from './crate.ts';

/** A Dataset inside a note. */
export interface NestedPart {
  readonly node: GraphNode;
  /** 1 for what lies in the note itself. */
  readonly depth: number;
  /** A note of its own, which is only named here. */
  readonly own: boolean;
}

/** A comment: its node, or the words where there is no node. */
export interface Comment {
  readonly node: GraphNode | null;
  readonly text: string;
}

const MOST_PARTS = 500;
const MOST_COMMENTS = 2_000;
const DEEPEST = 8;

/** The Datasets in a note, those inside them after each, in their order and each once. */
export function partsOf(crate: Crate, dataset: GraphNode, others: ReadonlySet<GraphNode>): readonly NestedPart[] {
  const parts: NestedPart[] = [];
  const seen = new Set<GraphNode>([dataset, crate.root]);
  const walk = (from: GraphNode, depth: number): void => {
    for (const node of nodesOf(crate, from.hasPart)) {
      if (parts.length >= MOST_PARTS || depth > DEEPEST) return;
      if (!hasType(node, 'Dataset') || seen.has(node)) continue;
      seen.add(node);
      const own = others.has(node);
      parts.push({ node, depth, own });
      if (!own) walk(node, depth + 1);
    }
  };
  walk(dataset, 1);
  return parts;
}

/** The comments on these nodes and on their files, answers after what they answer, each once. */
export function commentsOf(crate: Crate, nodes: readonly GraphNode[]): readonly Comment[] {
  const comments: Comment[] = [];
  const seen = new Set<GraphNode>();
  const walk = (node: GraphNode): void => {
    for (const one of [...listOf(node.comment), ...(aboutOf(crate).get(keyOf(idOf(node))) ?? [])]) {
      if (comments.length >= MOST_COMMENTS) return;
      const found = nodeOf(crate, one);
      if (found === null) {
        if (typeof one === 'string' && one.trim() !== '') comments.push({ node: null, text: one });
        continue;
      }
      if (seen.has(found)) continue;
      seen.add(found);
      comments.push({ node: found, text: '' });
      if (seen.size < MOST_COMMENTS) walk(found);
    }
  };
  for (const node of nodes) {
    walk(node);
    for (const part of nodesOf(crate, node.hasPart)) if (hasType(part, 'File')) walk(part);
  }
  return comments;
}

const ABOUT = new WeakMap<Crate, ReadonlyMap<string, readonly GraphNode[]>>();

/** Comments that say themselves what they are on, by that; asked once a bundle. */
function aboutOf(crate: Crate): ReadonlyMap<string, readonly GraphNode[]> {
  const known = ABOUT.get(crate);
  if (known) return known;
  const found = new Map<string, GraphNode[]>();
  for (const node of crate.nodes) {
    if (!hasType(node, 'Comment')) continue;
    for (const one of [...listOf(node.about), ...listOf(node.parentItem)]) {
      const target = nodeOf(crate, one);
      if (target === null) continue;
      const key = keyOf(idOf(target));
      if (key === '') continue;
      const list = found.get(key) ?? [];
      list.push(node);
      found.set(key, list);
    }
  }
  ABOUT.set(crate, found);
  return found;
}
