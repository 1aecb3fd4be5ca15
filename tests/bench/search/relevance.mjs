import { meanQuality, qualityOf } from './metrics.mjs';

/** Deep enough for every measure. */
const DEPTH = 100;

/**
 * Asks every judged query.
 * @param {import('./engines/engines.mjs').Engine} engine
 * @param {import('./collection.mjs').Collection} collection
 */
export async function relevance(engine, { docs, queries, judgements }) {
  const index = await engine.build(docs);
  const all = [];
  for (const { id, text } of queries) {
    const grades = judgements.get(id);
    const quality = grades ? qualityOf(await index.search(text, DEPTH), grades) : null;
    if (quality) all.push(quality);
  }
  return meanQuality(all);
}
