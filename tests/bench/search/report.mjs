import { OURS } from './engines/engines.mjs';

/**
 * What is written to `--json` and what tables and gates are made from.
 * @typedef {Partial<import('./metrics.mjs').Quality> & Partial<import('./speed.mjs').Speed>} Figures
 * @typedef {{ documents: number, left_out?: string } & Partial<import('./speed.mjs').Speed>} Size
 * @typedef {Figures & {
 *   engine: string,
 *   left_out?: string,
 *   known_item?: Partial<import('./known-item.mjs').Found>,
 *   scale?: readonly Size[],
 * }} EngineReport
 * @typedef {{ collection: string, documents: number, judged: number, engines: readonly EngineReport[] }} CollectionReport
 * @typedef {Record<string, { peer: string, ratio: number }>} Ratios ours ÷ the best peer of this run
 */

/** Figures in which less is better. */
const LESS = /_(?:ms|mb|bytes)$|^empty$/;
export const lessIsBetter = (/** @type {string} */ figure) => LESS.test(figure);

/**
 * The mean of each figure that an engine has in every collection.
 * @param {readonly (readonly EngineReport[])[]} collections
 * @returns {readonly EngineReport[]}
 */
export function meanReports(collections) {
  const [first = []] = collections;
  return first.map(({ engine, scale }) => {
    const all = collections.map((engines) => engines.find((one) => one.engine === engine) ?? { engine });
    const known = all.map(({ known_item = {} }) => known_item);
    return {
      engine,
      ...meanOf(all),
      ...(known.some((one) => Object.keys(one).length > 0) ? { known_item: meanOf(known) } : {}),
      ...(scale ? { scale } : {}),
    };
  });
}

/** @param {readonly Record<string, unknown>[]} records @returns {Record<string, number>} */
function meanOf(records) {
  const names = Object.keys(records[0] ?? {}).filter((name) =>
    records.every((record) => typeof record[name] === 'number'),
  );
  const mean = (/** @type {string} */ name) =>
    records.reduce((sum, record) => sum + Number(record[name]), 0) / records.length;
  return Object.fromEntries(names.map((name) => [name, mean(name)]));
}

/**
 * Ours ÷ the best peer, figure by figure.
 * @param {readonly (Record<string, unknown> & { engine: string })[]} engines
 * @returns {Ratios}
 */
export function ratiosOf(engines) {
  const ours = engines.find(({ engine }) => engine === OURS);
  /** @type {Ratios} */
  const ratios = {};
  for (const [figure, value] of Object.entries(ours ?? {})) {
    const best = typeof value === 'number' && figure !== 'documents' ? bestPeer(engines, figure) : null;
    if (best && best.value > 0 && typeof value === 'number')
      ratios[figure] = { peer: best.engine, ratio: value / best.value };
  }
  return ratios;
}

/**
 * @param {readonly (Record<string, unknown> & { engine: string })[]} engines
 * @param {string} figure
 * @returns {{ engine: string, value: number } | null}
 */
export function bestPeer(engines, figure) {
  const sign = lessIsBetter(figure) ? 1 : -1;
  const peers = engines.flatMap((one) => {
    const value = one[figure];
    return one.engine !== OURS && typeof value === 'number' ? [{ engine: one.engine, value }] : [];
  });
  return peers.sort((a, b) => sign * (a.value - b.value))[0] ?? null;
}

/**
 * One collection stands by itself; several stand in a list, with their means.
 * @param {readonly CollectionReport[]} collections
 * @param {readonly EngineReport[]} means
 * @param {readonly import('./gates.mjs').Gate[]} gates
 */
export function jsonOf(collections, means, gates) {
  const reports = collections.map((report) => ({ ...report, to_best_peer: ratiosOf(report.engines) }));
  const [only] = reports;
  if (reports.length === 1 && only) return { ...only, gates };
  return { collections: reports, means, means_to_best_peer: ratiosOf(means), gates };
}
