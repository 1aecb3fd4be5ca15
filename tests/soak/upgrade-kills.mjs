import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, launch, removeFolder } from '../../scripts/runtime/launch.mjs';
import { lookAtNotes, oldNotesPage } from '../support/old-stores.mjs';
import { otherPage } from '../support/other-page.mjs';
import { killAll } from './kill.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../../scripts/runtime/launch.mjs').Bench} Bench */

/** More than these make no upgrade any longer. */
const MOST_ROWS = 64_000;

/**
 * @typedef {object} Upgrade
 * @property {number} inside kills that fell between the beginning and the end of the upgrade
 * @property {number} outside those that came after its end: it was tried again with twice as many notes
 * @property {number} thrown stores that the browser threw away after a kill: the app had every note from its journal
 * @property {number} rows notes of the last try
 * @property {number} ms from the beginning of the upgrade that was let go on until the window had compared its notes
 */

/**
 * Leaves the notes of a released version and their journal in a profile and starts the app with it; while it brings
 * them up, every process of it is killed. A kill fell inside when the upgrade had begun, and the next start begins it
 * again. Throws when a note is not as it was left.
 * @param {Bench} bench
 * @param {string} home an empty profile
 * @param {{ version: number, newest: number, kills: number, rows: number, latest: number, note: Readonly<Record<string, unknown>> }} what
 *   kills to fall inside, at most `latest` ms after the beginning
 * @returns {Promise<Upgrade>}
 */
export async function upgradeKills(bench, home, { version, newest, kills, rows, latest, note }) {
  let [inside, outside, thrown, count] = [0, 0, 0, rows];
  await leaveJournal(bench, home, version, { rows: count, note });
  for (;;) {
    await leave(bench, home, version, { rows: count, note });
    for (let killed = false; ; killed = true) {
      const app = await launch(bench, { home });
      const page = await app.firstWindow();
      startAsUsual(page);
      const begun = await begins(page);
      if (killed && begun) inside += 1;
      if (!killed && !begun) throw new Error(`No upgrade from version ${version} was begun.`);
      if (!begun || inside >= kills) {
        const since = Date.now();
        await compared(page);
        const ms = Date.now() - since;
        const found = await lookAtNotes(page, { rows: count, note });
        await end(app);
        if (found.wrong > 0 || found.version !== newest)
          throw new Error(
            `After the upgrade from version ${version} it is ${found.version}, ${found.wrong} notes wrong.`,
          );
        if (begun) return { inside, outside, thrown, rows: count, ms };
        if (wasMissing(home)) {
          thrown += 1;
          break;
        }
        outside += 1;
        count *= 2;
        if (count > MOST_ROWS) throw new Error(`No kill fell inside the upgrade from version ${version}.`);
        await leaveJournal(bench, home, version, { rows: count, note });
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * latest));
      await killAll(app).ended;
    }
  }
}

/** @param {Bench} bench @param {string} home @param {number} version @param {Parameters<typeof oldNotesPage>[1]} what */
async function leave(bench, home, version, what) {
  const folder = otherPage(oldNotesPage(version, what), bench.person);
  const app = await launch(bench, { home, app: folder });
  const page = await app.firstWindow();
  await page.waitForFunction(() => document.title === 'made');
  await end(app);
  removeFolder(folder);
}

/**
 * As a person's notes have it: Chromium can take a store that was killed while it wrote for a damaged one, and begins
 * an empty one.
 * @param {Bench} bench @param {string} home @param {number} version @param {Parameters<typeof oldNotesPage>[1]} what
 */
async function leaveJournal(bench, home, version, what) {
  await leave(bench, home, version, what);
  const app = await launch(bench, { home });
  await compared(await app.firstWindow());
  await end(app);
}

/** Whether the browser began the store anew when it was opened last. @param {string} home */
const wasMissing = (home) =>
  readFileSync(join(home, 'profile/IndexedDB/app_satchel_0.indexeddb.leveldb/LOG'), 'utf8').includes('it was missing');

/** After two starts that were killed the app asks. @param {Page} page */
function startAsUsual(page) {
  const usual = page.getByRole('button', { name: 'Start as usual' });
  usual.click({ timeout: 60_000 }).catch(() => {});
}

/** @param {Page} page */
const compared = (page) =>
  page.waitForFunction(() => performance.getEntriesByName('notes-compared').length > 0, null, { timeout: 60_000 });

/** Whether the window or its worker begins to bring up the notes, once it does; `false` once they are compared. */
function begins(/** @type {Page} */ page) {
  /** @type {Promise<boolean>} */
  const marked = new Promise((resolve) => {
    const ask = async (/** @type {Pick<Page, 'evaluate'>} */ where) => {
      while (!page.isClosed()) {
        try {
          await where.evaluate(untilMarked);
          resolve(true);
          return;
        } catch {
          // Its first document went, or all of it.
          await new Promise((later) => setTimeout(later, 5));
        }
      }
    };
    void ask(page);
    const askWorker = (/** @type {import('playwright-core').Worker} */ worker) =>
      void ask(/** @type {Pick<Page, 'evaluate'>} */ (worker));
    for (const worker of page.workers()) askWorker(worker);
    page.on('worker', askWorker);
  });
  return Promise.race([marked, compared(page).then(() => false)]);
}

/** Runs in the window or its worker. @returns {Promise<void>} */
function untilMarked() {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('satchel-notes-upgrade').length > 0) resolve();
    }).observe({ type: 'mark', buffered: true });
  });
}
