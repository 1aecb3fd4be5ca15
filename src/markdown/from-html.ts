import type { Element, Root } from 'hast';
import type { Nodes } from 'mdast';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { LIMITS } from '#domain/limits.ts';
import { guardHtml } from './html-guard.ts';
import { visibleText } from './invisible.ts';
import { readHtml } from './processor.ts';
import { Report } from './report.ts';
import { checkTree, sanitiseTree } from './sanitise.ts';

const toMarkdown = unified().use(rehypeRemark).freeze();
const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '_', fences: true, listItemIndent: 'one', rule: '-' })
  .freeze();

/**
 * HTML of another program as Markdown. Read by the rules for pages and sanitised like them: nothing is loaded, nothing
 * runs. HTML over the limits gives its words alone.
 * @param nameOf how a picture is called in the Markdown, by its address; one without a name leaves its alternative text
 */
export function fromHtml(html: string, nameOf: (src: string) => string | null): string {
  if (html.length > LIMITS.pageSource) return wordsOf(html);
  const raw = { type: 'root', children: [{ type: 'raw', value: html }] } as unknown as Root;
  if (guardHtml(raw, new Report(html)) !== null) return wordsOf(html);
  const tree = readHtml(raw, html);
  const names = placePictures(tree, nameOf);
  const checked = checkTree(tree);
  if (!checked.ok) return wordsOf(html);
  const safe = sanitiseTree(checked.tree);
  // A link whose address was taken away is words.
  visit(safe, 'element', (element) => {
    if (element.tagName === 'a' && element.properties.href === undefined) element.tagName = 'span';
  });
  const syntax = toMarkdown.runSync(safe) as Nodes;
  if (syntax.type !== 'root') return wordsOf(html);
  visit(syntax, 'image', (image) => {
    image.url = names.get(image.url) ?? '';
  });
  return visibleText(writer.stringify(syntax)).trim();
}

/** Pictures that are at hand get an address that the sanitiser knows, the others become words. */
function placePictures(tree: Root, nameOf: (src: string) => string | null): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const walk = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName !== 'img') {
        walk(child);
        continue;
      }
      const { src, alt } = child.properties;
      const name = typeof src === 'string' ? nameOf(src) : null;
      const words = typeof alt === 'string' ? alt : '';
      if (name === null) {
        Object.assign(child, { tagName: 'span', properties: {}, children: [{ type: 'text', value: words }] });
        continue;
      }
      const address = `blob/${names.size.toString(16).padStart(64, '0')}`;
      names.set(address, name);
      child.properties = { src: address, alt: words };
    }
  };
  walk(tree);
  return names;
}

/** What stands between the tags. Markdown reads the character references itself. */
const wordsOf = (html: string): string =>
  visibleText(html.replace(/<[^<>]*>/g, ' '))
    .replace(/[ \t]+/g, ' ')
    .trim();
