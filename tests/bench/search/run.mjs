import { join } from 'node:path';
import { say, step } from '../../../scripts/runtime/say.mjs';
import { corpusFile } from './corpus.mjs';
import { runJob } from './job.mjs';
import { measureRounds } from './rounds.mjs';

/**
 * @typedef {import('./report.mjs').CollectionReport} CollectionReport
 * @typedef {import('./report.mjs').EngineReport} EngineReport
 * @typedef {import('./report.mjs').Size} Size
 * @typedef {{ folder: string, collection: import('./collection.mjs').Collection }} Place
 */

/**
 * Measures every engine on every collection. What fails is left out with the reason, and said.
 * @param {import('./options.mjs').Options} options
 * @param {readonly Place[]} places
 * @param {string} bundle
 * @returns {Promise<readonly CollectionReport[]>}
 */
export async function measureAll(options, places, bundle) {
  /** @type {CollectionReport[]} */
  const reports = [];
  for (const place of places) reports.push(await measureCollection(options, place, bundle));
  const scale = await measureGrowth(options, places, bundle);
  if (options.sizes.length === 0) return reports;
  // All collections share the made-up ones: they are made from the words of all.
  return reports.map((report) => ({
    ...report,
    engines: report.engines.map((engine) => ({ ...engine, scale: scale.get(engine.engine) ?? [] })),
  }));
}

/**
 * @param {import('./options.mjs').Options} options
 * @param {Place} place
 * @param {string} bundle
 * @returns {Promise<CollectionReport>}
 */
async function measureCollection({ engines, knownItem, rounds }, { folder, collection }, bundle) {
  const { name, docs, judgements } = collection;
  const file = join(folder, 'corpus.jsonl');
  /** @type {Map<string, EngineReport>} */
  const reports = new Map();
  await step(`${name}: ranking`, async (progress) => {
    for (const engine of engines) {
      progress(engine);
      const ranked = await runJob({ measure: 'relevance', engine, bundle, from: folder });
      const found = knownItem ? await runJob({ measure: 'known-item', engine, bundle, from: file }) : null;
      reports.set(engine, {
        engine,
        ...('failure' in ranked ? { left_out: ranked.failure } : ranked.result),
        ...(found ? ('failure' in found ? { left_out: found.failure } : { known_item: found.result }) : {}),
      });
    }
  });
  if (rounds > 0) {
    const speeds = await step(`${name}: time and memory`, (progress) =>
      measureRounds({ engines, rounds, bundle, file }, progress),
    );
    for (const [engine, speed] of speeds) reports.set(engine, { engine, ...reports.get(engine), ...speed });
  }
  for (const { engine, left_out } of reports.values()) if (left_out) say(`${name}: ${engine} left out: ${left_out}`);
  return { collection: name, documents: docs.length, judged: judgements.size, engines: [...reports.values()] };
}

/**
 * @param {import('./options.mjs').Options} options
 * @param {readonly Place[]} places
 * @param {string} bundle
 * @returns {Promise<Map<string, readonly Size[]>>}
 */
async function measureGrowth({ engines, sizes, rounds }, places, bundle) {
  const docs = places.flatMap(({ collection }) => collection.docs);
  /** @type {Map<string, Size[]>} */
  const curves = new Map(engines.map((engine) => [engine, []]));
  for (const size of sizes) {
    const file = await step(`${size} made-up sections`, async () => corpusFile(docs, size));
    const able = engines.filter((engine) => !curves.get(engine)?.some(({ left_out }) => left_out));
    const speeds = await step(`${size} sections: time and memory`, (progress) =>
      measureRounds({ engines: able, rounds: Math.max(1, rounds), bundle, file }, progress),
    );
    for (const [engine, curve] of curves) {
      const speed = speeds.get(engine) ?? { left_out: 'a smaller size was too much' };
      curve.push({ documents: size, ...speed });
      if ('left_out' in speed) say(`${size} sections: ${engine} left out: ${speed.left_out}`);
    }
  }
  return curves;
}
