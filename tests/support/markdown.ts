import type { ImageTarget, LinkTarget, ParseContext } from '#markdown/parsed-page.ts';

export const PICTURE = 'ab'.repeat(32);

/**
 * A context for tests: an address with a scheme is outside, `#x` is this page, any other is the page of that name;
 * a picture is found unless its address has a scheme or starts with `/`.
 */
export const context: ParseContext = {
  resolveLink(href: string): LinkTarget {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return { kind: 'outside', href };
    if (href.startsWith('#')) return { kind: 'same', section: href.slice(1) };
    const [page = '', section] = href.split('#');
    if (page === '') return { kind: 'dead', reason: 'page' };
    return { kind: 'page', page, ...(section ? { section } : {}) };
  },
  resolveImage(src: string): ImageTarget {
    if (/^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(src)) return { kind: 'dead', reason: 'outside' };
    return { kind: 'image', sha256: PICTURE, width: 40, height: 30 };
  },
};

/** The same with trust in every address, as a resolver with a hole in it would have. */
export const gullible: ParseContext = {
  resolveLink: (href) => ({ kind: 'outside', href }),
  resolveImage: (src) => ({ kind: 'image', sha256: src }),
};

type Node = { type: string; value?: string; tagName?: string; properties?: object; children?: readonly Node[] };

/** A tree in short, for comparison: `p(Hello em(you))`; attributes and the line breaks
 * between blocks left out. */
export function outline(node: Node): string {
  if (node.type === 'text') return /^\s*\n\s*$/.test(node.value ?? '') ? '' : (node.value ?? '').replace(/\s+/g, ' ');
  if (node.type === 'comment') return '';
  const inner = (node.children ?? []).map(outline).join('');
  return node.type === 'root' ? inner : `${node.tagName}(${inner})`;
}

/** Every element of a tree, in order. */
export function elements(node: Node): { tagName: string; properties: Record<string, unknown> }[] {
  const own = node.tagName
    ? [{ tagName: node.tagName, properties: (node.properties ?? {}) as Record<string, unknown> }]
    : [];
  return [...own, ...(node.children ?? []).flatMap(elements)];
}
