import lunr from 'lunr';

/** @type {import('./engines.mjs').Engine} */
export const ranking = {
  build: (docs) =>
    indexOf(
      lunr((builder) => {
        builder.ref('id');
        builder.field('title', { boost: 2 });
        builder.field('text');
        for (const doc of docs) builder.add(doc);
      }),
    ),
  restore: (saved) => indexOf(lunr.Index.load(JSON.parse(String(saved)))),
};

/** @param {lunr.Index} index @returns {import('./engines.mjs').Index} */
function indexOf(index) {
  // Words are given as they are: lunr's own query syntax would take `-` and `:` of a question for its own.
  /** @param {string} query @param {number} limit @param {boolean} half */
  const first = (query, limit, half) => {
    const words = lunr.tokenizer(query).map(String).filter(Boolean);
    return index
      .query((clauses) => {
        for (const [place, word] of words.entries()) {
          clauses.term(word, {});
          if (half && place === words.length - 1)
            clauses.term(word, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 0.5 });
        }
      })
      .slice(0, limit)
      .map(({ ref }) => ref);
  };
  return {
    search: (query, limit) => first(query, limit, false),
    typed: (query, limit) => first(query, limit, true),
    save: () => JSON.stringify(index),
  };
}
