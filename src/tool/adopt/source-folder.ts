import { join } from 'node:path';
import { LIMITS } from '#domain/limits.ts';
import type { ReadEffects } from '#tool/lint/folder-reader.ts';
import { typeByName } from '#tool/lint/image-type.ts';
import { walk } from '#tool/lint/walk.ts';
import { decode } from './decode.ts';
import { isMarkdown } from './page-names.ts';
import type { Notes } from './report.ts';

/** What there is in a folder that somebody else made. Paths with `/`. */
export interface SourceFolder {
  readonly pages: readonly { readonly path: string; readonly text: string }[];
  /** Files that look like pictures by their name. */
  readonly pictures: readonly string[];
  readonly files: readonly string[];
}

/** At the root only: further in, a page of this name is one of the guidance. */
const LICENCE = /^(?:licen[cs]e|copying)(?:\.\w+)?$/i;
/** Tools put these there; nobody reads them. */
const NOT_ENTERED = /(?:^|\/)(?:node_modules|vendor|_site|__pycache__)$/;

/** Reads the pages of a folder and lists its pictures. Says what it passes over. */
export async function readSourceFolder(dir: string, notes: Notes, effects: ReadEffects): Promise<SourceFolder> {
  const { files, skipped } = await walk(
    dir,
    (path) => (/(?:^|\/)\./.test(path) ? 'a hidden folder' : NOT_ENTERED.test(path) ? 'a folder of a tool' : null),
    effects,
  );
  for (const { path, why } of skipped) notes.add(path, 1, 'file', path, `passed over: ${why}`);
  const pages: { path: string; text: string }[] = [];
  for (const path of files) {
    if (!isMarkdown(path)) continue;
    if (LICENCE.test(path)) {
      notes.add(path, 1, 'file', path, 'passed over: it is about the folder, not a page of it');
      continue;
    }
    const text = await textOf(join(dir, path), path, notes, effects);
    if (text !== null) pages.push({ path, text });
  }
  return { pages, pictures: files.filter((path) => typeByName(path) !== null), files };
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
