import { posix } from 'node:path';
import type { FoundLabel } from './dialect.ts';
import { applyEdits, type Draft, type Edit, lineFinder } from './draft.ts';
import { decoded, type FolderIndex } from './folder-index.ts';
import type { FoundLink } from './scan-links.ts';

/** What the links of a page are held to. All paths are of the folder that is adopted, unless the name says otherwise. */
export interface LinkPlan {
  readonly index: FolderIndex;
  /** Page → its file below `pages`. */
  readonly pageFiles: ReadonlyMap<string, string>;
  /** Picture → its file below `images`; only pictures that can be taken. */
  readonly imageFiles: ReadonlyMap<string, string>;
  /** Page → anchors on it; a page that could not be read has none. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
  /** Page → anchors of the heading that became its title. */
  readonly titleAnchors: ReadonlyMap<string, readonly string[]>;
  /** Where the folder is published: links to it are links to its pages. Ends with `/`. */
  readonly site: string | null;
  /** Page → its title. */
  readonly titles: ReadonlyMap<string, string>;
  readonly labels: (label: string) => FoundLabel | null;
}

export interface RewrittenLinks {
  readonly body: Draft;
  /** How many addresses lead to a page or a picture of the folder. */
  readonly count: number;
  /** Pictures that the page shows. */
  readonly images: readonly string[];
}

type Note = (line: number, kind: 'link' | 'anchor' | 'image', found: string, done: string) => void;

/** Points the links and pictures of a page at the files of the pack. What leads nowhere stays, and is said. */
export function rewriteLinks(
  path: string,
  body: Draft,
  links: readonly FoundLink[],
  plan: LinkPlan,
  note: Note,
): RewrittenLinks {
  const lineAt = lineFinder(body);
  const edits: Edit[] = [];
  const images = new Set<string>();
  let count = 0;
  let done = 0;
  for (const link of links) {
    const line = lineAt(link.start);
    const made = isPicture(link) ? pictureAddress(path, link, plan) : pageAddress(path, link, plan);
    if (made === null) continue;
    if (made.note) note(line, made.note[0], link.address, made.note[1]);
    if (made.address === null || link.start < done) continue;
    count += 1;
    done = link.end;
    if (made.image !== undefined) images.add(made.image);
    if (link.wordsAt !== undefined && made.words) {
      note(line, 'link', link.address, `given the words “${made.words}”: it had none`);
      edits.push({ start: link.wordsAt, end: link.wordsAt, text: made.words.replace(/[[\]\\]/g, '\\$&') });
    }
    if (made.address !== link.address) {
      const text = link.html === false ? made.address : made.address.replaceAll('&', '&amp;');
      edits.push({ start: link.start, end: link.end, text: link.html === 'bare' ? `"${text}"` : text });
    }
  }
  return { body: applyEdits(body, edits), count, images: [...images] };
}

