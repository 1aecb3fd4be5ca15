// One measurement of one engine in a process of its own: the job comes as JSON, the result goes to the parent.
import { readCollection } from './collection.mjs';
import { loadEngine } from './engines/engines.mjs';
import { relevance } from './relevance.mjs';

/** @typedef {{ engine: string, measure: 'relevance', collection: string }} Job */

/** @param {Job} job */
async function measure(job) {
  const { ranking } = await loadEngine(job.engine);
  return relevance(ranking, readCollection(job.collection));
}

const result = await measure(JSON.parse(process.argv[2] ?? ''));
process.send?.(result, () => process.exit());
