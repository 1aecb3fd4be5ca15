import { Document, Encoder } from 'flexsearch';
import english from 'flexsearch/lang/en';

/** @type {import('./engines.mjs').Engine} English stems and stop words, whole words. */
export const ranking = engine('strict');

/** @type {import('./engines.mjs').Engine} Every beginning of a word is indexed. */
export const lookup = engine('forward');

/** @param {'strict' | 'forward'} tokenize @returns {import('./engines.mjs').Engine} */
function engine(tokenize) {
  const empty = () =>
    new Document({ document: { id: 'id', index: ['title', 'text'] }, encoder: new Encoder(english), tokenize });
  return {
    build(docs) {
      const index = empty();
      for (const doc of docs) index.add({ ...doc });
      return indexOf(index);
    },
    restore(saved) {
      const index = empty();
      for (const [key, part] of JSON.parse(String(saved))) index.import(key, part);
      return indexOf(index);
    },
  };
}

/** @param {Document} index @returns {import('./engines.mjs').Index} */
function indexOf(index) {
  /** @type {import('./engines.mjs').Search} */
  const search = (query, limit) => {
    // `suggest` is OR instead of AND, without which most sentences find nothing.
    const lists = index.search(query, { limit, suggest: true }).map(({ result }) => result.map(String));
    // One list per field, unmerged: taking turns between them ranks better than one after the other.
    const longest = Math.max(0, ...lists.map((list) => list.length));
    const turns = Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? []));
    return [...new Set(turns.flat())].slice(0, limit);
  };
  return { search, typed: search, save: () => exported(index) };
}

/** @param {Document} index */
async function exported(index) {
  /** @type {[key: string, part: unknown][]} */
  const parts = [];
  await index.export((key, part) => {
    parts.push([key, part]);
  });
  return JSON.stringify(parts);
}
