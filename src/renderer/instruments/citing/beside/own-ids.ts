import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

const PREFIX = 'beside-';

/** The tree with ids of its own: the note's text may have the same, and a link must find the page's. */
export function withOwnIds(tree: Root): Root {
  const own = structuredClone(tree);
  visit(own, 'element', ({ properties }) => {
    const { id, href, ariaDescribedBy } = properties;
    if (typeof id === 'string') {
      properties['id'] = `${PREFIX}${id}`;
      properties['dataSection'] = id.replace(/^s-/, '');
    }
    if (typeof href === 'string' && href.startsWith('#')) properties['href'] = `#${PREFIX}${href.slice(1)}`;
    if (Array.isArray(ariaDescribedBy)) properties['ariaDescribedBy'] = ariaDescribedBy.map((one) => `${PREFIX}${one}`);
  });
  return own;
}
