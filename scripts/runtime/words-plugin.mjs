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
    // Objects of two thousand texts take a window 12 ms to make where they are written out, 2 ms where they are read.
    handler: (code) => ({
      code: `export default JSON.parse(${JSON.stringify(withoutNotes(code))});`,
      map: null,
      moduleType: 'js',
    }),
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
