import createWink from 'wink-bm25-text-search';
import utilities from 'wink-nlp-utils';

const { string, tokens } = utilities;
const STEPS = [string.lowerCase, string.tokenize0, tokens.removeWords, tokens.stem, tokens.propagateNegations];
/** It refuses to end an index of fewer documents. */
const FEWEST = 3;

/** @type {import('./engines.mjs').Engine} */
export const ranking = {
  build(docs) {
    const wink = createWink();
    wink.defineConfig({
      fldWeights: { title: 2, text: 1 },
      bm25Params: { k1: 1.2, b: 0.75, k: 1 },
      ovFldNames: [],
    });
    wink.definePrepTasks(STEPS);
    for (const [number, { title, text }] of docs.entries()) wink.addDoc({ title, text }, number);
    for (let number = docs.length; number < FEWEST; number++) wink.addDoc({ title: '', text: '' }, number);
    wink.consolidate();
    return indexOf(
      wink,
      docs.map(({ id }) => id),
    );
  },
  restore(saved) {
    const { ids, index } = JSON.parse(String(saved));
    const wink = createWink();
    wink.importJSON(index);
    wink.definePrepTasks(STEPS);
    return indexOf(wink, ids);
  },
};

/**
 * @param {ReturnType<typeof createWink>} wink
 * @param {readonly string[]} ids
 * @returns {import('./engines.mjs').Index}
 */
function indexOf(wink, ids) {
  /** @type {import('./engines.mjs').Search} */
  const search = (query, limit) => wink.search(query, limit).flatMap(([number]) => ids[Number(number)] ?? []);
  // It knows whole words only, so a word being typed is one.
  return { search, typed: search, save: () => JSON.stringify({ ids, index: wink.exportJSON() }) };
}
