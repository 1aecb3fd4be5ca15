import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownFile, ownFolder, removeFolder } from '../../scripts/runtime/launch.mjs';

/** @type {string[]} */
const folders = [];
process.on('exit', () => {
  for (const folder of folders) removeFolder(folder);
});

/** A folder that lasts until the benchmark ends. @param {string} name */
export function folderFor(name) {
  const folder = mkdtempSync(join(tmpdir(), `satchel-${name}-`));
  folders.push(folder);
  return folder;
}

/**
 * The same, owned by the app's user: a profile.
 * @param {import('../../scripts/runtime/launch.mjs').Bench} bench
 */
export function newHome(bench) {
  const home = ownFolder(bench.person, 'bench');
  folders.push(home);
  return home;
}

/**
 * A profile past the first-run screen.
 * @param {import('../../scripts/runtime/launch.mjs').Bench} bench
 */
export function welcomedHome(bench) {
  const home = newHome(bench);
  ownFile(bench.person, join(home, 'settings.json'), JSON.stringify({ welcomed: true }));
  return home;
}
