import type { Element, ElementContent, Root, Text } from 'hast';
import { withoutEnd } from '#domain/without-end.ts';

/** Parts of a page where a term is not explained: it would sit inside another control or is not prose. */
const SKIPPED = new Set(['a', 'button', 'code', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'th', 'mark']);

/** The longest term that is marked. */
const LONGEST = 12;

const TWO_CAPITALS = /\p{Lu}.*\p{Lu}/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Marks the first place of each glossary acronym in a page, as `<span data-term="SOC">SOC</span>`. Only acronyms
 * (two capitals or more) are marked: ordinary words such as "Alpha" are too often just words. The page is walked and
 * its words are asked for: a glossary of any size costs the same, however its terms begin.
 *
 * @param explains whether the glossary has a term, written exactly so
 * @returns a new tree; the given one is not changed
 */
export function markTerms(tree: Root, explains: (term: string) => boolean): Root {
  const seen = new Set<string>();

  const within = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type === 'text') return split(child, explains, seen);
      if (child.type === 'element' && !SKIPPED.has(child.tagName))
        return [{ ...child, children: within(child.children) }];
      return [child];
    });

  return { ...tree, children: within(tree.children.filter((child) => child.type !== 'doctype')) };
}

function split(text: Text, explains: (term: string) => boolean, seen: Set<string>): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { index, term } of termsIn(text.value, explains)) {
    if (seen.has(term)) continue;
    seen.add(term);
    const end = index + term.length;
    const front = text.value.slice(from, index);
    const before = front.slice(withoutEnd(front, /[^\p{L}\p{N}\s]/u).length);
    const after = /^[^\p{L}\p{N}\s]*/u.exec(text.value.slice(end))?.[0] ?? '';
    const start = index - before.length;
    if (start > from) parts.push({ type: 'text', value: text.value.slice(from, start) });
    parts.push(termElement(term, before, after));
    from = end + after.length;
  }
  if (parts.length === 0) return [text];
  if (from < text.value.length) parts.push({ type: 'text', value: text.value.slice(from) });
  return parts;
}

interface Place {
  readonly index: number;
  readonly term: string;
}

/** The terms of a text in their order, the longest at each place, none of them a part of a longer word. */
function* termsIn(text: string, explains: (term: string) => boolean): Generator<Place, void, undefined> {
  let inWord = false;
  for (let at = 0; at < text.length; ) {
    const term = inWord ? null : termAt(text, at, explains);
    if (term !== null) yield { index: at, term };
    const last = term === null ? characterAt(text, at) : characterAt(text, at + term.length - 1);
    at += term === null ? last.length : term.length;
    inWord = WORD.test(last);
  }
}

function termAt(text: string, at: number, explains: (term: string) => boolean): string | null {
  const longest = text.slice(at, at + LONGEST);
  if (!TWO_CAPITALS.test(longest)) return null;
  for (let length = longest.length; length > 1; length--) {
    const term = longest.slice(0, length);
    if (WORD.test(characterAt(text, at + length)) || !explains(term) || !TWO_CAPITALS.test(term)) continue;
    return term;
  }
  return null;
}

/** A whole character; '' beyond the end. */
function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** Brackets and stops that touch a term go with it, so that no line breaks between them. */
const termElement = (term: string, before: string, after: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { dataTerm: term, dataBefore: before, dataAfter: after },
  children: [{ type: 'text', value: before + term + after }],
});
