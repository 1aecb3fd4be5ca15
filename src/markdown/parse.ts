import type { UnshownReason } from '#domain/pack/page.ts';
import { dropForbidden, dropInvisible } from './dropped.ts';
import { takeFrontMatter } from './front-matter.ts';
import { placeAnchors } from './headings.ts';
import { guardHtml } from './html-guard.ts';
import { visibleText } from './invisible.ts';
import { tooMuch } from './limits.ts';
import { placeLinks } from './links.ts';
import type { ParseContext, ParsedPage, UnshownPage } from './parsed-page.ts';
import { countWords } from './plain-text.ts';
import { readHtml, toSyntax, toTree } from './processor.ts';
import { Report } from './report.ts';
import { checkTree, sanitiseTree } from './sanitise.ts';
import { splitSections } from './sections.ts';
import { tooMuchSyntax } from './syntax-limits.ts';
import { placeTables } from './tables.ts';

/**
 * Reads one page: front matter, a safe tree, sections for search, and what an editor wants to know about it. Keeps
 * no state and never throws on any source; a page over the limits comes back as text, with the reason. Cannot limit
 * its own time: the caller that reads strangers' files does (`LIMITS.pageParseMs`).
 */
export function parsePage(source: string, context: ParseContext): ParsedPage {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const large = tooMuch(text);
  if (large) return unshown(text, large);
  const { frontMatter, body } = takeFrontMatter(text);
  const mdast = toSyntax(body);
  const grown = tooMuchSyntax(mdast);
  if (grown) return unshown(text, grown);
  const report = new Report(body);
  let tree = toTree(mdast, body, context.lang);
  if (hasHtml(tree)) {
    const costly = guardHtml(tree, report);
    if (costly) return unshown(text, costly);
    tree = readHtml(tree, body);
  }
  dropInvisible(tree, report);
  const { headings, anchors } = placeAnchors(tree, report);
  placeLinks(tree, context, report);
  dropForbidden(tree, report);
  placeTables(tree);
  const checked = checkTree(tree);
  if (!checked.ok) return unshown(text, checked.reason === 'not-a-tree' ? 'too-deep' : checked.reason);
  const safe = sanitiseTree(checked.tree);
  const sections = splitSections(safe);
  const [firstHeading] = headings;
  return {
    frontMatter,
    mdast,
    tree: safe,
    sections,
    headings,
    anchors,
    links: report.links,
    images: report.images,
    dropped: report.dropped,
    words: sections.reduce((sum, section) => sum + countWords(section.heading) + countWords(section.text), 0),
    ...(firstHeading ? { firstHeading } : {}),
  };
}

const hasHtml = (node: { readonly type: string; readonly children?: readonly { type: string }[] }): boolean =>
  node.type === 'raw' || (node.children ?? []).some(hasHtml);

function unshown(source: string, reason: UnshownReason): UnshownPage {
  const { frontMatter, body } = takeFrontMatter(source);
  const text = visibleText(body).trim();
  return {
    unshown: reason,
    frontMatter,
    sections: [{ id: '', heading: '', level: 1, text }],
    headings: [],
    anchors: [],
    links: [],
    images: [],
    dropped: [],
    words: countWords(text),
  };
}
