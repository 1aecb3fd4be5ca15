import { type FileHandle, open, readdir, rename, stat, statfs, unlink } from 'node:fs/promises';
import { makeFolder } from '#files/make-folder.ts';
import { openRegular, readRegular } from '#files/regular-file.ts';

/** A file that is being written. */
export interface DiskFile {
  /** Writes all bytes at a place. */
  write(bytes: Uint8Array, at: number): Promise<void>;
  /** Answers when the disk has what was written. */
  sync(): Promise<void>;
  /** Cuts the file. */
  cut(length: number): Promise<void>;
  close(): Promise<void>;
}

/** The file system calls that journal, snapshots and ballast are made of; tests break them one by one. */
export interface Disk {
  /** Names in a folder; none when the folder is absent. */
  names(folder: string): Promise<readonly string[]>;
  /** Makes a folder in one that stands. */
  makeFolder(folder: string): Promise<void>;
  read(path: string): Promise<Uint8Array>;
  /** In pieces, for large files. */
  pieces(path: string): AsyncIterable<Uint8Array>;
  /** Size in bytes and time of the last change, ms; `null` when the file is absent. */
  look(path: string): Promise<{ readonly size: number; readonly changed: number } | null>;
  /** A new file, for this person only; fails where one is. */
  create(path: string): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; none there is no failure. */
  remove(path: string): Promise<void>;
  /** Makes new, renamed and removed names of a folder last. */
  syncFolder(folder: string): Promise<void>;
  /** Bytes that may still be written; endless where the system does not say. */
  free(folder: string): Promise<number>;
}

const PIECE = 256 * 1024;

export const realDisk: Disk = {
  names: (folder) => readdir(folder).catch((error) => (hasCode(error, 'ENOENT') ? [] : Promise.reject(error))),
  makeFolder,
  read: (path) => readRegular(path),
  async *pieces(path) {
    const handle = await openRegular(path);
    try {
      for (;;) {
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  },
  look: (path) =>
    stat(path).then(
      ({ size, mtimeMs }) => ({ size, changed: mtimeMs }),
      (error) => (hasCode(error, 'ENOENT') ? null : Promise.reject(error)),
    ),
  create: async (path) => diskFile(await open(path, 'wx', 0o600)),
  rename,
  // Of a folder in its place `rm` says so in words of its own, which are not the disk's.
  remove: (path) => unlink(path).catch((error) => (hasCode(error, 'ENOENT') ? undefined : Promise.reject(error))),
  async syncFolder(folder) {
    // Windows cannot open a folder and needs no such call.
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  free: (folder) =>
    statfs(folder).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => Number.POSITIVE_INFINITY,
    ),
};

function diskFile(handle: FileHandle): DiskFile {
  return {
    async write(bytes, at) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
        // A disk that takes no byte and says nothing would be asked for ever.
        if (bytesWritten === 0) throw Object.assign(new Error('ENOSPC: the disk takes no more'), { code: 'ENOSPC' });
        done += bytesWritten;
      }
    },
    sync: () => handle.datasync(),
    cut: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);

/** Whether the disk refused, which can be expected; anything else is a bug. */
export const isDiskError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code);

/** Whether a name that should be new was taken already. */
export const isTaken = (error: unknown): boolean => hasCode(error, 'EEXIST');

export const isFull = (error: unknown): boolean => hasCode(error, 'ENOSPC', 'EDQUOT');

/** Clears away what was left unfinished. What the disk does not let go keeps nothing else from being written. */
export async function clearAway(paths: readonly string[], disk: Pick<Disk, 'remove'>): Promise<void> {
  for (const path of paths) {
    try {
      await disk.remove(path);
    } catch (error) {
      if (!isDiskError(error)) throw error;
    }
  }
}
