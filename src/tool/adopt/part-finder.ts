import { posix } from 'node:path';
import { samePathKey } from '#domain/archive/entry-path.ts';
import { LIMITS } from '#domain/limits.ts';
import type { ReadEffects } from '#tool/lint/folder-reader.ts';
import { decode } from './decode.ts';

/** Folders where tools look for parts. */
const FOLDERS = [
  '_includes',
  'includes',
  '_partials',
  'partials',
  'snippets',
  '_snippets',
  'parts',
  'layouts/partials',
  'templates',
  'docs',
  'content',
  'source',
  'src',
  'static',
  '.gitbook/includes',
];
const ENDS = [
  '',
  '.md',
  '.mdx',
  '.qmd',
  '.md.erb',
  '.html.md.erb',
  '.html.md',
  '.md.njk',
  '.txt',
  '.html',
  '.html.erb',
];

/** Finds the file that an include names: beside the page, from the root, or in the folders where tools keep parts. */
export class PartFinder {
  readonly #files: ReadonlyMap<string, string>;
  readonly #byEnd = new Map<string, string | null>();

  constructor(files: readonly string[]) {
    this.#files = new Map(files.map((file) => [samePathKey(file), file]));
    for (const file of files) {
      const parts = samePathKey(file).split('/');
      for (let from = 1; from < parts.length; from += 1) {
        const end = parts.slice(from).join('/');
        this.#byEnd.set(end, this.#byEnd.has(end) ? null : file);
      }
    }
  }

  find(from: string, wanted: string): string | null {
    const path = wanted.replaceAll('\\', '/').replace(/^@?[~$]?\//, '');
    if (path === '') return null;
    const beside = wanted.startsWith('/') ? [] : [posix.normalize(posix.join(posix.dirname(from), path))];
    const rooted = posix.normalize(path);
    const places = [...beside, rooted, ...FOLDERS.map((folder) => `${folder}/${rooted}`)];
    for (const place of places) {
      if (place.startsWith('..')) continue;
      for (const name of spellings(place)) {
        const found = this.#files.get(samePathKey(name));
        if (found !== undefined) return found;
      }
    }
    // The only file that ends so, wherever the tool was told to look.
    for (const name of spellings(rooted.replace(/^(?:\.\.\/)+/, ''))) {
      const found = this.#byEnd.get(samePathKey(name));
      if (found) return found;
    }
    return null;
  }
}

/** Rails and Quarto begin a part's name with `_`. */
function spellings(path: string): string[] {
  const slash = path.lastIndexOf('/') + 1;
  const hidden = `${path.slice(0, slash)}_${path.slice(slash)}`;
  return ENDS.flatMap((end) => [`${path}${end}`, `${hidden}${end}`]);
}

/** A file's text; `null` for one that is too large, cannot be read, or is no text. */
export async function partText(file: string, effects: Pick<ReadEffects, 'size' | 'read'>): Promise<string | null> {
  try {
    if ((await effects.size(file)) > LIMITS.pageSource) return null;
    const { text } = decode(await effects.read(file));
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
