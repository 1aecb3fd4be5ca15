import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { type Disk, isDiskError, realDisk } from './disk.ts';
import { writeOnDisk } from './whole-on-disk.ts';

const MEGABYTE = 1024 * 1024;
export const BALLAST = 16 * MEGABYTE;
/** With less than this the app only reads: Chromium's own store loses everything on a full disk. */
export const LOW_SPACE = 64 * MEGABYTE;

/** How much may still be written. */
interface Space {
  /** Bytes, without those of the ballast. */
  readonly free: number;
  /** Whether nothing more should be written than must be. */
  readonly low: boolean;
  /** `dropped` is said once: the ballast went just now. */
  readonly ballast: 'kept' | 'dropped' | 'absent';
}

export interface Ballast {
  /** Looks at the space, and makes or drops the ballast as is right. Refusals of the disk count as no ballast. */
  look(): Promise<Space>;
}

/** A file that only takes up space, to be given back when a full disk would damage what others write. */
export function openBallast(folder: string, disk: Disk = realDisk): Ballast {
  const path = join(folder, 'ballast');
  let turn: Promise<unknown> = Promise.resolve();
  return {
    look() {
      const looked = turn.then(() => lookAt(path, folder, disk));
      turn = looked.catch(() => {});
      return looked;
    },
  };
}

async function lookAt(path: string, folder: string, disk: Disk): Promise<Space> {
  const free = await disk.free(folder);
  const size = await disk.look(path).then(
    (found) => found?.size ?? 0,
    () => 0,
  );
  // As if the ballast were always there: else dropping it would end the shortage it was dropped for.
  const low = free - (BALLAST - Math.min(size, BALLAST)) < LOW_SPACE;
  if (low && size > 0) return { free, low, ballast: (await gone(path, disk)) ? 'dropped' : 'kept' };
  if (low) return { free, low, ballast: 'absent' };
  if (size >= BALLAST) return { free, low, ballast: 'kept' };
  return { free, low, ballast: (await make(path, disk)) ? 'kept' : 'absent' };
}

const gone = (path: string, disk: Disk): Promise<boolean> => disk.remove(path).then(() => true, expected);

async function make(path: string, disk: Disk): Promise<boolean> {
  try {
    await disk.remove(path);
    await writeOnDisk(path, chance(), disk);
    return true;
  } catch (error) {
    await gone(path, disk);
    return expected(error);
  }
}

/** Random, or a disk that compresses would keep no room. */
async function* chance(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < BALLAST; at += MEGABYTE) yield randomFillSync(new Uint8Array(MEGABYTE));
}

function expected(error: unknown): false {
  if (isDiskError(error)) return false;
  throw error;
}
