import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type {} from '#markdown/address-places.ts';

/** An address in a page: `start` to before `end` in the text is what the author wrote, without `<` and quotes. */
export interface FoundLink {
  readonly start: number;
  readonly end: number;
  /** As the author wrote it. */
  readonly address: string;
  /** What it means: escapes and entities read. */
  readonly wanted: string;
  /** `definition`: `[name]: address`, which a link or a picture may use. */
  readonly kind: 'link' | 'image' | 'definition';
  /** Written in HTML, so quotes and ampersands mean something else; `bare` without quotation marks. */
  readonly html: false | 'quoted' | 'bare';
  /** Where the words of a link without words would stand. */
  readonly wordsAt?: number;
}

/** The addresses of links and pictures, in order, where the Markdown parser says that there are some. */
export function scanLinks(text: string, syntax: Root): FoundLink[] {
  const found: FoundLink[] = [];
  visit(syntax, (node: Nodes) => {
    if (node.type === 'html') {
      const start = node.position?.start.offset ?? 0;
      for (const link of htmlAddresses(text.slice(start, node.position?.end.offset ?? start), start)) found.push(link);
      return;
    }
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const place = node.data?.address;
    const from = node.position?.start.offset ?? 0;
    // `[a]()` has no address to stand anywhere.
    const { start, end } = place ?? { start: from, end: from };
    if (!place && (node.type === 'definition' || !text.startsWith('[', from + (node.type === 'image' ? 1 : 0)))) return;
    const empty = node.type === 'link' && node.children.length === 0 ? { wordsAt: from + 1 } : {};
    found.push({
      start,
      end,
      address: text.slice(start, end),
      wanted: node.url,
      kind: node.type,
      html: false,
      ...empty,
    });
  });
  return found.sort((a, b) => a.start - b.start);
}

/** A tag longer than this is none. */
const LONGEST = 4_000;

function* htmlAddresses(html: string, offset: number): Generator<FoundLink> {
  const opens = /<!--|<(a|area|img|source)(?=[\s/])/gi;
  for (let found = opens.exec(html); found; found = opens.exec(html)) {
    const [whole, name] = found;
    if (name === undefined) {
      const close = html.indexOf('-->', found.index + 4);
      if (close === -1) return;
      opens.lastIndex = close;
      continue;
    }
    const end = tagEnd(html, found.index + whole.length);
    const kind = /^a/i.test(name) ? 'link' : 'image';
    const attribute = kind === 'link' ? HREF : SRC;
    attribute.lastIndex = found.index + whole.length;
    const given = attribute.exec(html.slice(0, end));
    opens.lastIndex = end;
    if (!given) continue;
    const address = given[2] ?? given[3] ?? given[4] ?? '';
    const quoted = given[4] === undefined;
    const start = offset + given.index + given[0].length - address.length - (quoted ? 1 : 0);
    const wanted = unescapeHtml(address.replace(/(?<!\s)\s*\n\s*/g, ''));
    yield { start, end: start + address.length, address, wanted, kind, html: quoted ? 'quoted' : 'bare' };
  }
}

const HREF = /\shref\s*=\s*("([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;
const SRC = /\ssrc\s*=\s*("([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;

/** Where a tag ends: a `>` in quotation marks is none. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < Math.min(html.length, from + LONGEST); at += 1) {
    const char = html[at] ?? '';
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at + 1;
  }
  return Math.min(html.length, from + LONGEST);
}

const unescapeHtml = (address: string): string =>
  address
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');
