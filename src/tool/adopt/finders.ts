import type { Finders, SplitSource } from './adopted-page.ts';
import type { FoundLabel } from './dialect.ts';
import { FolderIndex } from './folder-index.ts';
import { Labels } from './labels.ts';
import { withoutExtension } from './page-names.ts';
import { plainTitle } from './take-title.ts';

/** What can be found in a folder, by address, name, title or label. */
export interface Found {
  readonly index: FolderIndex;
  readonly labels: (label: string) => FoundLabel | null;
  /** What a page may ask. */
  readonly on: (page: string) => Finders;
}

export function foundIn(sources: readonly SplitSource[], files: readonly string[]): Found {
  const index = new FolderIndex(
    sources.map(({ path, front }) => ({ path, permalink: front.permalink, aliases: front.aliases })),
    files,
  );
  const titles = new Map(sources.map((source) => [source.path, titleOf(source)]));
  const names = namesOf(sources, titles);
  const labels = new Labels(
    sources.map(({ path, body }) => ({
      path,
      text: body.text,
      title: titles.get(path) ?? null,
      address: rooted(path),
    })),
  );
  const findLabel = (label: string): FoundLabel | null => labels.find(label);
  const on = (page: string): Finders => ({
    findLabel,
    findImage: (wanted) => {
      const file =
        index.file(page, wanted.startsWith('/') ? wanted : `/${wanted}`) ??
        index.file(page, wanted) ??
        index.fileNamed(wanted);
      return file === null ? null : rooted(file);
    },
    findPage: (wanted) => {
      const plain = wanted.trim();
      if (plain === '' || plain.length > 500 || /^[a-z][a-z0-9+.-]*:\/\//i.test(plain)) return null;
      const named = names.get(nameKey(plain));
      const found = index.page(page, escaped(plain)) ?? named ?? null;
      return found === null ? null : rooted(found);
    },
  });
  return { index, labels: findLabel, on };
}

/** A title, a file's name and an alias, each of which may mean one page; `null` where it means several. */
function namesOf(
  sources: readonly SplitSource[],
  titles: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>();
  const put = (name: string, path: string): void => {
    const key = nameKey(name);
    if (key === '') return;
    const before = names.get(key);
    names.set(key, before === undefined || before === path ? path : null);
  };
  for (const { path } of sources) {
    const bare = withoutExtension(path);
    put(bare.slice(bare.lastIndexOf('/') + 1), path);
    // Logseq writes folders into the name.
    put(
      bare
        .slice(bare.lastIndexOf('/') + 1)
        .replaceAll('___', '/')
        .replaceAll('%2F', '/'),
      path,
    );
  }
  for (const { path, front } of sources) {
    for (const name of [titles.get(path) ?? '', ...front.aliases]) if (!names.has(nameKey(name))) put(name, path);
  }
  return names;
}

const nameKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

function titleOf({ front, body }: SplitSource): string | null {
  if (typeof front.known.title === 'string') return plainTitle(front.known.title);
  const heading = /^ {0,3}#[ \t]+(\S[^\n]{0,1000})$/m.exec(body.text)?.[1];
  return heading === undefined ? null : plainTitle(heading);
}

/** An address from the root of the folder. */
const rooted = (path: string): string =>
  `/${encodeURI(path).replace(/[()#?[\]]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;

/** A name may hold signs that mean something in an address. */
const escaped = (name: string): string => name.replace(/[?]/g, '%3F');
