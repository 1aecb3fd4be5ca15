import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  const { code, output } = await inOwnFolder((env) => runTool('vitest/vitest.mjs', words, { show, env }));
  return { ok: code === 0, results: vitestResults(report), output };
}

/** By titles: what is long or late must not be so by the work of another window. */
const ALONE = 'U10 no long task|U2 one polite region|holds the window up nowhere|makes no long task|200,000 characters';

/** Of tests that are left to `npm run soak -- whole`; their tag. */
const IN_WHOLE = '@whole';

/**
 * Runs what is tested daily in the real window.
 * @returns {Promise<Omit<Outcome, 'output'>>}
 */
export async function runWindow() {
  const together = await runPlaywright({ without: `${ALONE}|${IN_WHOLE}` });
  const alone = await runPlaywright({ pattern: ALONE });
  return { ok: together.ok && alone.ok, results: [...together.results, ...alone.results] };
}

/**
 * Runs some tests in the real window.
 * @param {{ files?: readonly string[], pattern?: string, without?: string, show?: boolean }} some
 * @returns {Promise<Outcome>}
 */
export async function runPlaywright({ files = [], pattern, without, show = true }) {
  const report = freshReport('playwright.json');
  const words = ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json'];
  if (pattern !== undefined) words.push('--grep', pattern);
  if (without !== undefined) words.push('--grep-invert', without);
  words.push(...files);
  const { code, output } = await inOwnFolder((env) =>
    runTool('@playwright/test/cli.js', words, {
      show,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_FORCE_TTY: 'false' },
    }),
  );
  return { ok: code === 0, results: playwrightResults(report), output };
}

/** @param {string} name */
function freshReport(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = `${REPORTS}/${name}`;
  rmSync(file, { force: true });
  return file;
}

/**
 * What tests write into the folder for temporary files lies in one of this run, and goes with it.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 */
async function inOwnFolder(work) {
  const folder = mkdtempSync(`${tmpdir()}/satchel-tests-`);
  // The app may be another user's.
  chmodSync(folder, 0o1777);
  try {
    return await work({ ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
