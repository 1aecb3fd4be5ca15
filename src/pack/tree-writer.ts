import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PackEntry } from './pack-entries.ts';

/** Writes entries as a folder of files, as a web server, a share or a stick would hold them. Replaces what is there. */
export async function writeTree(entries: readonly PackEntry[], directory: string): Promise<void> {
  const half = `${directory}.part`;
  await rm(half, { recursive: true, force: true });
  try {
    for (const { name, bytes } of entries) {
      const path = join(half, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
    await rm(directory, { recursive: true, force: true });
    await rename(half, directory);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  }
}
