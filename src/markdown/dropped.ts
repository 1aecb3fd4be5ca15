import type { Element, ElementContent, Root } from 'hast';
import { ATTRIBUTES, ELEMENTS, REMOVED_WHOLE } from './allow-list.ts';
import { isFlow, paragraphs, unbox } from './boxes.ts';
import { withoutInvisible } from './invisible.ts';
import type { Report } from './report.ts';

const WHOLE = new Set(REMOVED_WHOLE);
/** Boxes without meaning of their own: what they hold stays, and nobody misses them. */
const PLAIN_BOXES = new Set('article aside center div footer header hgroup main nav picture section span'.split(' '));
/** Boxes that stand inside a line. */
const INLINE_BOXES = new Set(['picture', 'span']);
/** Gone as controls, players and drawings, but their words are still words, each apart from the next. */
const WORDS_APART = new Set(
  'applet audio button canvas fieldset form label legend object optgroup option progress select textarea video'.split(
    ' ',
  ),
);
/** Looks, and a switch for other Markdown programs: nobody reads them. */
const QUIET = new Set(['className', 'markdown']);
/** Addresses are judged as they were written; cleaning one could turn it into another. */
const ADDRESSES = new Set(['href', 'src']);

/** Takes invisible characters out of every text and attribute before anything is made of them. */
export function dropInvisible(parent: Root | Element, report: Report): void {
  for (const child of parent.children) {
    if (child.type === 'text') child.value = cleaned(child.value, child, report);
    if (child.type !== 'element') continue;
    for (const [name, value] of Object.entries(child.properties)) {
      if (typeof value === 'string' && !ADDRESSES.has(name)) child.properties[name] = cleaned(value, child, report);
    }
    dropInvisible(child, report);
  }
}

function cleaned(value: string, node: ElementContent, report: Report): string {
  const { text, found } = withoutInvisible(value);
  for (const what of found) report.dropped.push({ what, position: report.placeOf(what, node) });
  return text;
}

/** Takes out what the allow-list does not name and reports each piece, so that the sanitiser finds nothing to do. */
export function dropForbidden(tree: Root, report: Report): void {
  tree.children = paragraphs(kept(tree, report));
}

function kept(parent: Root | Element, report: Report): ElementContent[] {
  const out: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'text') out.push(child);
    if (child.type !== 'element') continue;
    // The other sizes of a picture that is shown.
    if (child.tagName === 'source' && parent.type === 'element' && parent.tagName === 'picture') continue;
    if (WHOLE.has(child.tagName)) {
      report.dropped.push({ what: `<${child.tagName}>`, position: report.place(child) });
      continue;
    }
    if (child.tagName === 'svg') {
      report.dropped.push({ what: '<svg>', position: report.place(child) });
      out.push({ type: 'text', value: drawnWords(child, report) });
      continue;
    }
    dropAttributes(child, report);
    child.children = kept(child, report);
    if (isKept(child)) {
      out.push(child);
      continue;
    }
    const { tagName } = child;
    if (!PLAIN_BOXES.has(tagName)) {
      report.dropped.push({ what: `<${tagName.slice(0, 40)}>`, position: report.place(child) });
    }
    const isBox = WORDS_APART.has(tagName) || (PLAIN_BOXES.has(tagName) && !INLINE_BOXES.has(tagName));
    for (const inner of isBox ? unbox(child, isFlow(parent)) : child.children) out.push(inner);
  }
  return out;
}

/** The words of a drawing. What it calls `td` or `a` is no cell and no link. */
function drawnWords(drawing: Element, report: Report): string {
  let words = ' ';
  for (const child of drawing.children) {
    if (child.type === 'text') words += child.value;
    if (child.type !== 'element') continue;
    if (WHOLE.has(child.tagName)) report.dropped.push({ what: `<${child.tagName}>`, position: report.place(child) });
    else words += drawnWords(child, report);
  }
  return `${words} `;
}

/** A `div` of the pipeline stays; an author's is only its content. A `span` stays when it says something. */
function isKept({ tagName, properties }: Element): boolean {
  if (tagName === 'div') {
    return Array.isArray(properties.className) && /\b(?:callout|table-scroll)\b/.test(properties.className.join(' '));
  }
  if (tagName === 'span') {
    const { className, ...said } = properties;
    return Object.keys(said).length > 0 || (Array.isArray(className) && /^dead-/.test(className.join(' ')));
  }
  return ELEMENTS.has(tagName);
}

function dropAttributes(element: Element, report: Report): void {
  for (const name of Object.keys(element.properties)) {
    if (isNamed(element.tagName, name)) continue;
    delete element.properties[name];
    if (!QUIET.has(name)) report.dropped.push({ what: attributeName(name), position: report.place(element) });
  }
}

/** The name as an author writes it. */
function attributeName(property: string): string {
  if (property === 'htmlFor') return 'for';
  const [, group, rest = ''] = /^(data|aria)([A-Z].*)$/.exec(property) ?? [];
  if (group === 'data') return `data${rest.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return group === 'aria' ? `aria-${rest.toLowerCase()}` : property.toLowerCase();
}

function isNamed(tagName: string, name: string): boolean {
  const own = Object.hasOwn(ATTRIBUTES, tagName) ? ATTRIBUTES[tagName] : undefined;
  return [...(own ?? []), ...(ATTRIBUTES['*'] ?? [])].some(
    (rule) => (typeof rule === 'string' ? rule : rule[0]) === name,
  );
}
