import { end } from '../../scripts/runtime/launch.mjs';
import { quantile } from '../bench/median.mjs';
import { fill, startMs, watchWriting } from '../bench/notes.mjs';
import { goTo, writeOn } from './note-window.mjs';
import { openProfile } from './profile.mjs';

/** @typedef {import('playwright-core').ElectronApplication} App */
/** @typedef {import('playwright-core').Page} Page */

const STARTS = 3;
const KEYS = 400;
const LONG_TASK = 50;
/** Of the comparison nothing is asked but that it holds nobody up: its figure is told beside these. */
const MOST = { 'start, ms': 3_000, 'save, p95 ms': 100 };

/**
 * 20,000 notes of 200 MB in all: backups of them, starts, saves in one of them, and how long the window is held up
 * meanwhile.
 * @type {import('../../scripts/soak.mjs').Row}
 */
export async function soakMany(bench, progress) {
  const { home, start } = openProfile(bench);
  await fill(bench, home, progress);
  let { app, page } = await start();
  const tasks = await watchTasks(page);
  const held = await watchMain(app);
  progress('comparison with all of the journal');
  const before = await compared(page);
  await page.waitForTimeout(3_000);
  const atStart = { window: await tasks(), main: await held() };
  await goTo(page, '/backups');
  await tasks();
  await held();
  const backups = [];
  for (let one = 1; one <= 2; one += 1) {
    progress(`backup ${one} of 2`);
    backups.push(await backUp(page));
  }
  const whileBacking = { window: await tasks(), main: await held() };
  await end(app);

  const starts = [];
  /** @type {number[]} */
  const comparisons = [];
  for (let one = 1; one <= STARTS; one += 1) {
    progress(`start ${one} of ${STARTS}`);
    starts.push(await startMs(bench, home, async (its) => void comparisons.push(await compared(its))));
  }

  ({ app, page } = await start());
  await page.waitForTimeout(5_000);
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
  const bound = { 'start, ms': quantile(starts), 'save, p95 ms': quantile(saves, 0.95) };
  const long = whileBacking.window.filter((ms) => ms > LONG_TASK);
  return {
    figures: {
      ...bound,
      'comparison of equal notes, ms': quantile(comparisons),
      'comparison before there were two backups, ms': before,
      'keystroke to painted character, p95 ms': quantile(keys, 0.95),
      'a backup, ms': quantile(backups),
      'tasks over 50 ms while backups were made': long.length,
      'longest of them, ms': Math.max(0, ...long),
      'longest that main did not answer meanwhile, ms': whileBacking.main,
      'tasks over 50 ms at the start': atStart.window.length,
      'longest of those, ms': Math.max(0, ...atStart.window),
      'longest that main did not answer then, ms': atStart.main,
    },
    wrong: [
      ...Object.entries(MOST)
        .filter(([name, most]) => bound[/** @type {keyof typeof MOST} */ (name)] > most)
        .map(([name, most]) => `${name}: more than ${most}.`),
      ...(long.length > 0 ? [`${long.length} tasks of the window took more than ${LONG_TASK} ms during backups.`] : []),
    ],
  };
}

/** Makes a backup as a person does; how long it took, ms. @param {Page} page */
async function backUp(page) {
  const begun = Date.now();
  await page.getByRole('button', { name: 'Make one now' }).click();
  await page.getByText('A backup was made and read back: it is whole.').first().waitFor({ timeout: 180_000 });
  const took = Date.now() - begun;
  // What is said of one stands for a while; then the journal lets go of what two backups hold.
  await page.waitForTimeout(15_000);
  return took;
}

/** How long the comparison of the window's notes with the journal took, ms, once it is over. @param {Page} page */
async function compared(page) {
  await page.waitForFunction(() => performance.getEntriesByName('notes-compared').length > 0, null, {
    timeout: 120_000,
  });
  return page.evaluate(() => performance.getEntriesByName('notes-compared')[0]?.duration ?? Number.NaN);
}

/** Notes tasks of the window over 50 ms; the answer takes what was noted since. @param {Page} page */
async function watchTasks(page) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const tasks = [];
    Reflect.set(window, 'longTasks', tasks);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  return () => page.evaluate(() => /** @type {number[]} */ (Reflect.get(window, 'longTasks').splice(0)));
}

/** Notes how long main does nothing else, at most; the answer begins anew. @param {App} app */
async function watchMain(app) {
  await app.evaluate(() => {
    let last = Date.now();
    Reflect.set(globalThis, 'heldUp', 0);
    setInterval(() => {
      Reflect.set(globalThis, 'heldUp', Math.max(Reflect.get(globalThis, 'heldUp'), Date.now() - last - 5));
      last = Date.now();
    }, 5);
  });
  return () =>
    app.evaluate(() => {
      const held = Number(Reflect.get(globalThis, 'heldUp'));
      Reflect.set(globalThis, 'heldUp', 0);
      return held;
    });
}
