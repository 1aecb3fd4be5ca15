import { join } from 'node:path';
import { end } from '../../scripts/runtime/launch.mjs';
import { journalled, newNote, stored, writeOn } from './note-window.mjs';
import { openProfile } from './profile.mjs';

/** @typedef {import('playwright-core').ElectronApplication} App */

const EDITS = 500;

/**
 * Two windows of the real app on one note, in one profile. Words are put in by turns, at the end, where both meet in
 * one paragraph, and at the beginning.
 * @type {import('../../scripts/soak.mjs').Row}
 */
export async function soakWindows(bench, progress) {
  const { app, page } = await openProfile(bench).start();
  const id = await newNote(page);
  const pages = [page, await secondWindow(app, join(bench.place.app, 'out/preload/index.cjs'))];
  for (const one of pages) await writeOn(one, id);
  const words = [];
  for (let edit = 1; edit <= EDITS; edit += 1) {
    const side = Math.random() < 0.5 ? 0 : 1;
    const { keyboard } = pages[side] ?? page;
    const word = `${side === 0 ? 'a' : 'b'}${edit}`;
    await keyboard.press(Math.random() < 0.7 ? 'ControlOrMeta+End' : 'ControlOrMeta+Home');
    // In one piece, as a word from a list of suggestions comes.
    await keyboard.insertText(`${word} `);
    words.push(word);
    await page.waitForTimeout(Math.random() * 60);
    progress(`${edit} of ${EDITS} edits`);
  }
  await page.waitForTimeout(3_000);
  const inStore = (await stored(page, id))?.note.text ?? '';
  const inJournal = (await journalled(page, id))?.fields?.text ?? '';
  await end(app);
  const found = inStore.split(/\s+/).filter((word) => /^[ab]\d+$/.test(word));
  const lost = words.filter((word) => !found.includes(word));
  return {
    figures: { edits: EDITS, 'words lost': lost.length, 'words there twice': found.length - new Set(found).size },
    wrong: [
      ...(lost.length > 0 ? [`Lost: ${lost.slice(0, 20).join(' ')}`] : []),
      ...(inStore === inJournal ? [] : ['Store and journal have different texts.']),
    ],
  };
}

/**
 * The app has one window and main answers to no other: here a second one asks in the name of the first.
 * @param {App} app
 * @param {string} preload
 */
async function secondWindow(app, preload) {
  const opened = app.waitForEvent('window');
  await app.evaluate(async ({ BrowserWindow, ipcMain }, path) => {
    const [first] = BrowserWindow.getAllWindows();
    if (!first) throw new Error('No window');
    const second = new BrowserWindow({
      webPreferences: { preload: path, sandbox: true, contextIsolation: true, nodeIntegration: false },
    });
    /** @type {Map<string, (event: object, ...args: unknown[]) => unknown>} */
    const handlers = Reflect.get(ipcMain, '_invokeHandlers');
    const { webContents } = first;
    for (const [name, answer] of handlers) {
      second.webContents.ipc.handle(name, (_event, ...args) =>
        answer({ sender: webContents, senderFrame: webContents.mainFrame }, ...args),
      );
    }
    await second.loadURL('app://satchel/library');
  }, preload);
  const page = await opened;
  await page.locator('h1').waitFor();
  return page;
}
