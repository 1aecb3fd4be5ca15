/** @typedef {import('playwright-core').Page} Page */

/** Notes that are written in one go. */
const PIECE = 200;

/**
 * Puts copies of a note with texts of their own into the window's store and into the journal, as years of work would.
 * The app sees them at its next start.
 * @param {Page} page
 * @param {string} id the note that is copied
 * @param {{ count: number, bytes: number }} size of all, and of each text
 * @param {(text: string) => void} progress
 */
export async function fillNotes(page, id, { count, bytes }, progress) {
  for (let from = 0; from < count; from += PIECE) {
    await page.evaluate(writeCopies, { id, from, count: Math.min(PIECE, count - from), bytes });
    progress(`${from} of ${count} notes`);
  }
}

/** Runs in the page. @param {{ id: string, from: number, count: number, bytes: number }} what */
async function writeCopies({ id, from, count, bytes }) {
  /** @type {IDBDatabase} */
  const db = await new Promise((resolve, reject) => {
    const open = indexedDB.open('satchel-notes');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  /** @type {{ note: Record<string, unknown> }} */
  const row = await new Promise((resolve, reject) => {
    const get = db.transaction('notes').objectStore('notes').get(id);
    get.onsuccess = () => resolve(get.result);
    get.onerror = () => reject(get.error);
  });
  const rows = Array.from({ length: count }, (_, at) => {
    const key = `00000000-0000-4000-8000-${String(from + at).padStart(12, '0')}`;
    return { ...row, id: key, note: { ...row.note, id: key, title: `Made note ${from + at}`, text: made(from + at) } };
  });
  const change = db.transaction('notes', 'readwrite');
  for (const one of rows) change.objectStore('notes').put(one);
  await new Promise((resolve, reject) => {
    change.oncomplete = resolve;
    change.onabort = () => reject(change.error);
  });
  db.close();
  /** @type {any} */
  const { satchel } = window;
  const drafts = rows.map((one) => ({ note: one.id, rev: '1', parent: null, op: 'put', fields: one.note }));
  const kept = await satchel.call['journal:keep'](drafts);
  if (!kept.ok) throw new Error(JSON.stringify(kept));

  /** Words of a vocabulary of 4,000, the same for a number each time. @param {number} number */
  function made(number) {
    let seed = number * 7919 + 1;
    let text = '';
    while (text.length < bytes) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const word = Math.floor(((seed >> 8) % 4_000) ** 0.9).toString(26);
      text += `${word.replace(/\d/g, (digit) => 'aeioulnrst'.charAt(Number(digit)))}${seed % 97 === 0 ? '.\n\n' : ' '}`;
    }
    return text;
  }
}