interface Made {
  /** `null` leaves the address as it is. */
  readonly address: string | null;
  readonly note?: readonly [kind: 'link' | 'anchor' | 'image', done: string];
  readonly image?: string;
  /** The page it leads to. */
  readonly target?: string;
  /** What the place is called, for a link without words. */
  readonly words?: string;
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg)(?:[?#].*)?$/i;
const isPicture = ({ kind, address }: FoundLink): boolean =>
  kind === 'image' || (kind === 'definition' && PICTURE.test(address));

function pictureAddress(path: string, { address, wanted: given, html }: FoundLink, plan: LinkPlan): Made | null {
  const wanted = local(given, plan.site);
  if (wanted === null) return { address: null, note: ['image', 'kept as it is: the picture is not in the folder'] };
  const file = plan.index.file(path, wanted) ?? (html === false ? backslashed(path, address, plan) : null);
  const output = file === null ? undefined : plan.imageFiles.get(file);
  if (file === null || output === undefined) {
    const why = file === null ? 'the picture is not in the folder' : 'the file is no picture that can be shown safely';
    return { address: null, note: ['image', `kept as it is: ${why}`] };
  }
  return { address: relative(path, `images/${output}`, plan), image: file };
}

/** Windows' way of writing a path, some signs of which Markdown takes for escapes. */
const backslashed = (path: string, address: string, plan: LinkPlan): string | null =>
  address.includes('\\') ? plan.index.file(path, address.replaceAll('\\', '/')) : null;

function pageAddress(path: string, { address, wanted: given, html }: FoundLink, plan: LinkPlan): Made | null {
  const wanted = local(given, plan.site);
  if (wanted === null) return null;
  if (wanted.trim() === '') return { address: null, note: ['link', 'kept as it is: the address is empty'] };
  const hash = wanted.indexOf('#');
  const fragment = hash === -1 ? '' : wanted.slice(hash + 1);
  const asked = hash === -1 ? wanted : wanted.slice(0, hash);
  const windows = html === false && address.includes('\\') ? address.replaceAll('\\', '/').replace(/#.*$/, '') : null;
  const target =
    hash === 0 ? path : (plan.index.page(path, asked) ?? (windows === null ? null : plan.index.page(path, windows)));
  const file = target === null ? undefined : plan.pageFiles.get(target);
  const label = target !== null && hash > 0 ? `#${fragment}` : wanted;
  const labelled = target === null || fragment !== '' ? labelAddress(path, label, plan) : null;
  if (target === null || file === undefined) {
    if (labelled !== null) return labelled;
    const other = plan.index.file(path, wanted) !== null;
    const why = other ? 'the file is not a page, and is not taken' : 'there is no such page in the folder';
    return { address: null, note: ['link', `kept as it is: ${why}`] };
  }
  const anchor = anchorOn(target, fragment, plan);
  if (anchor === null && labelled !== null && (hash === 0 || labelled.target === target)) return labelled;
  const dead = anchor === null;
  const end = dead ? `#${fragment}` : anchor === '' ? '' : `#${encodeMark(anchor)}`;
  const to = target === path && end !== '' ? end : relative(path, `pages/${file}`, plan) + end;
  const words = plan.titles.get(target) ?? '';
  return {
    address: to,
    words,
    ...(dead ? { note: ['anchor', 'kept as it is: the page has no such section'] as const } : {}),
  };
}

/** Labels are known in the whole folder: `[a](name)`, `[a](#name)`. */
function labelAddress(path: string, wanted: string, plan: LinkPlan): Made | null {
  const found = plan.labels(decoded(wanted.replace(/^#/, '')));
  if (found === null) return null;
  const [page = '', mark = ''] = found.address.split('#');
  const target = plan.index.page(path, page);
  const file = target === null ? undefined : plan.pageFiles.get(target);
  if (target === null || file === undefined) return null;
  const anchor = anchorOn(target, mark, plan);
  if (anchor === null) return null;
  const end = anchor === '' ? '' : `#${encodeMark(anchor)}`;
  const address = target === path && end !== '' ? end : relative(path, `pages/${file}`, plan) + end;
  return { address, words: found.words, target };
}

/** What sites put before the anchors of what people write. */
const SITE_PREFIX = /^(?:user-content|guidance|section|heading|toc)-/;

/** The anchor that a fragment means: as written, in small letters, or with the same letters in another tool's spelling. */
function anchorOn(target: string, fragment: string, plan: LinkPlan): string | null {
  const wanted = decoded(fragment).normalize('NFC');
  if (wanted === '' || wanted === 'top' || plan.titleAnchors.get(target)?.includes(wanted.toLowerCase())) return '';
  const anchors = plan.anchors.get(target) ?? [];
  if (anchors.includes(wanted)) return wanted;
  const small = wanted.toLowerCase();
  if (anchors.includes(small)) return small;
  const bare = small.replace(SITE_PREFIX, '');
  if (anchors.includes(bare)) return bare;
  const alike = anchors.filter((anchor) => letters(anchor) === letters(wanted));
  return letters(wanted) !== '' && alike.length === 1 ? (alike[0] ?? null) : null;
}

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The part of an address that is of this folder; `null` for one that leads elsewhere. */
function local(address: string, site: string | null): string | null {
  if (site !== null && address.startsWith(site)) return `/${address.slice(site.length)}`;
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address.trim()) ? null : address.trim();
}

function relative(from: string, to: string, plan: LinkPlan): string {
  const folder = posix.dirname(`pages/${plan.pageFiles.get(from) ?? from}`);
  return encodePath(posix.relative(folder, to));
}

/** Only what would end an address or be taken for something else; letters of all languages stay readable. */
const encodePath = (path: string): string => path.replace(/[\s%#?()<>[\]"'\\&]/g, percent);
const encodeMark = (anchor: string): string => anchor.replace(/[\s%()<>[\]"'\\]/g, percent);
const percent = (char: string): string =>
  [...new TextEncoder().encode(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
