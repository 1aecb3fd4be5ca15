import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownFolder } from '../../scripts/runtime/launch.mjs';
import { ROOT } from '../../scripts/runtime/paths.mjs';
import { openToAll } from '../../scripts/runtime/place.mjs';

/**
 * The built app with other files for its window: file names (`index.html`, `assets/x.js`) and what they hold.
 * @param {Readonly<Record<string, string>>} files
 * @param {import('../../scripts/runtime/person.mjs').Person | null} person
 */
export function otherPage(files, person) {
  const folder = ownFolder(person, 'page');
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/reader', 'resources/packs'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, 'out/renderer', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  openToAll(folder);
  return folder;
}
