import { quantile } from '../median.mjs';
import { misspell } from './known-item.mjs';
import { seeded } from './seeded.mjs';
import { speedQueries } from './speed-queries.mjs';

/**
 * @typedef {object} Speed of one engine in a process of its own
 * @property {number} build_ms from the documents to the first answer
 * @property {number} restore_ms from what was kept to the first answer
 * @property {number} [heap_mb] what the index adds to the memory of the process, where that can be seen
 * @property {number} index_bytes what is kept
 * @property {number} short_p50_ms
 * @property {number} short_p95_ms
 * @property {number} long_p50_ms
 * @property {number} long_p95_ms
 * @property {number} typing_p50_ms
 * @property {number} typing_p95_ms
 * @property {number} [update_ms] one changed document is taken up, p95
 * @property {number} [after_update_ms] the first answer after that, p95
 */

const HITS = 10;
const PASSES = 4;
const RESTORES = 3;
const UPDATES = 40;
const WARM_DOCS = 300;
const WARM_QUERIES = 50;

/**
 * @param {import('./engines/engines.mjs').Engine} engine
 * @param {readonly import('./engines/engines.mjs').Doc[]} docs
 * @returns {Promise<Speed>}
 */
export async function speed(engine, docs) {
  const queries = speedQueries(docs);
  const [first = 'a'] = queries.short;
  await warmUp(engine, docs, queries.short);
  const before = memory();
  const start = performance.now();
  const index = await engine.build(docs);
  await index.search(first, HITS);
  const build = performance.now() - start;
  // What is made at the first misspelt word is part of the index too.
  await index.search(misspell(first, seeded(1)), HITS);
  const heap = memory() - before;
  const budget = docs.length > 20_000 ? 4_000 : docs.length > 2_000 ? 3_000 : 2_000;
  const short = await timed(index.search, queries.short, budget);
  const long = await timed(index.search, queries.long, budget);
  const typing = await timed(index.typed, queries.typing, budget);
  const saved = await index.save();
  const updates = await updateTimes(index, docs, first);
  return {
    build_ms: build,
    restore_ms: await restoreTime(engine, saved, first),
    ...(index.heapHidden ? {} : { heap_mb: heap }),
    index_bytes: typeof saved === 'string' ? Buffer.byteLength(saved) : saved.byteLength,
    short_p50_ms: quantile(short),
    short_p95_ms: quantile(short, 0.95),
    long_p50_ms: quantile(long),
    long_p95_ms: quantile(long, 0.95),
    typing_p50_ms: quantile(typing),
    typing_p95_ms: quantile(typing, 0.95),
    ...updates,
  };
}

/**
 * A small index first, so that building time is not the time of compiling the engine.
 * @param {import('./engines/engines.mjs').Engine} engine
 * @param {readonly import('./engines/engines.mjs').Doc[]} docs
 * @param {readonly string[]} queries
 */
async function warmUp(engine, docs, queries) {
  const index = await engine.build(docs.slice(0, WARM_DOCS));
  for (const query of queries.slice(0, WARM_QUERIES)) await index.search(query, HITS);
}

/** MB in use after everything unused is given back, buffers and WebAssembly included. */
function memory() {
  const { gc } = globalThis;
  if (!gc) throw new Error('Run with --expose-gc');
  gc();
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
}

/**
 * Milliseconds of each query. The first pass warms up; it counts only when there is no time for a second.
 * @param {import('./engines/engines.mjs').Search} search
 * @param {readonly string[]} queries
 * @param {number} budget ms
 */
async function timed(search, queries, budget) {
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const rest = [];
  const end = performance.now() + budget;
  for (let pass = 0; pass < PASSES; pass++) {
    for (const query of queries) {
      const start = performance.now();
      if (start > end) return rest.length >= queries.length / 2 ? rest : [...first, ...rest];
      await search(query, HITS);
      (pass === 0 ? first : rest).push(performance.now() - start);
    }
  }
  return rest;
}

/**
 * @param {import('./engines/engines.mjs').Engine} engine
 * @param {string | Uint8Array} saved
 * @param {string} query
 */
async function restoreTime(engine, saved, query) {
  /** @type {number[]} */
  const times = [];
  // The first one warms up.
  for (let run = 0; run <= RESTORES; run++) {
    const start = performance.now();
    const index = await engine.restore(saved);
    await index.search(query, HITS);
    times.push(performance.now() - start);
  }
  return quantile(times.slice(1));
}

/**
 * Of engines that can take up one document without building everything again.
 * @param {import('./engines/engines.mjs').Index} index
 * @param {readonly import('./engines/engines.mjs').Doc[]} docs
 * @param {string} query
 */
async function updateTimes({ update, search }, docs, query) {
  if (!update) return {};
  /** @type {number[]} */
  const updates = [];
  /** @type {number[]} */
  const answers = [];
  for (const doc of docs.slice(0, UPDATES)) {
    const start = performance.now();
    update({ ...doc, text: `${doc.text} Changed.` });
    const updated = performance.now();
    await search(query, HITS);
    updates.push(updated - start);
    answers.push(performance.now() - updated);
  }
  return { update_ms: quantile(updates, 0.95), after_update_ms: quantile(answers, 0.95) };
}
