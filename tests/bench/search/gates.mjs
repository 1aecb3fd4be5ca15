import { OURS } from './engines/engines.mjs';
import { bestPeer } from './report.mjs';

/**
 * @typedef {import('./report.mjs').EngineReport} EngineReport
 * @typedef {{ figure: string, value: number, gate: number, aim: number, atMost: boolean, note: string }} Gate
 */

/** nDCG@10 of Lucene 8.7, title and text as one field, k1 1.2, b 0.75; measured once, elsewhere. */
const LUCENE = new Map([
  ['cranfield', 0.517],
  ['cisi', 0.385],
]);
/** A peer ranks well when its mean nDCG@10 is this share of the best peer's. */
const WELL = 0.8;
const MARKED = 'fts5';

/** @param {{ gate: number, value: number, atMost: boolean }} gate */
export const isMet = ({ gate, value, atMost }) => (atMost ? value <= gate : value >= gate);

/**
 * The figures that the search must reach, those that this run has measured.
 * @param {readonly import('./report.mjs').CollectionReport[]} collections
 * @param {readonly EngineReport[]} means
 * @returns {readonly Gate[]}
 */
export function gatesOf(collections, means) {
  return [
    ...atLeast('mean nDCG@10 ÷ best single peer', collections.length > 1 ? ratio(means, 'ndcg10') : null, 1.01, 1.05),
    ...collections.flatMap(({ collection, engines }) => [
      ...atLeast(`nDCG@10 on ${collection} ÷ best peer`, ratio(engines, 'ndcg10'), 0.99, 1.02),
      ...atLeast(`nDCG@10 on ${collection} ÷ Lucene`, lucene(collection, engines), 1.03, 1.08),
    ]),
    ...knownItemGates(means),
    ...shortGates(means, 10_000, 0.25, 0.12),
    ...shortGates(means, 100_000, 0.06, 0.03),
    ...besideMiniSearch(means, 'typing_p95_ms', 'typing p95', 0.03, 0.01),
    ...besideMiniSearch(means, 'build_ms', 'build', 0.6, 0.3),
    ...besideMiniSearch(means, 'restore_ms', 'restore', 0.3, 0.15),
    ...besideMiniSearch(means, 'heap_mb', 'heap', 0.65, 0.3),
  ];
}

/** @typedef {{ value: number, note: string } | null} Ratio */

/**
 * @param {boolean} atMost
 * @returns {(figure: string, ratio: Ratio, gate: number, aim: number) => readonly Gate[]}
 */
const gateWith = (atMost) => (figure, found, gate, aim) => (found ? [{ figure, ...found, gate, aim, atMost }] : []);
const atLeast = gateWith(false);
const atMost = gateWith(true);

/**
 * @param {readonly (Record<string, unknown> & { engine: string })[]} engines
 * @param {string} figure
 * @returns {Ratio}
 */
function ratio(engines, figure) {
  const ours = engines.find(({ engine }) => engine === OURS)?.[figure];
  const best = bestPeer(engines, figure);
  if (typeof ours !== 'number' || !best) return null;
  return { value: ours / best.value, note: best.engine === MARKED ? `${MARKED} (WebAssembly)` : best.engine };
}

/** @param {string} collection @param {readonly EngineReport[]} engines @returns {Ratio} */
function lucene(collection, engines) {
  const ours = engines.find(({ engine }) => engine === OURS)?.ndcg10;
  const theirs = LUCENE.get(collection);
  return ours === undefined || theirs === undefined ? null : { value: ours / theirs, note: `Lucene ${theirs}` };
}

/** @param {readonly EngineReport[]} means */
function knownItemGates(means) {
  const found = means.map(({ engine, known_item }) => ({ ...known_item, engine }));
  return [
    ...atLeast('known item, complete ÷ best peer', ratio(found, 'complete'), 1.01, 1.03),
    ...atLeast('known item, half typed ÷ best peer', ratio(found, 'half_typed'), 1.03, 1.08),
    ...atLeast('known item, one typo ÷ best peer', ratio(found, 'one_typo'), 1.02, 1.08),
  ];
}

/**
 * @param {readonly EngineReport[]} means
 * @param {number} size
 * @param {number} gate
 * @param {number} aim
 */
function shortGates(means, size, gate, aim) {
  const enough = WELL * (bestPeer(means, 'ndcg10')?.value ?? Number.POSITIVE_INFINITY);
  const well = means.filter(({ engine, ndcg10 = 0 }) => engine === OURS || ndcg10 >= enough);
  const figure = `short p50 at ${size.toLocaleString('en-GB')} ÷ fastest well-ranked peer`;
  return atMost(figure, ratio(atSize(well, size), 'short_p50_ms'), gate, aim);
}

/**
 * @param {readonly EngineReport[]} means
 * @param {keyof import('./speed.mjs').Speed} name
 * @param {string} words
 * @param {number} gate
 * @param {number} aim
 */
function besideMiniSearch(means, name, words, gate, aim) {
  const both = means.filter(({ engine }) => engine === OURS || engine === 'minisearch');
  return atMost(`${words} at 10,000 ÷ minisearch`, ratio(atSize(both, 10_000), name), gate, aim);
}

/** @param {readonly EngineReport[]} means @param {number} size */
const atSize = (means, size) =>
  means.map(({ engine, scale = [] }) => ({ ...scale.find(({ documents }) => documents === size), engine }));
