import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { count, playwrightResults, vitestResults } from '../../../scripts/checks/results.mjs';
import { rowsOf } from '../../../scripts/checks/rows.mjs';

function report(content: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'satchel-report-')), 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a title begins with its rows', () => {
  expect(rowsOf('H7 the content policy')).toEqual(['H7']);
  expect(rowsOf('H2 H3, U10 preferences of H4')).toEqual(['H2', 'H3', 'U10']);
  expect(rowsOf('the policy of H7')).toEqual([]);
  expect(rowsOf('H7')).toEqual(['H7']);
  expect(rowsOf('UK2 notices')).toEqual(['UK2']);
});

test('vitest’s report: outcomes, groups, and a file that could not be loaded', () => {
  const results = vitestResults(
    report({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { title: 'good', ancestorTitles: ['H1 group'], status: 'passed', duration: 1500 },
            { title: 'bad', ancestorTitles: [], status: 'failed' },
            { title: 'left out', ancestorTitles: [], status: 'pending' },
          ],
        },
        { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
      ],
    }),
  );
  expect(results[0]).toEqual({ titles: ['H1 group', 'good'], outcome: 'passed', seconds: 1.5 });
  expect(count(results, 'failed')).toBe(2);
  expect(count(results, 'skipped')).toBe(1);
});

test('Playwright’s report: nested groups, what passed only when tried again is named, errors outside tests fail too', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status, results: [{ duration: 500 }] }] });
  const results = playwrightResults(
    report({
      errors: [{ message: 'could not be loaded' }],
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('H9 stays', 'expected'), spec('left out', 'skipped')],
          suites: [{ title: 'group', specs: [spec('late', 'flaky'), spec('wrong', 'unexpected')] }],
        },
      ],
    }),
  );
  expect(results[0]).toEqual({ titles: ['a.spec.ts', 'H9 stays'], outcome: 'passed', seconds: 0.5 });
  expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'skipped', 'passed', 'failed', 'failed']);
  expect(results[2]).toMatchObject({ titles: ['a.spec.ts', 'group', 'late'], again: true });
});

test('no report, no results', () => {
  expect(vitestResults('/none')).toEqual([]);
  expect(playwrightResults('/none')).toEqual([]);
});
