// The catalogues of words as they lie in their files: what is imported has the texts alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, ROOT } from './source-files.ts';

export interface CatalogueFile {
  /** From the root. */
  readonly path: string;
  readonly entries: Readonly<Record<string, { readonly text: string; readonly note: string }>>;
  /** Every name in the file in its order, also one that stands there twice: a key, `text`, `note`, the next key. */
  readonly names: readonly string[];
}

const WORDS = 'src/domain/words';

/** Those that have catalogues of their own. */
export const LANGUAGES: readonly string[] = readdirSync(join(ROOT, WORDS), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** One language's catalogues, one a room. */
export const catalogueFiles = (language: string): readonly CatalogueFile[] =>
  filesUnder(`${WORDS}/${language}`).map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, entries: JSON.parse(text), names: namesIn(text) };
  });

/** `JSON.parse` takes the last of two equal names without a word, so they are read from the text. */
export const namesIn = (json: string): readonly string[] =>
  [...json.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?/g)].flatMap(([, name = '', colon]) => (colon ? [name] : []));
