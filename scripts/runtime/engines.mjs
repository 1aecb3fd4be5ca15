import { existsSync } from 'node:fs';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { step } from './say.mjs';

const PACKAGE = `${ROOT}/tests/bench/search`;

/**
 * The engines that the search is measured beside: a package of their own, which nothing else needs.
 * @throws Error where they cannot be installed
 */
export async function demandEngines() {
  if (existsSync(`${PACKAGE}/node_modules`)) return;
  const { code, output } = await step('Engines to measure beside', () => run('npm', ['ci'], { cwd: PACKAGE }));
  if (code !== 0) throw new Error(`The other engines could not be installed.\n${output}`);
}
