import { createWriteStream, mkdirSync } from 'node:fs';
import { chmod, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

const LINK = 0o120000;

/**
 * Unpacks a ZIP file whose bytes were checked before.
 * @param {string} file
 * @param {string} folder
 * @param {(name: string) => string | null} place where an entry goes in the folder, or `null` to leave it out
 * @param {(text: string) => void} progress
 */
export async function unzip(file, folder, place, progress) {
  const zip = await openPromise(file, { lazyEntries: true });
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    seen += 1;
    progress(`unpacking, ${Math.floor((seen / zip.entryCount) * 100)} %`);
    const name = place(entry.fileName);
    if (name === null || name === '' || name.endsWith('/')) continue;
    const target = join(folder, name);
    mkdirSync(dirname(target), { recursive: true });
    const mode = entry.externalFileAttributes >>> 16;
    const bytes = await zip.openReadStreamPromise(entry);
    if ((mode & 0o170000) === LINK) await symlink(await text(bytes), target);
    else {
      await pipeline(bytes, createWriteStream(target));
      if ((mode & 0o111) !== 0) await chmod(target, 0o755);
    }
  }
}
