import { runTool } from '../runtime/run.mjs';
import { say, seconds } from '../runtime/say.mjs';
import { count } from './results.mjs';
import { runVitest } from './tests.mjs';
import { checkTypes } from './types.mjs';

/**
 * Types, Biome, what nobody uses, and the structure and unit tests, side by side. Prints one line each, and what a failed one said.
 * Answers the tests, and the names of the steps that failed beside them.
 * @returns {Promise<{ broken: readonly string[], results: readonly import('./results.mjs').TestResult[] }>}
 */
export async function runChecks() {
  say('Checking types, style, structure and units …');
  const [types, style, unused, tests] = await Promise.all([
    timed('types', checkTypes),
    timed('Biome', () => tool('@biomejs/biome/bin/biome', ['check', '.'])),
    timed('unused', () => tool('knip/bin/knip.js', ['--no-progress', '--no-config-hints'])),
    timed('structure and unit tests', () => runVitest()),
  ]);
  for (const { name, ok, output } of [types, style, unused, tests]) {
    if (!ok) say(`\n${name}: failed\n${output.trim()}`);
  }
  for (const { name, ok, time } of [types, style, unused]) say(`${name}: ${ok ? 'ok' : 'failed'}, ${time}`);
  const { results } = tests;
  const failed = count(results, 'failed');
  say(
    `${tests.name}: ${count(results, 'passed')} passed, ${failed} failed, ${count(results, 'skipped')} skipped, ${tests.time}`,
  );
  const broken = [types, style, unused, ...(failed === 0 ? [tests] : [])]
    .filter(({ ok }) => !ok)
    .map(({ name }) => name);
  return { broken, results };
}

/**
 * @template {{ ok: boolean, output: string }} T
 * @param {string} name
 * @param {() => Promise<T>} work
 */
async function timed(name, work) {
  const start = Date.now();
  return { name, ...(await work()), time: seconds(start) };
}

/**
 * @param {string} script
 * @param {readonly string[]} words
 */
async function tool(script, words) {
  const { code, output } = await runTool(script, words);
  return { ok: code === 0, output };
}
