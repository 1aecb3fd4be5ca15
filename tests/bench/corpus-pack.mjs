import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, ROOT } from '../../scripts/runtime/paths.mjs';
import { openToAll } from '../../scripts/runtime/place.mjs';
import { folderFor } from './own-folders.mjs';

const CORPUS = join(ROOT, '../shared/corpora/18f-guides/files');

/** A real site of 256 pages as a pack, where it stands beside the project; else one of the starter packs. */
export function corpusPack() {
  const folder = folderFor('corpus');
  if (existsSync(CORPUS)) {
    tool(['adopt', CORPUS, '--id', '18f-guides', '--title', '18F Guides', '--out', join(folder, 'source')]);
    tool(['build', join(folder, 'source'), '--out', join(folder, 'packs'), '--tree']);
  } else {
    console.log('skipped: ../shared/corpora/18f-guides is not here; a starter pack is measured instead');
    tool(['build', join(ROOT, 'content/engage-early'), '--out', join(folder, 'packs'), '--tree']);
  }
  openToAll(folder);
  return packIn(join(folder, 'packs'));
}

/** @param {string} folder */
export function packIn(folder) {
  const file = readdirSync(folder).find((name) => name.endsWith('.satchel'));
  if (!file) throw new Error(`No pack in ${folder}`);
  return { folder, file: join(folder, file) };
}

/** @param {readonly string[]} args */
export function tool(args) {
  mkdirSync(join(OUT, 'tool'), { recursive: true });
  execFileSync(process.execPath, [join(OUT, 'tool/satchel.js'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}
