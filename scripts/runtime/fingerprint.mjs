import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * What a set of files is now: their names, sizes and times. Differs when any was changed, added or taken away.
 * @param {readonly string[]} paths files and folders, from the root
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(join(ROOT, path))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(ROOT, file)}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {readonly string[]}
 */
function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Runs work whose result stands for a set of files, unless it stands already.
 * @param {{ stamp: string, inputs: readonly string[], output: string, force: boolean }} what `stamp` is a file that
 *   remembers the fingerprint; `output` a file or folder that must exist
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether it ran
 */
export async function whenChanged({ stamp, inputs, output, force }, work) {
  const now = fingerprint(inputs);
  if (!force && existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
