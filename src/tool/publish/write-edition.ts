import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type WholeEffects, wholeEffects } from '#files/whole-effects.ts';
import { writeWhole } from '#files/write-whole.ts';
import { writeFailure } from '#tool/failure.ts';
import type { Edition } from './repository.ts';

/**
 * Writes what is new, in its order: `timestamp.json` comes last, so that until then a reader sees the repository as it
 * was. Names of all other files are never used twice.
 * @throws Failure what the disk said
 */
export async function writeEdition(
  folder: string,
  { files }: Edition,
  effects: WholeEffects = wholeEffects,
): Promise<void> {
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeWhole(path, bytes, {}, effects);
    } catch (error) {
      throw writeFailure(error, path);
    }
  }
}
