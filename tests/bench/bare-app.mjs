import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openToAll } from '../../scripts/runtime/place.mjs';
import { newHome } from './own-folders.mjs';

/**
 * The least that can be called an Electron app: one sandboxed window with a line of text and, for the installation
 * benchmark, one call that hands over rows. What Satchel is compared with.
 * @param {import('../../scripts/runtime/launch.mjs').Bench} bench
 * @returns {string} its folder
 */
export function bareApp(bench) {
  const folder = newHome(bench);
  const put = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(folder, name), text);
  put('package.json', JSON.stringify({ name: 'bare', version: '1.0.0', type: 'module', main: 'main.js' }));
  put('index.html', '<!doctype html><meta charset="utf-8"><title>Bare</title><p>Ready</p>');
  put(
    'preload.cjs',
    "const { contextBridge, ipcRenderer } = require('electron');\ncontextBridge.exposeInMainWorld('rows', (file) => ipcRenderer.invoke('rows', file));\n",
  );
  put('main.js', MAIN);
  openToAll(folder);
  return folder;
}

const MAIN = `
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { app, BrowserWindow, ipcMain, protocol } from 'electron';
app.setPath('userData', join(process.env.SATCHEL_HOME, 'profile'));
protocol.registerSchemesAsPrivileged([{ scheme: 'bare', privileges: { standard: true, secure: true } }]);
// Reads and inflates what a list of compressed files names; nothing is checked.
ipcMain.handle('rows', (_event, file) => JSON.parse(readFileSync(file, 'utf8')).map(({ path, kind }) => {
  const bytes = readFileSync(path);
  return { kind, bytes: path.endsWith('.br') ? brotliDecompressSync(bytes) : bytes };
}));
app.whenReady().then(() => {
  protocol.handle('bare', () => new Response(readFileSync(join(import.meta.dirname, 'index.html')), { headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, preload: join(import.meta.dirname, 'preload.cjs') } });
  window.loadURL('bare://app/');
});
app.on('window-all-closed', () => app.quit());
`;
