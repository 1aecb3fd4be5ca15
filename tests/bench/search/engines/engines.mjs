/**
 * What is measured of an engine. Each engine is loaded by its own process only.
 * @typedef {{ id: string, title: string, text: string }} Doc
 * @typedef {(query: string, limit: number) => readonly string[] | Promise<readonly string[]>} Search ids, best first
 * @typedef {object} Index
 * @property {Search} search a whole query
 * @property {Search} typed a query whose last word is still being typed
 * @property {() => string | Uint8Array | Promise<string | Uint8Array>} save what is kept on disk
 * @property {(doc: Doc) => void} [update] takes up one document that has changed, where that is not building again
 * @property {true} [heapHidden] its memory was set aside when it was loaded, so what an index takes cannot be seen
 * @typedef {object} Engine
 * @property {(docs: readonly Doc[]) => Index | Promise<Index>} build
 * @property {(saved: string | Uint8Array) => Index | Promise<Index>} restore
 * @typedef {object} Configurations
 * @property {Engine} ranking best on whole questions; its speed and size are measured
 * @property {Engine} [lookup] best on a few words of a title, where that is another one
 */

/** @type {Readonly<Record<string, (bundle: string) => Promise<Configurations>>>} `bundle` is the folder of ours */
const ENGINES = {
  satchel: async (bundle) => (await import('./satchel.mjs')).openSatchel(bundle),
  minisearch: () => import('./minisearch.mjs'),
  lunr: () => import('./lunr.mjs'),
  wink: () => import('./wink.mjs'),
  elasticlunr: () => import('./elasticlunr.mjs'),
  orama: () => import('./orama.mjs'),
  flexsearch: () => import('./flexsearch.mjs'),
  fts5: () => import('./fts5.mjs'),
};

export const OURS = 'satchel';
/** Ours first. */
export const ENGINE_NAMES = Object.keys(ENGINES);

/** @param {string} name @param {string} bundle */
export async function loadEngine(name, bundle) {
  const load = ENGINES[name];
  if (!load) throw new Error(`No engine is called ${name}`);
  return load(bundle);
}
