import { join } from 'node:path';
import { LIMITS } from '#domain/limits.ts';
import type { ReadEffects } from '#tool/lint/folder-reader.ts';
import { walk } from '#tool/lint/walk.ts';
import { decode } from './decode.ts';
import { otherKind } from './other-kinds.ts';
import { isMarkdown } from './page-names.ts';
import type { Notes } from './report.ts';

/** What there is in a folder that somebody else made. Paths with `/`. */
export interface SourceFolder {
  readonly pages: readonly { readonly path: string; readonly text: string }[];
  /** Files that look like pictures by their name. */
  readonly pictures: readonly string[];
  /** Every file, those of hidden folders too: a page may point at them. */
  readonly files: readonly string[];
  /** Hidden folders, whose files are taken only where a page shows them. */
  readonly hidden: readonly string[];
}

/** At the root only: further in, a page of this name is one of the guidance. */
const LICENCE = /^(?:licen[cs]e|copying)(?:\.\w+)?$/i;
/** Tools put these there; nobody reads them. */
const NOT_ENTERED = /(?:^|\/)(?:node_modules|bower_components|vendor|_site|_book|__pycache__)$/;
/** Hidden folders of tools: nothing in them is shown by a page. */
const TOOL =
  /(?:^|\/)\.(?:git|svn|hg|bzr|idea|vs|vscode|cache|venv|tox|next|nuxt|yarn|npm|pnpm-store|terraform|gradle|pytest_cache|ruff_cache|mypy_cache|bundle|sass-cache|jekyll-cache|docusaurus|quarto|trash|obsidian)$/;
const PICTURE = /\.(?:png|jpe?g|jpe|jfif|pjpe?g|gif|webp|svgz?|apng|avif|bmp|tiff?|ico|heic)$/i;
const HIDDEN = /(?:^|\/)\./;

/** Reads the pages of a folder and lists its pictures. Says what it passes over. */
export async function readSourceFolder(dir: string, notes: Notes, effects: ReadEffects): Promise<SourceFolder> {
  const hidden: string[] = [];
  const { files, skipped } = await walk(
    dir,
    (path) => {
      if (NOT_ENTERED.test(path)) return 'a folder of a tool';
      if (TOOL.test(path)) return 'a hidden folder';
      if (/(?:^|\/)\.[^/]*$/.test(path) && !HIDDEN.test(path.replace(/\/?[^/]*$/, ''))) hidden.push(path);
      return null;
    },
    effects,
  );
  for (const { path, why } of skipped) notes.add(path, 1, 'file', path, `passed over: ${why}`);
  const pages: { path: string; text: string }[] = [];
  for (const path of files) {
    if (HIDDEN.test(path)) {
      // What lies in a hidden folder is told of with the folder.
      if (isMarkdown(path) && !HIDDEN.test(path.replace(/\/?[^/]*$/, '')))
        notes.add(path, 1, 'file', path, 'passed over: a hidden file');
      continue;
    }
    if (!isMarkdown(path)) {
      const why = otherKind(path);
      if (why !== null) notes.add(path, 1, 'file', path, `passed over: ${why}`);
      continue;
    }
    if (LICENCE.test(path)) {
      notes.add(path, 1, 'file', path, 'passed over: it is about the folder, not a page of it');
      continue;
    }
    const text = await textOf(join(dir, path), path, notes, effects);
    if (text !== null) pages.push({ path, text });
  }
  return { pages, pictures: files.filter((path) => PICTURE.test(path)), files, hidden };
}

/** As large as the reader of a pack takes; a page over its own limit is shown as text. */
const LARGEST = LIMITS.pageSource * 8 - LIMITS.frontMatter;

async function textOf(file: string, path: string, notes: Notes, effects: ReadEffects): Promise<string | null> {
  try {
    if ((await effects.size(file)) > LARGEST) {
      notes.add(path, 1, 'file', path, 'passed over: the file is larger than 4 MB');
      return null;
    }
    const { text, encoding } = decode(await effects.read(file));
    if (encoding !== 'utf-8') notes.add(path, 1, 'file', path, `not UTF-8: read as ${encoding}`);
    return text;
  } catch {
    notes.add(path, 1, 'file', path, 'passed over: the file cannot be read');
    return null;
  }
}
