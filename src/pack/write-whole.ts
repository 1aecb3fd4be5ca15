import { open, rename, rm } from 'node:fs/promises';
import { halfOf } from './half-file.ts';

/** Writes a file that appears whole, on the disk, or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  const half = halfOf(path);
  try {
    const file = await open(half, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
