import { dirname, join } from 'node:path';
import { makePath } from '#files/make-folder.ts';
import { writeWhole } from '#files/write-whole.ts';
import { writeFailure } from '#tool/failure.ts';
import type { Edition } from './repository.ts';
import { type OnceEffects, onceEffects, writeOnce } from './write-once.ts';

/** Laptops and caches keep what such a name once held. All others are named by what they hold, or are `timestamp.json`. */
const NUMBERED = /^metadata\/\d+\./;

/**
 * Writes what is new, in its order: `timestamp.json` comes last, so that until then a reader sees the repository as it
 * was. Names of all other files are never used twice.
 * @throws Failure what the disk said, or where a name is used
 */
export async function writeEdition(
  folder: string,
  { files }: Edition,
  effects: OnceEffects = onceEffects,
): Promise<void> {
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    try {
      await makePath(dirname(path));
      if (NUMBERED.test(name)) await writeOnce(path, bytes, {}, effects);
      else await writeWhole(path, bytes, {}, effects);
    } catch (error) {
      throw writeFailure(error, path);
    }
  }
}
