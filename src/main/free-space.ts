import { statfs } from 'node:fs/promises';

/** Bytes that may still be written to the disk of a folder; endless where the system does not say. */
export async function freeSpace(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
