import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownFolder, removeFolder } from '../../scripts/runtime/launch.mjs';

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
