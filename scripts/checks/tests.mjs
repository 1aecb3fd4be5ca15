import { mkdirSync, rmSync } from 'node:fs';
import { OUT } from '../runtime/paths.mjs';
import { runTool } from '../runtime/run.mjs';
import { playwrightResults, vitestResults } from './results.mjs';

const REPORTS = `${OUT}/reports`;

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {readonly import('./results.mjs').TestResult[]} results
 * @property {string} output
 */

/**
 * Runs unit and structure tests.
 * @param {{ files?: readonly string[], pattern?: string, show?: boolean }} [only]
 * @returns {Promise<Outcome>}
 */
export async function runVitest({ files = [], pattern, show = false } = {}) {
  const report = freshReport('vitest.json');
  const words = ['run', '--config', 'tests/vitest.config.ts', '--reporter=dot', '--reporter=json'];
  words.push(`--outputFile.json=${report}`, ...(pattern === undefined ? [] : ['-t', pattern]), ...files);
  const { code, output } = await runTool('vitest/vitest.mjs', words, { show });
  return { ok: code === 0, results: vitestResults(report), output };
}

/**
 * Runs the tests in the real window.
 * @param {{ files?: readonly string[], pattern?: string, show?: boolean }} [only]
 * @returns {Promise<Outcome>}
 */
export async function runPlaywright({ files = [], pattern, show = true } = {}) {
  const report = freshReport('playwright.json');
  const words = ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json'];
  words.push(...(pattern === undefined ? [] : ['--grep', pattern]), ...files);
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_FORCE_TTY: 'false' };
  const { code, output } = await runTool('@playwright/test/cli.js', words, { show, env });
  return { ok: code === 0, results: playwrightResults(report), output };
}

/** @param {string} name */
function freshReport(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = `${REPORTS}/${name}`;
  rmSync(file, { force: true });
  return file;
}
