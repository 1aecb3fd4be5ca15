// One measurement of one engine in a process of its own: the job comes as JSON, the result goes to the parent.
import { readCollection, readDocs } from './collection.mjs';
import { loadEngine } from './engines/engines.mjs';
import { findKnownItems } from './known-item.mjs';
import { relevance } from './relevance.mjs';
import { speed } from './speed.mjs';

/** @type {import('./job.mjs').Job} */
const { measure, engine, bundle, from } = JSON.parse(process.argv[2] ?? '');
const { ranking, lookup = ranking } = await loadEngine(engine, bundle);
const measures = {
  relevance: () => relevance(ranking, readCollection(from)),
  'known-item': () => findKnownItems(lookup, readDocs(from)),
  speed: () => speed(ranking, readDocs(from)),
};
const result = await measures[measure]();
process.send?.(result, () => process.exit());
