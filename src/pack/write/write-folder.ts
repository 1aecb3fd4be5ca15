import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { halfOf } from '#files/half-file.ts';
import { makePath } from '#files/make-folder.ts';
import { writeWhole } from '#files/write-whole.ts';
import type { PackEntry } from './pack-entries.ts';

/** Writes entries as a folder of files, as a web server, a share or a stick would hold them. Replaces what is there. */
export async function writeFolder(entries: readonly PackEntry[], directory: string): Promise<void> {
  const half = halfOf(directory);
  try {
    for (const { name, bytes } of entries) {
      const path = join(half, name);
      await makePath(dirname(path));
      await writeWhole(path, bytes);
    }
    await rm(directory, { recursive: true, force: true });
    await rename(half, directory);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  }
}
