import type { Element, Root, Text } from 'hast';
import type { Heading } from './parsed-page.ts';
import { plainText } from './plain-text.ts';
import type { Report } from './report.ts';
import { Anchors, anchorOf, elementId, slugOf } from './slug.ts';

const SUFFIX = /[ \t]*\{#([^\s{}]{1,200})\}[ \t]*$/;

export const headingDepth = (element: Element): number => {
  const found = /^h([1-6])$/.exec(element.tagName);
  return found ? Number(found[1]) : 0;
};

/**
 * Gives each heading and each author's anchor its id, once on a page. An id that the author wrote (`{#id}`, `id`,
 * `<a name>`) wins over one made from a heading's words, wherever it stands.
 */
export function placeAnchors(tree: Root, report: Report): { headings: Heading[]; anchors: readonly string[] } {
  const anchors = new Anchors();
  const headings: { element: Element; id?: string }[] = [];
  const walk = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const wanted = anchorWanted(child);
      delete child.properties.name;
      const id = wanted && anchors.take(wanted);
      if (id) child.properties.id = elementId(id);
      if (headingDepth(child) > 0) headings.push({ element: child, ...(id ? { id } : {}) });
      walk(child);
    }
  };
  walk(tree);
  const found: Heading[] = [];
  for (const { element, id: given } of headings) {
    const text = plainText(element).replace(/\n/g, ' ');
    const id = given ?? anchors.take(slugOf(text));
    element.properties.id = elementId(id);
    if (element.position) found.push({ id, text, depth: headingDepth(element), position: report.place(element) });
  }
  return { headings: found, anchors: anchors.all };
}

function anchorWanted(element: Element): string {
  const suffix = headingDepth(element) > 0 ? takeSuffix(element) : '';
  if (suffix) return suffix;
  const { id, name } = element.properties;
  if (typeof id === 'string') {
    if (/^fn(?:ref)?-/.test(id)) return '';
    delete element.properties.id;
    return anchorOf(id);
  }
  return element.tagName === 'a' && typeof name === 'string' ? anchorOf(name) : '';
}

/** Takes `{#id}` off the end of a heading's text. */
function takeSuffix(heading: Element): string {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return '';
  const found = SUFFIX.exec((last as Text).value.slice(-300));
  const id = anchorOf(found?.[1] ?? '');
  if (!found || id === '') return '';
  last.value = last.value.slice(0, last.value.length - found[0].length);
  return id;
}
