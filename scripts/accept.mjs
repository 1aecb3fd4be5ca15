// npm run accept -- H7 H9 …: the tests whose titles begin with these acceptance rows; with no words, all rows.
import { readdirSync, readFileSync } from 'node:fs';
import { count } from './checks/results.mjs';
import { isRow, rowsOf } from './checks/rows.mjs';
import { runPlaywright, runVitest } from './checks/tests.mjs';
import { build } from './runtime/build.mjs';
import { ROOT } from './runtime/paths.mjs';
import { main, Stop, say } from './runtime/say.mjs';
import { setUp } from './runtime/setup.mjs';

/**
 * Test files in which one of the rows stands.
 * @param {string} ending
 * @param {RegExp} pattern
 */
function filesWith(ending, pattern) {
  return readdirSync(`${ROOT}/tests`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && pattern.test(readFileSync(`${ROOT}/tests/${name}`, 'utf8')))
    .map((name) => `tests/${name.replaceAll('\\', '/')}`);
}

await main(async () => {
  const asked = process.argv.slice(2);
  const wrong = asked.filter((word) => !isRow(word));
  if (wrong.length > 0) throw new Stop(`Not a row: ${wrong.join(', ')}. Rows look like H7 or U10.`, 2);
  const ids = asked.length > 0 ? `(?:${asked.join('|')})` : '[A-Z]{1,2}\\d+';
  // Titles may begin with several rows, so the row is looked for after any others.
  const pattern = `(?:^|\\s)${ids}(?:\\s|,|$)`;
  const inFile = new RegExp(`(?<![\\w-])${ids}(?![\\w-])`);
  const windowFiles = filesWith('.spec.ts', inFile);
  if (windowFiles.length > 0) {
    await setUp({ display: true });
    await build();
  }
  const unitFiles = filesWith('.test.ts', inFile);
  const units = unitFiles.length > 0 ? await runVitest({ files: unitFiles, pattern }) : null;
  if (units && !units.ok) say(units.output.trim());
  const results = [
    ...(units?.results ?? []),
    ...(windowFiles.length > 0 ? (await runPlaywright({ files: windowFiles, pattern })).results : []),
  ];
  /** @type {Map<string, import('./checks/results.mjs').TestResult[]>} */
  const byRow = new Map(asked.map((row) => [row, []]));
  for (const result of results) {
    for (const row of new Set(result.titles.flatMap(rowsOf))) {
      if (asked.length === 0 && !byRow.has(row)) byRow.set(row, []);
      byRow.get(row)?.push(result);
    }
  }
  return table(byRow) ? 0 : 1;
});

/**
 * @param {ReadonlyMap<string, readonly import('./checks/results.mjs').TestResult[]>} byRow
 * @returns {boolean} whether every row has a test that passed and none that failed
 */
function table(byRow) {
  const rows = [...byRow].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  say(`\n${'row'.padEnd(6)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}`);
  let good = rows.length > 0;
  for (const [row, tests] of rows) {
    const passed = count(tests, 'passed');
    const failed = count(tests, 'failed');
    const skipped = count(tests, 'skipped');
    const time = tests.reduce((sum, each) => sum + each.seconds, 0).toFixed(1);
    const note = passed + failed > 0 ? '' : skipped > 0 ? `  skipped: ${skipped}, none ran` : '  no test';
    say(`${row.padEnd(6)}${String(passed).padStart(8)}${String(failed).padStart(8)}${time.padStart(9)}${note}`);
    if (failed > 0 || passed === 0) good = false;
  }
  return good;
}
