import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} TestResult
 * @property {readonly string[]} titles of its groups and its own, outermost first
 * @property {'passed' | 'failed' | 'skipped'} outcome
 * @property {number} seconds
 * @property {boolean} [again] it passed only when it was tried again
 */

/**
 * Reads vitest's JSON report; a file that could not even be loaded counts as one failed test.
 * @param {string} file
 * @returns {readonly TestResult[]}
 */
export function vitestResults(file) {
  if (!existsSync(file)) return [];
  /** @type {{ testResults: { name: string, status: string, assertionResults: { title: string, ancestorTitles: string[], status: string, duration?: number }[] }[] }} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return report.testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.map((test) => ({
      titles: [...test.ancestorTitles, test.title],
      outcome: outcome(test.status),
      seconds: (test.duration ?? 0) / 1000,
    }));
    const broken = status === 'failed' && !tests.some((test) => test.outcome === 'failed');
    return broken ? [...tests, { titles: [name], outcome: outcome('failed'), seconds: 0 }] : tests;
  });
}

/**
 * @param {string} status
 * @returns {TestResult['outcome']}
 */
function outcome(status) {
  if (status === 'passed' || status === 'failed') return status;
  return 'skipped';
}

/** @typedef {{ title: string, specs?: { title: string, tests: { status: string, results: { duration: number }[] }[] }[], suites?: Suite[] }} Suite */

/**
 * Reads Playwright's JSON report; errors outside tests count as one failed test each.
 * @param {string} file
 * @returns {readonly TestResult[]}
 */
export function playwrightResults(file) {
  if (!existsSync(file)) return [];
  /** @type {{ suites: Suite[], errors: { message?: string }[] }} */
  const { suites, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return [
    ...suites.flatMap((suite) => suiteResults(suite, [])),
    ...errors.map(({ message = '' }) => ({ titles: [message], outcome: outcome('failed'), seconds: 0 })),
  ];
}

/**
 * @param {Suite} suite
 * @param {readonly string[]} above
 * @returns {readonly TestResult[]}
 */
function suiteResults({ title, specs = [], suites = [] }, above) {
  const titles = [...above, title];
  return [
    ...specs.flatMap((spec) =>
      spec.tests.map(({ status, results }) => ({
        titles: [...titles, spec.title],
        outcome: outcome(
          status === 'expected' || status === 'flaky' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
        ),
        ...(status === 'flaky' ? { again: true } : {}),
        seconds: results.reduce((sum, { duration }) => sum + duration / 1000, 0),
      })),
    ),
    ...suites.flatMap((suite) => suiteResults(suite, titles)),
  ];
}

/**
 * @param {readonly TestResult[]} results
 * @param {TestResult['outcome']} wanted
 */
export const count = (results, wanted) => results.filter(({ outcome }) => outcome === wanted).length;
