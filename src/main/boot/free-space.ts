import { statfsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { LOW_SPACE } from '../notes/journal/ballast.ts';

/** Bytes that may still be written to the disk of a folder; endless where the system does not say. */
export async function freeSpace(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Whether it is too little to write to the window's store at all; asked before its first write. */
export function isLow(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LOW_SPACE;
  } catch {
    return false;
  }
}
