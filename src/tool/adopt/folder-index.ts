import { samePathKey } from '#domain/archive/entry-path.ts';
import { withoutExtension } from './page-names.ts';

/** A page as links know it. */
export interface LinkedPage {
  /** Path in the folder. */
  readonly path: string;
  /** Where its site published it. */
  readonly permalink: string | null;
  readonly aliases: readonly string[];
}

/** Folders that sites put before what they publish at their root. */
const ROOTS = [
  'docs',
  'doc',
  'content',
  'src',
  'source',
  'pages',
  'static',
  'public',
  'app',
  'site',
  'guide',
  'assets',
];

/** Finds the page or the picture that an address in a page means, whichever way its site writes addresses. */
export class FolderIndex {
  readonly #pages = new Map<string, string>();
  readonly #loose = new Map<string, string | null>();
  readonly #files = new Map<string, string>();
  readonly #folded = new Map<string, string>();
  readonly #names = new Map<string, string | null>();
  readonly #permalinks: ReadonlyMap<string, string | null>;
  readonly #roots: readonly string[];
  readonly #asked = new Map<string, string | null>();

  constructor(pages: readonly LinkedPage[], files: readonly string[]) {
    this.#permalinks = new Map(pages.map((page) => [page.path, page.permalink]));
    const tops = new Set(files.map((file) => file.split('/')[0] ?? ''));
    this.#roots = ['', ...ROOTS.filter((root) => tops.has(root)).map((root) => `${root}/`)];
    const put = (address: string, path: string): void => {
      const key = keyOf(address);
      if (!this.#pages.has(key)) this.#pages.set(key, path);
    };
    for (const page of pages) if (page.permalink !== null) put(page.permalink, page.path);
    for (const page of pages) put(page.path, page.path);
    for (const page of pages) for (const alias of page.aliases) put(alias, page.path);
    for (const [key, path] of this.#pages) {
      const loose = looseKey(key);
      const before = this.#loose.get(loose);
      this.#loose.set(loose, before === undefined || before === path ? path : null);
    }
    for (const file of files) {
      this.#files.set(file.normalize('NFC'), file);
      const folded = samePathKey(file);
      if (!this.#folded.has(folded)) this.#folded.set(folded, file);
      const name = folded.slice(folded.lastIndexOf('/') + 1);
      this.#names.set(name, this.#names.has(name) ? null : file);
    }
  }

  /** The page that a path in an address means; `from` is the page it stands on. */
  page(from: string, address: string): string | null {
    const question = `${from}\n${address}`;
    const before = this.#asked.get(question);
    if (before !== undefined) return before;
    const found = this.#find(this.#candidates(from, address, true));
    this.#asked.set(question, found);
    return found;
  }

  #find(paths: readonly string[]): string | null {
    for (const path of paths) if (this.#permalinks.has(path)) return path;
    const keys = paths.map(keyOf);
    for (const key of keys) {
      const found = this.#pages.get(key);
      if (found !== undefined) return found;
    }
    for (const key of keys) {
      const found = this.#loose.get(looseKey(key));
      if (found) return found;
    }
    return null;
  }

  /** The file of the folder that a path in an address means: spelt so, else in other capitals. */
  file(from: string, address: string): string | null {
    // A `#` or `?` may be part of a name.
    const whole = this.#candidates(
      from,
      address.replace(/[?#]/g, (mark) => (mark === '?' ? '%3F' : '%23')),
    );
    const candidates = /[?#]/.test(address) ? [...whole, ...this.#candidates(from, address)] : whole;
    for (const path of candidates) {
      const found = this.#files.get(path.normalize('NFC'));
      if (found !== undefined) return found;
    }
    for (const path of candidates) {
      const found = this.#folded.get(samePathKey(path));
      if (found !== undefined) return found;
    }
    return null;
  }

  /** The only file of this name, wherever it lies: wikis name pictures so. */
  fileNamed(name: string): string | null {
    const key = samePathKey(decoded(name));
    return this.#names.get(key.slice(key.lastIndexOf('/') + 1)) ?? null;
  }

  /** Where an address could lead, the likeliest first: from the file, from the published page, from each root. */
  #candidates(from: string, address: string, isPage = false): string[] {
    const path = decoded(address.replace(/[?#].*$/s, ''))
      .replaceAll('\\', '/')
      .replace(/^(?:@site|@|~)\//, '/');
    const candidates: (string | null)[] = [];
    if (!path.startsWith('/')) {
      candidates.push(joined(from.split('/').slice(0, -1).join('/'), path));
      const permalink = this.#permalinks.get(from) ?? `${withoutExtension(from)}/`;
      candidates.push(joined(permalink, path));
    }
    for (const root of this.#roots) candidates.push(joined(root, path));
    // As a browser does: there is nothing above the root. A page above it is another page.
    const below = isPage ? path : path.replace(/^(?:\.\.?\/)+/, '');
    if (below !== path) for (const root of this.#roots) candidates.push(joined(root, below));
    return [...new Set(candidates.filter((one) => one !== null))];
  }
}

/** One spelling for the addresses of one page: no ends, no slashes around it, normal form C, small letters. */
function keyOf(address: string): string {
  const plain = decoded(address)
    .normalize('NFC')
    .replace(/^(?:\.?\/)+|\/+$/g, '')
    .replace(/\/{2,}/g, '/')
    .toLowerCase();
  const bare = withoutExtension(plain)
    .replace(/\.(?:html?|njk|php|aspx?)$/, '')
    .replace(/(?:^|\/)(?:_?index|readme)$/, '');
  return bare.replace(/^(?:docs|doc|content|src|source|pages|site)\//, '');
}

/** The letters and digits of an address only: apostrophes, hyphens and accents come in many kinds. */
const looseKey = (key: string): string =>
  key
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}/]/gu, '');

function joined(base: string, path: string): string | null {
  const parts = path.startsWith('/') && base === '' ? [] : base.split('/').filter(Boolean);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
