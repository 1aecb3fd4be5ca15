/**
 * How well a ranking answers, as trec_eval and BEIR measure it.
 * @typedef {object} Quality
 * @property {number} ndcg10 discounted gain of the first ten ÷ the best possible; gain is the grade itself
 * @property {number} recall10 share of the relevant documents in the first ten
 * @property {number} recall100
 * @property {number} mrr10 1 ÷ rank of the first relevant document, 0 beyond ten
 * @property {number} empty 1 when nothing was found
 */

/**
 * @param {readonly string[]} ranking document ids, best first
 * @param {ReadonlyMap<string, number>} grades above 0 is relevant
 * @returns {Quality | null} `null` when no document is relevant: the query says nothing about an engine
 */
export function qualityOf(ranking, grades) {
  const ideal = [...grades.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  if (ideal.length === 0) return null;
  // A document that is listed twice counts once, where it stood first.
  const found = [...new Set(ranking)].map((id) => Math.max(0, grades.get(id) ?? 0));
  const relevant = (/** @type {number} */ depth) => found.slice(0, depth).filter((grade) => grade > 0).length;
  const first = found.slice(0, 10).findIndex((grade) => grade > 0);
  return {
    ndcg10: gain(found) / gain(ideal),
    recall10: relevant(10) / ideal.length,
    recall100: relevant(100) / ideal.length,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    empty: ranking.length === 0 ? 1 : 0,
  };
}

/** @param {readonly number[]} grades */
const gain = (grades) => grades.slice(0, 10).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0);

/**
 * @param {readonly Quality[]} all
 * @returns {Quality} the mean of each
 */
export function meanQuality(all) {
  const mean = (/** @type {keyof Quality} */ name) => all.reduce((sum, one) => sum + one[name], 0) / all.length;
  return {
    ndcg10: mean('ndcg10'),
    recall10: mean('recall10'),
    recall100: mean('recall100'),
    mrr10: mean('mrr10'),
    empty: mean('empty'),
  };
}
