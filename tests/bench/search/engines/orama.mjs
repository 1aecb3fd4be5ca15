import { create, insert, load, save, search } from '@orama/orama';
import { stemmer } from '@orama/stemmers/english';
import { stopwords } from '@orama/stopwords/english';

const empty = () =>
  create({
    schema: { id: 'string', title: 'string', text: 'string' },
    components: { tokenizer: { language: 'english', stemming: true, stemmer, stopWords: stopwords } },
  });

/** @typedef {{ threshold?: number, tolerance?: number, boost?: { title: number } }} Searching */

/** @type {import('./engines.mjs').Engine} */
export const ranking = engine({});

/** @type {import('./engines.mjs').Engine} */
export const lookup = engine({ tolerance: 1, boost: { title: 2 } });

/** @param {Searching} searching @returns {import('./engines.mjs').Engine} */
function engine(searching) {
  return {
    async build(docs) {
      const index = empty();
      for (const doc of docs) await insert(index, { ...doc });
      return indexOf(index, searching);
    },
    restore(saved) {
      const index = empty();
      load(index, JSON.parse(String(saved)));
      return indexOf(index, searching);
    },
  };
}

/** @param {ReturnType<typeof empty>} index @param {Searching} searching @returns {import('./engines.mjs').Index} */
function indexOf(index, searching) {
  /** @type {import('./engines.mjs').Search} */
  const first = async (term, limit) => {
    // `threshold: 1` is OR of the words. It completes every word by itself.
    const { hits } = await search(index, { term, properties: ['title', 'text'], limit, threshold: 1, ...searching });
    return hits.map(({ document }) => String(document.id));
  };
  return { search: first, typed: first, save: () => JSON.stringify(save(index)) };
}
