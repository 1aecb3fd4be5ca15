import { end } from '../../scripts/runtime/launch.mjs';
import { quantile } from '../bench/median.mjs';
import { fill, startMs, watchWriting } from '../bench/notes.mjs';
import { writeOn } from './note-window.mjs';
import { openProfile } from './profile.mjs';

const STARTS = 3;
const KEYS = 400;
const LONG_TASK = 50;

/**
 * 20,000 notes of 200 MB in all: the start, saves in one of them, and how long the window is held up meanwhile.
 * @type {import('../../scripts/soak.mjs').Row}
 */
export async function soakMany(bench, progress) {
  const { home, start } = openProfile(bench);
  await fill(bench, home, progress);
  const starts = [];
  for (let one = 0; one < STARTS; one += 1) starts.push(await startMs(bench, home));
  const { app, page } = await start();
  await page.evaluate(() => {
    /** @type {number[]} */
    const tasks = [];
    Reflect.set(window, 'longTasks', tasks);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  // The comparison with the journal, and the day's snapshot where one is due, go on meanwhile.
  await page.waitForTimeout(30_000);
  /** @type {number[]} */
  const tasks = await page.evaluate(() => Reflect.get(window, 'longTasks'));
  await writeOn(page, '00000000-0000-4000-8000-000000000007');
  const watch = await watchWriting(page);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('abcdefgh'.charAt(key % 8));
    await page.waitForTimeout(60);
    progress(`${key} of ${KEYS} keys`);
  }
  await page.waitForTimeout(2_000);
  const { saves, keys } = await watch();
  await end(app);
  const [startsIn, savesIn] = [quantile(starts), quantile(saves, 0.95)];
  return {
    figures: {
      'start, ms': startsIn,
      'save, p95 ms': savesIn,
      'keystroke to painted character, p95 ms': quantile(keys, 0.95),
      'tasks over 50 ms in the first half minute': tasks.filter((ms) => ms > LONG_TASK).length,
      'longest of them, ms': Math.max(0, ...tasks),
    },
    wrong: [
      ...(startsIn > 3_000 ? [`The start takes ${Math.round(startsIn)} ms, more than 3,000.`] : []),
      ...(savesIn > 100 ? [`A save takes ${Math.round(savesIn)} ms, more than 100.`] : []),
    ],
  };
}
