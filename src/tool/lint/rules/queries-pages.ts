import type { PackRule } from '../rule.ts';

export const queriesPages: PackRule = {
  id: 'queries-pages',
  level: 'error',
  why: 'A question that should find a page that is not there always fails.',
  *checkPack({ source, pages }) {
    const paths = new Set(pages.flatMap((page) => [page.source.file, page.meta.path]));
    for (const [at, { query, pages: wanted }] of source.queries.entries()) {
      for (const path of Object.keys(wanted)) {
        if (paths.has(path)) continue;
        const message = `Unexpected page "${path}" for the query "${query}", expected the path of a page`;
        yield {
          file: 'queries.json',
          ...source.queryPlace(at),
          message,
          fix: 'Write the path from the pack folder: pages/<id>.md.',
        };
      }
      if (Object.values(wanted).includes(2)) continue;
      const message = `Unexpected query "${query}" without a page graded 2, expected the page that answers it`;
      yield { file: 'queries.json', ...source.queryPlace(at), message, fix: 'Give the page that answers it a 2.' };
    }
  },
};
