import elasticlunr from 'elasticlunr';

const FIELDS = { fields: { title: { boost: 2 }, text: { boost: 1 } }, bool: 'OR' };

/** @type {import('./engines.mjs').Engine} */
export const ranking = {
  build(docs) {
    const index = elasticlunr(function () {
      this.setRef('id');
      this.addField('title');
      this.addField('text');
      this.saveDocument(false);
    });
    for (const doc of docs) index.addDoc(doc);
    return indexOf(index);
  },
  restore: (saved) => indexOf(elasticlunr.Index.load(JSON.parse(String(saved)))),
};

/** @param {ReturnType<typeof elasticlunr>} index @returns {import('./engines.mjs').Index} */
function indexOf(index) {
  /** @param {string} query @param {number} limit @param {object} options */
  const first = (query, limit, options) =>
    index
      .search(query, options)
      .slice(0, limit)
      .map(({ ref }) => ref);
  return {
    search: (query, limit) => first(query, limit, FIELDS),
    // It can only complete all words or none.
    typed: (query, limit) => first(query, limit, { ...FIELDS, expand: true }),
    save: () => JSON.stringify(index),
  };
}
