import type { Element, Properties, Root } from 'hast';
import { outsideLink } from '#domain/link.ts';
import type { ImageTarget, LinkTarget, ParseContext } from './parsed-page.ts';
import { plainText } from './plain-text.ts';
import type { Report } from './report.ts';
import { elementId } from './slug.ts';

const LONGEST = 2_000;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Puts where they lead into every link and picture of the tree, from Markdown or HTML alike, and takes away what
 * leads nowhere: the words stay, the address does not. Nothing is fetched and nothing was live before this.
 */
export function placeLinks(tree: Root, context: ParseContext, report: Report): void {
  const walk = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      walk(child);
      if (child.tagName === 'a') placeLink(child, context, report);
      else if (child.tagName === 'img') placeImage(child, context, report);
    }
  };
  walk(tree);
}

function placeLink(element: Element, context: ParseContext, report: Report): void {
  const { href } = element.properties;
  if (isFootnoteMark(element.properties)) return;
  if (typeof href !== 'string') {
    // An anchor of old: only its name is wanted.
    element.tagName = 'span';
    return;
  }
  const target = decide(href, context);
  const position = report.place(element);
  report.links.push({ href, text: plainText(element), target, position });
  const title = typeof element.properties.title === 'string' ? { title: element.properties.title } : {};
  const id = element.properties.id === undefined ? {} : { id: element.properties.id };
  if (target.kind !== 'dead') {
    element.properties = { ...id, href: addressOf(target), ...title };
    return;
  }
  if (target.reason === 'scheme' || target.reason === 'address') {
    report.dropped.push({ what: target.reason === 'address' ? 'address' : schemeOf(href), position });
  }
  element.tagName = 'span';
  const readable = /^(?:http|ftp):\/\//i.test(href) && href.length <= LONGEST;
  element.properties = {
    ...id,
    className: ['dead-link'],
    dataReason: target.reason,
    ...(readable ? { dataDead: href } : {}),
  };
}

function placeImage(element: Element, context: ParseContext, report: Report): void {
  const src = typeof element.properties.src === 'string' ? element.properties.src : '';
  const alt = typeof element.properties.alt === 'string' ? element.properties.alt : '';
  const { title } = element.properties;
  const found: ImageTarget = src.length > LONGEST ? { kind: 'dead', reason: 'too-long' } : context.resolveImage(src);
  const target: ImageTarget =
    found.kind === 'image' && !/^[0-9a-f]{64}$/.test(found.sha256) ? { kind: 'dead', reason: 'hash' } : found;
  const position = report.place(element);
  report.images.push({ src, alt, target, position });
  if (target.kind === 'dead') {
    if (SCHEME.test(src)) report.dropped.push({ what: schemeOf(src), position });
    element.tagName = 'span';
    element.properties = { className: ['dead-image'], dataReason: target.reason };
    element.children = [{ type: 'text', value: alt }];
    return;
  }
  element.properties = {
    src: `blob/${target.sha256}`,
    alt,
    ...(target.width === undefined ? {} : { width: target.width }),
    ...(target.height === undefined ? {} : { height: target.height }),
    ...(typeof title === 'string' ? { title } : {}),
  };
}

/** Asks where a link leads and holds the answer to the one rule for addresses outside the app. */
function decide(href: string, context: ParseContext): LinkTarget {
  if (href.length > LONGEST) return { kind: 'dead', reason: 'too-long' };
  const target = context.resolveLink(href);
  if (target.kind === 'same' && target.section === '') return { kind: 'dead', reason: 'empty' };
  if (target.kind !== 'outside') return target;
  const outside = outsideLink(target.href);
  if (outside) return { kind: 'outside', href: outside.href };
  return { kind: 'dead', reason: /^(?:https|mailto):/i.test(target.href) ? 'address' : 'scheme' };
}

function addressOf(target: Exclude<LinkTarget, { kind: 'dead' }>): string {
  switch (target.kind) {
    case 'outside':
      return target.href;
    case 'same':
      return `#${encoded(elementId(target.section))}`;
    case 'page': {
      const pack = target.pack === undefined ? '' : `${encoded(target.pack)}/`;
      const section = target.section ? `#${encoded(target.section)}` : '';
      return `page:${pack}${encoded(target.page)}${section}`;
    }
  }
}

/** Half of a surrogate pair has no spelling in an address. */
const encoded = (part: string): string => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Made by the pipeline, and harmless when forged: it leads to this page only. */
const isFootnoteMark = (properties: Properties): boolean =>
  ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties) &&
  /^#fn(?:ref)?-/.test(String(properties.href));

const schemeOf = (address: string): string => {
  const clean = address.replace(/[\s\p{C}]/gu, '');
  return (SCHEME.exec(clean)?.[0] ?? 'address').toLowerCase().slice(0, 40);
};
