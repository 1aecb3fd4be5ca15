import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { resolveElectron } from '../runtime/electron.mjs';
import { launch, openBench, ownFolder } from '../runtime/launch.mjs';
import { openToAll } from '../runtime/place.mjs';
import { say } from '../runtime/say.mjs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'];
const PATIENCE_MS = 60_000;

/** One window of Electron and nothing of Satchel: Chromium where no browser is installed. */
const EMPTY = `
const { app, BrowserWindow } = require('electron');
app.setPath('userData', require('node:path').join(process.env.SATCHEL_HOME, 'profile'));
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } }).loadURL('about:blank'));
app.on('window-all-closed', () => app.quit());
`;

/** @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> } | null>} */
async function openBrowser() {
  const installed = BROWSERS.find((path) => existsSync(path));
  if (installed && process.getuid?.() !== 0) {
    const browser = await chromium.launch({ executablePath: installed });
    return { page: await browser.newPage({ viewport: { width: 1280, height: 800 } }), close: () => browser.close() };
  }
  const runtime = await resolveElectron().catch(() => null);
  if (!runtime) return null;
  const bench = await openBench(runtime);
  const folder = ownFolder(bench.person, 'gallery');
  const code = join(folder, 'app');
  mkdirSync(code);
  writeFileSync(join(code, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(code, 'main.cjs'), EMPTY);
  openToAll(code);
  const app = await launch(bench, { home: folder, app: code });
  return { page: await app.firstWindow(), close: () => app.close() };
}

/**
 * Opens each state, and the parts, and tells which did not come up or complained.
 * @param {string} address
 * @param {readonly { name: string, inApp?: true, narrow?: true }[]} states
 * @param {string} word
 * @returns {Promise<number>} exit code
 */
export async function checkGallery(address, states, word) {
  const browser = await openBrowser();
  if (!browser) {
    say('Skipped: no browser is here, and no Electron to take its place.');
    return 0;
  }
  const { page, close } = browser;
  /** @type {string[]} */
  let said = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  const names = ['parts', ...states.filter(({ inApp }) => !inApp).map(({ name }) => name)].filter((name) =>
    name.includes(word),
  );
  let failed = 0;
  for (const name of names) {
    said = [];
    const narrow = states.find((state) => state.name === name)?.narrow;
    await page.setViewportSize(narrow ? { width: 640, height: 400 } : { width: 1280, height: 800 });
    await page.goto(new URL(name === 'parts' ? '/parts' : `/state/${name}`, address).href);
    const end = await page
      .waitForFunction(() => document.documentElement.dataset.gallery, null, { timeout: PATIENCE_MS })
      .then((answer) => answer.jsonValue())
      .catch((error) => String(error));
    if (end === 'shown' && said.length === 0) continue;
    failed += 1;
    say(`${name}: ${[end, ...said].join('\n  ').slice(0, 600)}`);
  }
  await close();
  say(`${names.length - failed} of ${names.length} open in the gallery without an error.`);
  return failed === 0 ? 0 : 1;
}
