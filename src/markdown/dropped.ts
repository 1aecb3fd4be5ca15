import type { Element, ElementContent, Root } from 'hast';
import { ATTRIBUTES, ELEMENTS, REMOVED_WHOLE } from './allow-list.ts';
import { withoutInvisible } from './invisible.ts';
import type { Report } from './report.ts';

const WHOLE = new Set(REMOVED_WHOLE);
/** Boxes without meaning of their own: what they hold stays, and nobody misses them. */
const PLAIN_BOXES = new Set([
  'article',
  'aside',
  'center',
  'div',
  'footer',
  'header',
  'main',
  'nav',
  'section',
  'span',
]);

/** Takes out what the allow-list does not name and reports each piece, so that the sanitiser finds nothing to do. */
export function dropForbidden(tree: Root, report: Report): void {
  tree.children = kept(tree, report) as Root['children'];
}

function kept(parent: Root | Element, report: Report): ElementContent[] {
  const out: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'text') {
      const { text, found } = withoutInvisible(child.value);
      for (const what of found) report.dropped.push({ what, position: report.place(child) });
      if (text !== '') out.push({ ...child, value: text });
      continue;
    }
    if (child.type !== 'element') continue;
    if (WHOLE.has(child.tagName)) {
      report.dropped.push({ what: `<${child.tagName}>`, position: report.place(child) });
      continue;
    }
    const own = ELEMENTS.has(child.tagName) || isOurs(child);
    if (!own && !PLAIN_BOXES.has(child.tagName)) {
      report.dropped.push({ what: `<${child.tagName.slice(0, 40)}>`, position: report.place(child) });
    }
    dropAttributes(child, report);
    child.children = kept(child, report);
    if (own) out.push(child);
    else for (const inner of child.children) out.push(inner);
  }
  return out;
}

/** A `div` that the pipeline made keeps its place; an author's is only its content. */
const isOurs = (element: Element): boolean =>
  Array.isArray(element.properties.className) &&
  element.tagName === 'div' &&
  element.properties.className.some((name) => name === 'callout' || name === 'table-scroll');

function dropAttributes(element: Element, report: Report): void {
  for (const name of Object.keys(element.properties)) {
    const allowed = isAllowed(element.tagName, name);
    if (allowed) continue;
    delete element.properties[name];
    report.dropped.push({ what: name.toLowerCase(), position: report.place(element) });
  }
}

function isAllowed(tagName: string, name: string): boolean {
  const rules = [
    ...(Object.hasOwn(ATTRIBUTES, tagName) ? (ATTRIBUTES[tagName] ?? []) : []),
    ...(ATTRIBUTES['*'] ?? []),
  ];
  return rules.some((rule) => (typeof rule === 'string' ? rule : rule[0]) === name);
}
