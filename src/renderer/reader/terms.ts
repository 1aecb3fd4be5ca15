import type { Element, ElementContent, Root, Text } from 'hast';
import type { GlossaryTerm } from '#domain/glossary.ts';
import { withoutEnd } from '#domain/without-end.ts';

/** Parts of a page where a term is not explained: it would sit inside another control or is not prose. */
const SKIPPED = new Set(['a', 'button', 'code', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'th', 'mark']);

/**
 * Marks the first place of each glossary acronym in a page, as `<span data-term="SOC">SOC</span>`. Only acronyms
 * (two capitals or more) are marked: ordinary words such as "Alpha" are too often just words.
 *
 * @returns a new tree; the given one is not changed
 */
export function markTerms(tree: Root, glossary: readonly GlossaryTerm[]): Root {
  const acronyms = glossary
    .map((entry) => entry.term)
    .filter((term) => /\p{Lu}.*\p{Lu}/u.test(term) && term.length <= 12);
  if (acronyms.length === 0) return tree;
  const longestFirst = acronyms.toSorted((a, b) => b.length - a.length).map(quoted);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const seen = new Set<string>();

  const within = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type === 'text') return split(child, pattern, seen);
      if (child.type === 'element' && !SKIPPED.has(child.tagName))
        return [{ ...child, children: within(child.children) }];
      return [child];
    });

  return { ...tree, children: within(tree.children.filter((child) => child.type !== 'doctype')) };
}

function split(text: Text, pattern: RegExp, seen: Set<string>): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const match of text.value.matchAll(pattern)) {
    const [term] = match;
    if (seen.has(term)) continue;
    seen.add(term);
    const end = match.index + term.length;
    const front = text.value.slice(from, match.index);
    const before = front.slice(withoutEnd(front, /[^\p{L}\p{N}\s]/u).length);
    const after = /^[^\p{L}\p{N}\s]*/u.exec(text.value.slice(end))?.[0] ?? '';
    const start = match.index - before.length;
    if (start > from) parts.push({ type: 'text', value: text.value.slice(from, start) });
    parts.push(termElement(term, before, after));
    from = end + after.length;
  }
  if (parts.length === 0) return [text];
  if (from < text.value.length) parts.push({ type: 'text', value: text.value.slice(from) });
  return parts;
}

/** Brackets and stops that touch a term go with it, so that no line breaks between them. */
const termElement = (term: string, before: string, after: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { dataTerm: term, dataBefore: before, dataAfter: after },
  children: [{ type: 'text', value: before + term + after }],
});

const quoted = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
