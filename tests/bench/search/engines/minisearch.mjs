import MiniSearch from 'minisearch';
import { stem } from '../stem.mjs';
import { isLuceneStop } from '../stop-words.mjs';

const TITLE = { boost: { title: 2 } };

/** @type {import('./engines.mjs').Engine} Stems and stop words: best on whole questions. */
export const ranking = engine(
  {
    processTerm: (term) => {
      const word = term.toLowerCase();
      return isLuceneStop(word) ? null : stem(word);
    },
  },
  TITLE,
);

/** @type {import('./engines.mjs').Engine} What its guide proposes for search as you type: best on a few words. */
export const lookup = engine({}, { ...TITLE, prefix: true, fuzzy: 0.2 });

/**
 * @param {Partial<import('minisearch').Options>} options
 * @param {import('minisearch').SearchOptions} searching
 * @returns {import('./engines.mjs').Engine}
 */
function engine(options, searching) {
  const all = { fields: ['title', 'text'], ...options };
  return {
    build(docs) {
      const index = new MiniSearch(all);
      index.addAll(docs);
      return indexOf(index, searching);
    },
    restore: (saved) => indexOf(MiniSearch.loadJSON(String(saved), all), searching),
  };
}

/**
 * @param {MiniSearch} index
 * @param {import('minisearch').SearchOptions} searching
 * @returns {import('./engines.mjs').Index}
 */
function indexOf(index, searching) {
  /** @param {string} query @param {number} limit @param {import('minisearch').SearchOptions} options */
  const first = (query, limit, options) =>
    index
      .search(query, options)
      .slice(0, limit)
      .map(({ id }) => String(id));
  return {
    search: (query, limit) => first(query, limit, searching),
    typed: (query, limit) =>
      first(query, limit, { ...searching, prefix: (_term, place, terms) => place === terms.length - 1 }),
    save: () => JSON.stringify(index),
  };
}
