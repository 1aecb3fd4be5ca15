/** A catalogue of one language and room: `src/domain/words/en/search.json`. */
const CATALOGUE = /\/src\/domain\/words\/[^/]+\/[^/]+\.json$/;

/**
 * Bundles the texts of the catalogues without the sentences for translators. Everything that is built of the words uses
 * it; `src/domain/words/entry.ts` reads both forms.
 * @returns {import('vite').Plugin}
 */
export const wordsPlugin = () => ({
  name: 'words',
  // Before what makes a module of JSON.
  enforce: 'pre',
  transform: {
    filter: { id: CATALOGUE },
    handler: (code) => ({ code: withoutNotes(code), map: null }),
  },
});

/**
 * @param {string} catalogue the text of its file
 */
function withoutNotes(catalogue) {
  /** @type {Record<string, { text: string }>} */
  const entries = JSON.parse(catalogue);
  return JSON.stringify(Object.fromEntries(Object.entries(entries).map(([key, { text }]) => [key, text])));
}
