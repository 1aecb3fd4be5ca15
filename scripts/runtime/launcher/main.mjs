// What an official Electron keeps in its default_app.asar, as far as we need it: `electron DIR` starts the app in DIR.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  process.stderr.write('Name the folder of the app.\n');
  process.exit(2);
}
const folder = resolve(given);
const { name, productName, version, main } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
Object.assign(process, { defaultApp: true });
// Electron has these two for its own launcher and does not document them.
const shell = /** @type {typeof app & { setVersion(version: string): void, setAppPath(path: string): void }} */ (app);
shell.setName(productName ?? name);
shell.setVersion(version);
shell.setAppPath(folder);
// A driver that attaches while the first page is on its way can miss it; it calls this function when it is there.
if (process.argv.includes('--wait-for-driver')) {
  const driven = new Promise((done) => {
    Object.assign(globalThis, { __playwright_run: () => done(undefined) });
  });
  const ready = app.whenReady();
  app.whenReady = () => Promise.all([ready, driven]).then(() => undefined);
}
// Awaited here, or Electron is ready before the app has registered its scheme.
await import(pathToFileURL(resolve(folder, main)).href);
