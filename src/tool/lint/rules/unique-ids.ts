import { lineOfKey } from '../fault.ts';
import type { PackFault, PackRule } from '../rule.ts';

export const uniqueIds: PackRule = {
  id: 'unique-ids',
  level: 'error',
  fixed: true,
  why: 'Links, bookmarks and notes find a page by its id, or by an old id or address that leads to it.',
  *checkPack({ pages }) {
    const owners = new Map(pages.toReversed().map((page) => [page.meta.id, page.source.file]));
    const files = new Map<string, string>();
    const paths = new Map<string, string>();
    const redirects = new Map<string, string>();
    for (const { meta, source } of pages) {
      const { file, text } = source;
      const fault = (key: string, message: string, fix: string): PackFault => ({
        ...{ file, line: lineOfKey(text, key), column: 1, message, fix },
      });
      const owner = owners.get(meta.id);
      if (owner !== file) {
        const message = `Unexpected id "${meta.id}", which ${owner} has too, expected an id of its own`;
        yield fault('id', message, 'Give one of the two pages another id.');
      }
      const samePath = paths.get(meta.path);
      if (samePath !== undefined) {
        const message = `Unexpected source_path "${meta.path}", which ${samePath} has too, expected a path of its own`;
        yield fault('source_path', message, 'Give one of the two pages another source_path.');
      }
      paths.set(meta.path, file);
      const plain = file.normalize('NFC').toLowerCase();
      const same = files.get(plain);
      if (same !== undefined) {
        const message = `Unexpected file name that some systems take for ${same}, expected one of its own`;
        yield fault('id', message, 'Rename one of the two files.');
      }
      files.set(plain, file);
      for (const from of source.redirects) {
        const taken = from === meta.id ? undefined : (owners.get(from) ?? redirects.get(from));
        if (from !== meta.id && taken === undefined) {
          redirects.set(from, file);
          continue;
        }
        const message = `Unexpected redirect from "${from}", which is ${taken ?? 'this page'}, expected an id of the past`;
        yield fault('redirect_from', message, 'Remove it from redirect_from.');
      }
    }
  },
};
