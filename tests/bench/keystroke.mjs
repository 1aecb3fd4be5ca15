import { join } from 'node:path';
import { end, launch, ownFile } from '../../scripts/runtime/launch.mjs';
import { madePack } from './made-pack.mjs';
import { quantile } from './median.mjs';
import { newHome } from './own-folders.mjs';
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
  const home = newHome(bench);
  ownFile(bench.person, join(home, 'settings.json'), JSON.stringify({ welcomed: true }));
  const app = await launch(bench, { home });
  const page = await app.firstWindow();
  await page.waitForFunction(() => performance.getEntriesByName('search-ready').length > 0, null, { timeout: 60_000 });
  await page.waitForTimeout(3_000);
  const readyBefore = await page.evaluate(() => performance.getEntriesByName('search-ready').length);
  await app.evaluate(
    ({ app: electron }, path) => electron.emit('second-instance', {}, [], '/', { files: [path] }),
    file,
  );
  await page.locator('.sat-strip--ok').waitFor({ timeout: 300_000 });
  await page.waitForFunction((before) => performance.getEntriesByName('search-ready').length > before, readyBefore, {
    timeout: 300_000,
  });
  await page.evaluate(watchKeys);
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
    if (run === 0) await page.evaluate(() => Reflect.get(window, 'keyTimes').splice(0));
  }
  /** @type {number[]} */
  const times = await page.evaluate(() => Reflect.get(window, 'keyTimes'));
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

/** Runs in the page: notes how long each key took until the frame that shows its results. */
function watchKeys() {
  /** @type {number[]} */
  const times = [];
  Reflect.set(window, 'keyTimes', times);
  let pressed = 0;
  addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
    },
    true,
  );
  addEventListener(
    'input',
    (event) => {
      const start = pressed;
      const wanted = event.target instanceof HTMLInputElement ? event.target.value : '';
      const look = () => {
        const answered = document.querySelector('[data-answers]')?.getAttribute('data-answers');
        if (answered !== wanted) return;
        watcher.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // After the frame is drawn: the message comes behind it.
          port1.onmessage = () => {
            times.push(performance.now() - start);
          };
          port2.postMessage(null);
        });
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ['data-answers'],
      });
    },
    true,
  );
}
