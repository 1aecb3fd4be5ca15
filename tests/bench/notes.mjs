import { end, launch } from '../../scripts/runtime/launch.mjs';
import { fillNotes } from '../soak/many-notes.mjs';
import { newNote, textBox, writeOn } from '../soak/note-window.mjs';
import { watchKeys } from './key-watch.mjs';
import { quantile } from './median.mjs';
import { welcomedHome } from './own-folders.mjs';
import { startProgram } from './program.mjs';
import { marksOf } from './start.mjs';

/** @typedef {import('../../scripts/runtime/launch.mjs').Bench} Bench */
/** @typedef {import('playwright-core').Page} Page */

const WORDS = 5_000;
const KEYS = 120;
/** Between keys: a quick typist. */
const PAUSE_MS = 90;
const MANY = { count: 20_000, bytes: 10_000 };
const SETTLE_MS = 8_000;

/**
 * Writing in a note of 5,000 words: from a key going down to the frame with its letter, and from the beginning of a
 * save to the answers of both stores. Then the start with 20,000 notes against the start with none.
 * @param {Bench} bench
 * @param {number} runs
 */
export async function benchNotes(bench, runs) {
  const none = welcomedHome(bench);
  const many = welcomedHome(bench);
  const { keys, saves } = await write(bench, welcomedHome(bench), runs);
  // The first start installs the packs.
  await (await startProgram(bench, bench.place.app, none, SETTLE_MS * 2)).stop();
  await fill(bench, many, () => {});
  const starts = { none: /** @type {number[]} */ ([]), many: /** @type {number[]} */ ([]) };
  for (let run = 0; run < runs; run += 1) {
    starts.none.push(await startMs(bench, none));
    starts.many.push(await startMs(bench, many));
  }
  const [withNone, withMany] = [quantile(starts.none), quantile(starts.many)];
  return [
    {
      name: 'keystroke to painted character, p95',
      unit: 'ms',
      value: quantile(keys, 0.95),
      target: 16,
      parts: { p50: quantile(keys), max: quantile(keys, 1), keys: keys.length },
    },
    {
      name: 'time to "Saved", p95',
      unit: 'ms',
      value: quantile(saves, 0.95),
      target: 100,
      parts: { p50: quantile(saves), max: quantile(saves, 1), saves: saves.length },
    },
    {
      name: 'start with 20,000 notes ÷ with none',
      unit: '×',
      value: withMany / withNone,
      target: 1.5,
      parts: { '20,000 ms': withMany, 'none ms': withNone },
    },
  ];
}

/** @param {Bench} bench @param {string} home @param {number} runs */
async function write(bench, home, runs) {
  const app = await launch(bench, { home });
  const page = await app.firstWindow();
  await page.locator('h1').waitFor();
  await writeOn(page, await newNote(page));
  await page.keyboard.insertText(prose(WORDS));
  // The packs of the first start are installed and indexed meanwhile.
  await page.waitForTimeout(15_000);
  const watch = await watchWriting(page);
  /** @type {number[]} */
  const keys = [];
  /** @type {number[]} */
  const saves = [];
  for (let run = 0; run <= runs; run += 1) {
    await textBox(page).focus();
    for (let key = 0; key < KEYS; key += 1) {
      await page.keyboard.press(key % 6 === 5 ? 'Space' : 'abcdefgh'.charAt(key % 8));
      await page.waitForTimeout(PAUSE_MS);
    }
    await page.waitForTimeout(1_500);
    const times = await watch();
    // The first time warms the code.
    if (run > 0) keys.push(...times.keys);
    if (run > 0) saves.push(...times.saves);
  }
  await end(app);
  return { keys, saves };
}

/**
 * Notes in the page how long each key and each save take; the answer takes what was noted since.
 * @param {Page} page
 * @returns {Promise<() => Promise<{ keys: number[], saves: number[] }>>}
 */
export async function watchWriting(page) {
  const takeKeys = await watchKeys(page, 'letter');
  await page.evaluate(() => {
    /** @type {number[]} */
    const saves = [];
    Reflect.set(window, 'saveTimes', saves);
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'note-saved') saves.push(duration);
    }).observe({ type: 'measure' });
  });
  return async () => ({
    keys: await takeKeys(),
    saves: await page.evaluate(() => Reflect.get(window, 'saveTimes').splice(0)),
  });
}

/**
 * A profile with 20,000 notes, past the first start with them.
 * @param {Bench} bench
 * @param {string} home
 * @param {(text: string) => void} progress
 */
export async function fill(bench, home, progress) {
  const app = await launch(bench, { home });
  const page = await app.firstWindow();
  await page.locator('h1').waitFor();
  await fillNotes(page, await newNote(page), MANY, progress);
  await end(app);
  // Lists and the search of notes are made once.
  await (await startProgram(bench, bench.place.app, home, 60_000)).stop();
}

/**
 * From the start of the process until the first screen is painted and can be searched.
 * @param {Bench} bench
 * @param {string} home
 * @param {(page: Page) => Promise<void>} look what else is asked of the window before it closes
 */
export async function startMs(bench, home, look = async () => {}) {
  const satchel = await startProgram(bench, bench.place.app, home, SETTLE_MS);
  await satchel.page.waitForFunction(() => performance.getEntriesByName('search-ready').length > 0);
  const { origin, ready, paint } = await marksOf(satchel.page);
  await look(satchel.page);
  await satchel.stop();
  return origin + Math.max(ready, paint) - satchel.startedAt;
}

/** @param {number} words */
function prose(words) {
  const some = 'The firms that answered said what they would need to know before they could say yes or no'.split(' ');
  return Array.from({ length: words }, (_, at) => `${some[at % some.length]}${at % 80 === 79 ? '.\n\n' : ' '}`).join(
    '',
  );
}
