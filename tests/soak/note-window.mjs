import { followLink } from '../support/link.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ rev: number, binned: string, note: { id: string, title: string, problem: string, text: string } }} Row */

const NOTE = /^\/note\/([^?#]+)/;

/** Follows a link to an address and waits until the window is there and still. @param {Page} page @param {string} address */
export async function goTo(page, address) {
  await followLink(page, address);
  await page.waitForFunction((to) => location.pathname + location.search === to, address);
  await settled(page);
}

/** Waits until the window has not changed for a moment, so that the screen before is gone. @param {Page} page */
const settled = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        let timer = setTimeout(resolve, 100);
        const watch = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, 100);
        });
        watch.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
        setTimeout(resolve, 3_000);
      }),
  );

/** Begins a note as a person does; its id. @param {Page} page */
export async function newNote(page) {
  await goTo(page, '/new');
  const main = page.locator('#main');
  const name = 'Interview round';
  await main.getByRole('button', { name }).or(main.getByRole('link', { name })).first().click();
  await textBox(page).waitFor();
  await page.waitForFunction(() => location.pathname.startsWith('/note/'));
  return NOTE.exec(await page.evaluate(() => location.pathname))?.[1] ?? '';
}

/** Where the words of a note are written. @param {Page} page */
export const textBox = (page) => page.getByRole('textbox', { name: 'Observations' });

/** Opens a note and puts the cursor behind its last word. @param {Page} page @param {string} id */
export async function writeOn(page, id) {
  await goTo(page, `/note/${id}`);
  await textBox(page).waitFor();
  await textBox(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
}

/**
 * The note as the window's store has it, read behind the app's back.
 * @param {Page} page
 * @param {string} id
 * @returns {Promise<Row | null>}
 */
export function stored(page, id) {
  return page.evaluate(async (key) => {
    /** @type {IDBDatabase} */
    const db = await new Promise((resolve, reject) => {
      const open = indexedDB.open('satchel-notes');
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const row = await new Promise((resolve, reject) => {
      const get = db.transaction('notes').objectStore('notes').get(key);
      get.onsuccess = () => resolve(get.result ?? null);
      get.onerror = () => reject(get.error);
    });
    db.close();
    return row;
  }, id);
}

/**
 * The note as the journal's last line has it.
 * @param {Page} page
 * @param {string} id
 * @returns {Promise<{ rev: string, op: string, fields: Row['note'] | null } | null>}
 */
export async function journalled(page, id) {
  const read = await page.evaluate((key) => {
    /** @type {any} */
    const { satchel } = window;
    return satchel.call['journal:entries']([key]);
  }, id);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value[0] ?? null;
}

/**
 * The words in the box, also those that are scrolled away.
 * @param {Page} page
 * @returns {Promise<string>}
 */
export function shown(page) {
  return textBox(page).evaluate((box) => {
    if (box instanceof HTMLTextAreaElement) return box.value;
    /** @type {any} */
    const { cmView, cmTile } = box;
    return (cmTile ?? cmView).view.state.doc.toString();
  });
}
