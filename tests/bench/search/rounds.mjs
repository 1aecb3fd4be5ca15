import { quantile } from '../median.mjs';
import { runJob } from './job.mjs';

/** @typedef {import('./speed.mjs').Speed} Speed */

/**
 * Measures time and memory in rounds: each round runs every engine once, one after the other, so that a slow moment of
 * the machine falls on all of them.
 * @param {{ engines: readonly string[], rounds: number, bundle: string, file: string }} what `file` holds documents
 * @param {(text: string) => void} progress
 * @returns {Promise<Map<string, Speed | { left_out: string }>>} medians over the rounds
 */
export async function measureRounds({ engines, rounds, bundle, file }, progress) {
  /** @type {Map<string, Speed[]>} */
  const measured = new Map(engines.map((engine) => [engine, []]));
  /** @type {Map<string, string>} */
  const failed = new Map();
  for (let round = 1; round <= rounds; round++) {
    for (const engine of engines) {
      if (failed.has(engine)) continue;
      progress(`round ${round} of ${rounds}, ${engine}`);
      const done = await runJob({ measure: 'speed', engine, bundle, from: file });
      if ('failure' in done) failed.set(engine, done.failure);
      else measured.get(engine)?.push(done.result);
    }
  }
  return new Map(
    [...measured].map(([engine, speeds]) => {
      const reason = failed.get(engine);
      return [engine, reason === undefined ? medianSpeed(speeds) : { left_out: reason }];
    }),
  );
}

/** @param {readonly Speed[]} speeds @returns {Speed} */
export function medianSpeed(speeds) {
  const median = (/** @type {keyof Speed} */ name) => quantile(speeds.map((speed) => speed[name] ?? Number.NaN));
  return {
    build_ms: median('build_ms'),
    restore_ms: median('restore_ms'),
    ...(speeds.some(({ heap_mb }) => heap_mb === undefined) ? {} : { heap_mb: median('heap_mb') }),
    index_bytes: median('index_bytes'),
    short_p50_ms: median('short_p50_ms'),
    short_p95_ms: median('short_p95_ms'),
    long_p50_ms: median('long_p50_ms'),
    long_p95_ms: median('long_p95_ms'),
    typing_p50_ms: median('typing_p50_ms'),
    typing_p95_ms: median('typing_p95_ms'),
    ...(speeds.some(({ update_ms }) => update_ms === undefined)
      ? {}
      : { update_ms: median('update_ms'), after_update_ms: median('after_update_ms') }),
  };
}
