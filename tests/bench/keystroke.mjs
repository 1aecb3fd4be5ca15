import { end } from '../../scripts/runtime/launch.mjs';
import { handOver } from './hand-over.mjs';
import { watchKeys } from './key-watch.mjs';
import { madePack } from './made-pack.mjs';
import { quantile } from './median.mjs';
import { openQuiet } from './quiet-app.mjs';
import { readyAfterPaint } from './start.mjs';

const PAUSE_MS = 120;
const QUERIES = 8;

/**
 * On 20,000 sections: from a key going down in the search box to the frame after its results stand in the window, and
 * from the first paint of a cold start to the search being ready.
 * @param {import('../../scripts/runtime/launch.mjs').Bench} bench
 * @param {number} runs how many times the queries are typed
 */
export async function benchKeystroke(bench, runs) {
  const { file, words } = madePack();
  const { app, page, home, indexedAgain } = await openQuiet(bench);
  await handOver(app, page, file);
  await page.locator('.sat-strip--ok').waitFor({ timeout: 300_000 });
  await indexedAgain(300_000);
  const takeTimes = await watchKeys(page, 'results');
  const box = page.locator('#search-box');
  for (let run = 0; run <= runs; run += 1) {
    for (let at = 0; at < QUERIES; at += 1) {
      // Three words, from common to rare.
      const query = [7, 60, 900].map((rank) => words[rank + at * 13] ?? '').join(' ');
      await box.click();
      await page.keyboard.press('ControlOrMeta+A');
      await box.pressSequentially(query, { delay: PAUSE_MS });
      await page.waitForTimeout(300);
    }
    // The first time warms the code.
    if (run === 0) await takeTimes();
  }
  const times = await takeTimes();
  await end(app);
  const ready = await readyAfterPaint(bench, home, runs);
  return [
    { name: 'keystroke to results painted, p50', unit: 'ms', value: quantile(times), parts: { keys: times.length } },
    {
      name: 'keystroke to results painted, p95',
      unit: 'ms',
      value: quantile(times, 0.95),
      target: 30,
      parts: { max: quantile(times, 1) },
    },
    {
      name: 'search ready after first paint, cold start',
      unit: 'ms',
      value: quantile(ready),
      target: 500,
      parts: { max: quantile(ready, 1) },
    },
  ];
}
