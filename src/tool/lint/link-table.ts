import { outsideLink } from '#domain/link.ts';
import { idSchema } from '#domain/pack/page.ts';
import type { ImageTarget, LinkTarget, ParseContext } from '#markdown/parsed-page.ts';

/** What links in a pack can lead to. Plain data, so that it can be sent to a worker. Paths are in the pack folder. */
export interface LinkTable {
  /** Page file → page id. File names are in Unicode normal form C. */
  readonly pages: ReadonlyMap<string, string>;
  /** Old ids and addresses → page id. */
  readonly redirects: ReadonlyMap<string, string>;
  /** Picture file → its hash and size. File names are in Unicode normal form C. */
  readonly images: ReadonlyMap<string, { readonly sha256: string; readonly width?: number; readonly height?: number }>;
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/**
 * Says where the links of one page lead: `other.md#section`, `#section`, `pack:<pack>/<page>#section`, `https:` and
 * `mailto:`. Reasons of dead ones: `scheme`, `insecure`, `no-page`, `no-file`, `outside-pack`, `empty`.
 */
export function contextOf(table: LinkTable, file: string, lang?: string): ParseContext {
  return {
    resolveLink: (href) => resolveLink(table, file, href),
    resolveImage: (src) => resolveImage(table, file, src),
    ...(lang === undefined ? {} : { lang }),
  };
}

function resolveLink(table: LinkTable, file: string, href: string): LinkTarget {
  const address = href.trim();
  if (address === '') return { kind: 'dead', reason: 'empty' };
  const [path, fragment] = parted(address);
  const section = decoded(fragment).normalize('NFC');
  if (path === '') return section === '' ? { kind: 'dead', reason: 'empty' } : { kind: 'same', section };
  const scheme = SCHEME.exec(path)?.[1]?.toLowerCase();
  const withSection = section === '' ? {} : { section };
  if (scheme === 'pack') {
    const [pack = '', page = '', ...more] = path.slice(5).split('/');
    const valid = more.length === 0 && idSchema.safeParse(pack).success && idSchema.safeParse(page).success;
    return valid ? { kind: 'page', pack, page, ...withSection } : { kind: 'dead', reason: 'no-page' };
  }
  if (scheme !== undefined) {
    if (outsideLink(address)) return { kind: 'outside', href: address };
    return { kind: 'dead', reason: scheme === 'http' ? 'insecure' : 'scheme' };
  }
  const wanted = inPack(file, path);
  if (wanted === null) return { kind: 'dead', reason: 'outside-pack' };
  const page = table.pages.get(wanted) ?? table.redirects.get(wanted) ?? table.redirects.get(path);
  if (page !== undefined) return { kind: 'page', page, ...withSection };
  return { kind: 'dead', reason: /\.md$/i.test(wanted) || !/\.\w+$/.test(wanted) ? 'no-page' : 'no-file' };
}

function resolveImage(table: LinkTable, file: string, src: string): ImageTarget {
  const address = src.trim();
  if (SCHEME.test(address) || address.startsWith('//')) return { kind: 'dead', reason: 'scheme' };
  const wanted = inPack(file, parted(address)[0]);
  const image = wanted === null ? undefined : table.images.get(wanted);
  return image ? { kind: 'image', ...image } : { kind: 'dead', reason: 'no-file' };
}

/** An address in a page as a path in the pack folder; `null` where it leads out of it. */
function inPack(file: string, path: string): string | null {
  const plain = decoded(path.split('?', 1)[0] ?? '').replaceAll('\\', '/');
  if (plain.startsWith('//')) return null;
  const parts = plain.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const part of plain.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0) return null;
      parts.pop();
    } else parts.push(part);
  }
  return parts.join('/').normalize('NFC');
}

function parted(address: string): [path: string, fragment: string] {
  const hash = address.indexOf('#');
  return hash === -1 ? [address, ''] : [address.slice(0, hash), address.slice(hash + 1)];
}

/** Percent signs that spell no text stay as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
