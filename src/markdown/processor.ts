import type { Element, ElementContent, Root as Tree } from 'hast';
import type { Root as Syntax } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { addressPlaces } from './address-places.ts';
import { callout, calloutKind, containersOnly, literalFences } from './directives.ts';
import { unquotedAddresses } from './html-text.ts';
import { labelsFor } from './labels.ts';
import { plainText } from './plain-text.ts';
import { widthOf } from './table-width.ts';
import { Tasks } from './tasks.ts';

type Handlers = NonNullable<Options['handlers']>;

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(containersOnly)
  .use(addressPlaces)
  .use(unquotedAddresses)
  .freeze();
const htmlReader = unified().use(rehypeRaw).freeze();

/** Markdown to its syntax tree, with positions. */
export const toSyntax = (source: string): Syntax => parser.parse(source);

/** Reads the HTML in a tree, by tree building rules, without making text of the rest. */
export const readHtml = (tree: Tree, source: string): Tree => htmlReader.runSync(tree, new VFile(source));

/** Syntax tree to an HTML tree that may still hold anything; addresses are as the author wrote them. */
export function toTree(syntax: Syntax, source: string, lang: string | undefined): Tree {
  const labels = labelsFor(lang);
  const tasks = new Tasks();
  const handlers: Handlers = {
    listItem(state, node, parent) {
      const item = defaultHandlers.listItem(state, { ...node, checked: null }, parent);
      if (typeof node.checked === 'boolean') item.properties = tasks.properties(ownWords(item), node.checked);
      return item;
    },
    list(state, node) {
      const list = defaultHandlers.list(state, node);
      const isTask = (item: ElementContent): boolean => item.type === 'element' && 'dataTask' in item.properties;
      if (list.children.some(isTask)) list.properties.className = ['tasks'];
      return list;
    },
    link(state, node) {
      const link = defaultHandlers.link(state, { ...node, url: '' });
      link.properties.href = node.url;
      return link;
    },
    linkReference(state, node) {
      const url = state.definitionById.get(String(node.identifier).toUpperCase())?.url;
      const link = defaultHandlers.linkReference(state, node);
      if (url !== undefined && !Array.isArray(link) && link.type === 'element') link.properties.href = url;
      return link;
    },
    image(state, node) {
      const image = defaultHandlers.image(state, { ...node, url: '' });
      image.properties.src = node.url;
      return image;
    },
    imageReference(state, node) {
      const url = state.definitionById.get(String(node.identifier).toUpperCase())?.url;
      const image = defaultHandlers.imageReference(state, node);
      if (url !== undefined && !Array.isArray(image) && image.type === 'element') image.properties.src = url;
      return image;
    },
    table(state, node) {
      const width = widthOf(node);
      const align = Array.from({ length: width }, (_, at) => node.align?.[at] ?? null);
      return defaultHandlers.table(state, { ...node, align });
    },
    code(state, node) {
      return defaultHandlers.code(state, { ...node, lang: languageOf(node.lang) });
    },
    containerDirective(state, node) {
      const [first, ...rest] = node.children;
      const hasLabel = first?.type === 'paragraph' && first.data?.directiveLabel === true;
      const kind = calloutKind(node.name);
      const content = state.wrap(state.all({ ...node, children: hasLabel ? rest : node.children }), true);
      if (!kind) {
        const { start, end } = node.position ?? {};
        return literalFences(source.slice(start?.offset ?? 0, end?.offset ?? 0), content);
      }
      const box = callout(kind, hasLabel ? state.all(first) : [], content, labels);
      state.patch(node, box);
      return box;
    },
  };
  const run = unified().use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteBackContent: '↩',
    footnoteBackLabel: (reference, again) => labels.back(`${reference + 1}${again > 1 ? `-${again}` : ''}`),
    footnoteLabel: labels.footnotes,
    footnoteLabelProperties: {},
    handlers,
  });
  const tree = run.runSync(syntax, new VFile(source));
  placeFootnotes(tree, labels.footnote);
  return tree;
}

/** Footnotes become a last section like any other. */
function placeFootnotes(tree: Tree, label: (number: string) => string): void {
  const last = tree.children.findLastIndex((node) => node.type === 'element' && 'dataFootnotes' in node.properties);
  const section = tree.children[last];
  if (section?.type !== 'element') return;
  for (const child of section.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'h2') child.properties = {};
    if (child.tagName === 'ol') child.properties.className = ['footnotes'];
  }
  tree.children.splice(last, 1, ...section.children);
  labelMarks(tree, label);
}

function labelMarks(parent: Tree | Element, label: (number: string) => string): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { properties } = child;
    if ('dataFootnoteRef' in properties) {
      delete properties.ariaDescribedBy;
      properties.ariaLabel = label(rawText(child));
    }
    if ('dataFootnoteBackref' in properties) delete properties.className;
    labelMarks(child, label);
  }
}

/** The first word of a fence, as a class may hold it; anything else is no language. */
function languageOf(info: string | null | undefined): string | null {
  const name = /^\S*/.exec(info ?? '')?.[0].toLowerCase() ?? '';
  const known = OTHER_SPELLINGS.get(name) ?? name;
  return /^[a-z0-9-]{1,40}$/.test(known) ? known : null;
}

const OTHER_SPELLINGS = new Map([
  ['c++', 'cpp'],
  ['c#', 'csharp'],
  ['f#', 'fsharp'],
]);

const rawText = (element: Element): string => element.children.map((c) => (c.type === 'text' ? c.value : '')).join('');

/** An item's words without those of the lists inside it. */
const ownWords = (item: Element): string =>
  plainText(item.children.filter((child) => child.type !== 'element' || !/^[ou]l$/.test(child.tagName)));
