import type { Element, ElementContent, Root } from 'hast';

const BLOCKS = new Set('blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul'.split(' '));
const FLOW = new Set(
  (
    'article aside blockquote center dd details div fieldset figure footer form header hgroup li main nav section td ' +
    'th'
  ).split(' '),
);

/** Whether paragraphs may stand in it. */
export const isFlow = (parent: Root | Element): boolean => parent.type === 'root' || FLOW.has(parent.tagName);

/** What stands in a box without meaning, so that words of two boxes do not run together and no anchor is lost. */
export function unbox(box: Element, inFlow: boolean): ElementContent[] {
  const { id, lang, dir } = box.properties;
  const content: ElementContent[] = inFlow
    ? paragraphs(box.children)
    : [{ type: 'text', value: ' ' }, ...box.children, { type: 'text', value: ' ' }];
  for (const child of content) {
    if (child.type !== 'element') continue;
    if (lang !== undefined) child.properties.lang ??= lang;
    if (dir !== undefined) child.properties.dir ??= dir;
  }
  if (id === undefined) return content;
  return [{ type: 'element', tagName: 'span', properties: { id }, children: [] }, ...content];
}

/** Gives words that stand loose between blocks a paragraph of their own. */
export function paragraphs(nodes: readonly (ElementContent | Root['children'][number])[]): ElementContent[] {
  const out: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const close = (): void => {
    if (loose.some(isSeen)) out.push({ type: 'element', tagName: 'p', properties: {}, children: loose });
    else for (const node of loose) out.push(node);
    loose = [];
  };
  for (const node of nodes) {
    if (node.type === 'doctype' || node.type === 'comment') continue;
    if (node.type === 'element' && BLOCKS.has(node.tagName)) {
      close();
      out.push(node);
    } else {
      loose.push(node);
    }
  }
  close();
  return out;
}

function isSeen(node: ElementContent): boolean {
  if (node.type === 'text') return /\S/.test(node.value);
  return node.type === 'element' && (node.tagName === 'img' || node.children.some(isSeen));
}
