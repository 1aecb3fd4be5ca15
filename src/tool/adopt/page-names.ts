import { createHash } from 'node:crypto';
import { samePathKey } from '#domain/archive/entry-path.ts';
import { safeFileName } from '#domain/bundle/file-name.ts';
import { withoutEnd } from '#domain/without-end.ts';
import { visibleText } from '#markdown/invisible.ts';
import { idFromFile } from '#tool/lint/page-front.ts';

/** `a.md`, `a.html.md`, `a.md.erb`, `a.Rmd`: what is Markdown, and what a site makes of it on the way. */
const MARKDOWN =
  /(?:\.html?)?\.(?:md|markdown|mdown|mkdn?|mdwn|mdx|mdoc|rmd|rmarkdown|qmd|livemd)(?:\.(?:erb|liquid|njk|j2|jinja2?|tt|vto|hbs|ejs|tmpl|gotmpl))?$/i;
export const isMarkdown = (path: string): boolean => MARKDOWN.test(path);
export const withoutExtension = (path: string): string => path.replace(MARKDOWN, '');

/**
 * Ids for the pages of a folder: from the path, so that the same page has the same id when the folder is adopted
 * again. Where two would be the same, those whose path is not already plain get a short hash of it.
 */
export function pageIds(paths: readonly string[], given: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const wanted = new Map(
    paths.map((path) => [path, given.get(path) ?? idFromFile(decodedName(withoutExtension(path)))]),
  );
  const counts = new Map<string, number>();
  for (const id of wanted.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = new Map<string, string>();
  const taken = new Set([...counts].filter(([, count]) => count === 1).map(([id]) => id));
  for (const path of paths) {
    const id = wanted.get(path) ?? 'page';
    const short = withoutExtension(path).length > LONGEST;
    if (counts.get(id) === 1 && !short) {
      ids.set(path, id);
      continue;
    }
    const plain = id === withoutExtension(path).replaceAll('/', '-') && !taken.has(id);
    const unique = plain ? id : `${withoutEnd(id.slice(0, LONGEST - 9), /-/)}-${hashOf(path)}`;
    taken.add(unique);
    ids.set(path, unique);
  }
  return ids;
}

const LONGEST = 120;
const hashOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 8);

/**
 * Where each file goes, below `pages` or `images`: its own path, as far as every system can have such a file. `end` is
 * what its name ends with there, `stem` its path without the end it has.
 */
export function outputPaths(
  paths: readonly string[],
  end: (path: string) => string,
  stem: (path: string) => string,
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const out = new Map<string, string>();
  for (const path of paths) {
    const folders = stem(path).split('/');
    const last = folders.pop() ?? '';
    const folder = folders.map((part) => `${shortened(safeFileName(withoutEnd(part, /[. ]/)))}/`).join('');
    const ending = end(path);
    // A device stays one whatever follows the first dot, so the name is looked at with its end.
    const whole = safeFileName(`${shortened(withoutEnd(last.trim(), /[. ]/) || '-')}${ending}`);
    const plain = whole.endsWith(ending) ? whole.slice(0, whole.length - ending.length) : whole;
    let name = `${folder}${plain}${ending}`;
    for (let count = 2; taken.has(samePathKey(name)); count += 1) name = `${folder}${plain}-${count}${ending}`;
    taken.add(samePathKey(name));
    out.set(path, name);
  }
  return out;
}

/** Bytes of a name; most systems take 255, and a number and an end may follow. */
const LONGEST_NAME = 200;

function shortened(name: string): string {
  const bytes = (text: string): number => Buffer.byteLength(text.normalize('NFC'));
  if (bytes(name) <= LONGEST_NAME) return name;
  let cut = '';
  for (const char of name) {
    if (bytes(cut + char) > LONGEST_NAME) break;
    cut += char;
  }
  return withoutEnd(cut, /[. ]/);
}

/**
 * The path that each page gives as its source. Front matter loses characters that cannot be seen, and two files may
 * differ in nothing else: then the one whose name is plain keeps it and the others get a number.
 */
export function sourcePaths(paths: readonly string[]): ReadonlyMap<string, string> {
  const isPlain = (path: string): boolean => visibleText(path) === path;
  const taken = new Set(paths.filter(isPlain));
  const out = new Map<string, string>();
  for (const path of paths) {
    const seen = visibleText(path);
    let name = seen;
    for (let count = 2; taken.has(name) && !isPlain(path); count += 1) name = `${seen} (${count})`;
    taken.add(name);
    out.set(path, name);
  }
  return out;
}

/** `02_Gérer-l’accès.md` → `Gérer l’accès`; an index is called like its folder. */
export function titleFromPath(path: string): string {
  const parts = withoutExtension(path).split('/');
  const last = parts.at(-1) ?? '';
  const name = /^(?:_?index|readme|_)$/i.test(last) && parts.length > 1 ? (parts.at(-2) ?? last) : last;
  const words = name
    .replace(/\.(?:template|page|cy|en|fr)$/i, '')
    .replace(/^[\d_.\s-]+(?=\p{L})/u, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const title = decodedName(words || name) || 'Page';
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Azure DevOps writes a hyphen in a name as `%2D`. */
const decodedName = (name: string): string => name.replace(/%2D/gi, '-').replace(/%20/g, ' ');

/** The language that a path tells: a folder `FR` or `cy`, an end `_cy`, `-cy` or `.cy`. `null` when it tells none. */
export function languageFromPath(path: string): string | null {
  const parts = withoutExtension(path).split('/');
  const folder = parts.slice(0, -1).find((part) => /^(?:cy|en|fr|gd|ga|de|es|pl|ur|pa)(?:-[a-z]{2})?$/i.test(part));
  const end = /[._-](cy|fr|gd|ga)$/i.exec(parts.at(-1) ?? '')?.[1];
  const found = end ?? folder;
  if (found === undefined) return null;
  const [main = '', region] = found.split('-');
  return region === undefined ? main.toLowerCase() : `${main.toLowerCase()}-${region.toUpperCase()}`;
}
