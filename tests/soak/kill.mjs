import { once } from 'node:events';
import { journalled, newNote, stored, writeOn } from './note-window.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').ElectronApplication} App */

/** Words that are older than this, ms, must outlive any kill. */
export const OLDEST_LOST = 1_000;

/**
 * @typedef {object} Kill
 * @property {number} typed words that the window had taken when it was killed
 * @property {number} kept of them, those in the window's store after the restart
 * @property {number} journalled the same of the journal
 * @property {number} lost age of the oldest word that is lost, ms; 0 for none
 */

/**
 * A robot types numbered words into one note; at random moments every process of the app is killed, and after the
 * restart the words are counted. Throws when the note is anything but the words from the first to some last one.
 * @param {number} rounds
 * @param {() => Promise<{ app: App, page: Page }>} start starts the app, with the same profile each time
 * @param {(kill: Kill, round: number) => void} tell
 */
export async function killRounds(rounds, start, tell) {
  let { app, page } = await start();
  const id = await newNote(page);
  // Questions and headings of the template are not ours.
  const lead = wordsOf((await stored(page, id))?.note.text ?? '').length;
  await page.waitForTimeout(1_000);
  let first = 1;
  for (let round = 1; round <= rounds; round += 1) {
    await writeOn(page, id);
    await endWord(page, (await stored(page, id))?.note.text ?? '', first - 1);
    const typing = type(page, first);
    await page.waitForTimeout(300 + Math.random() * 2_000);
    const at = killAll(app);
    const typed = await typing;
    await at.ended;
    ({ app, page } = await start());
    await page.locator('h1').waitFor();
    const kept = numbers(wordsOf((await stored(page, id))?.note.text ?? '').slice(lead));
    const inJournal = numbers(wordsOf((await journalled(page, id))?.fields?.text ?? '').slice(lead));
    const oldest = typed.find(({ number }) => number > kept);
    const lost = oldest ? at.time - oldest.time : 0;
    tell({ typed: typed.at(-1)?.number ?? first - 1, kept, journalled: inJournal, lost }, round);
    first = kept + 1;
  }
  return { app, page, id };
}

/** Kills every process of an app. @param {App} app */
export function killAll(app) {
  const child = app.process();
  const ended = once(child, 'exit');
  const time = Date.now();
  // A group of its own, which Playwright makes everywhere but on Windows.
  process.kill(process.platform === 'win32' ? Number(child.pid) : -Number(child.pid), 'SIGKILL');
  return { time, ended };
}

/** A word that was cut in two is taken back; behind a whole one comes a space. @param {Page} page */
async function endWord(page, /** @type {string} */ text, /** @type {number} */ last) {
  const tail = /\S*$/.exec(text)?.[0] ?? '';
  if (last > 0 && tail === `w${last}`) await page.keyboard.press('Space');
  else if (last > 0) for (const _ of tail) await page.keyboard.press('Backspace');
}

/** Types until the window is gone. @param {Page} page @param {number} first */
async function type(page, first) {
  const typed = [];
  try {
    for (let number = first; ; number += 1) {
      await page.keyboard.type(`w${number}`);
      await page.keyboard.press(number % 12 === 0 ? 'Enter' : 'Space');
      typed.push({ number, time: Date.now() });
      // Now and then a person thinks, and the app has time to say "Saved".
      await page.waitForTimeout(Math.random() < 0.05 ? Math.random() * 800 : Math.random() * 30);
    }
  } catch (error) {
    if (page.isClosed() || /closed|crashed/i.test(String(error))) return typed;
    throw error;
  }
}

/** @param {string} text */
const wordsOf = (text) => text.split(/\s+/).filter((word) => word !== '');

/** How many words there are; they must be the first ones, in order, and whole but for the last. @param {string[]} words */
function numbers(words) {
  const half = words.findIndex((word, at) => word !== `w${at + 1}`);
  if (half < 0) return words.length;
  if (half === words.length - 1 && `w${half + 1}`.startsWith(words[half] ?? '')) return half;
  throw new Error(`Word ${half + 1} is ${words.slice(half, half + 3).join(' ')}: the note is not what was typed.`);
}
