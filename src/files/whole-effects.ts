import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { access, lstat, open, readlink, rename, rm } from 'node:fs/promises';

type Maybe<T> = T | Promise<T>;

/** A file on its way. */
export interface HalfFile {
  /** Writes some of the bytes; how many it were. */
  write(bytes: Uint8Array): Maybe<number>;
  /** Bytes that the file has now. */
  size(): Maybe<number>;
  chmod(mode: number): Maybe<void>;
  sync(): Maybe<void>;
  close(): Maybe<void>;
}

/** What stands at a path. `mode`: the rights of owner, group and others. */
interface Standing {
  readonly kind: 'file' | 'link' | 'other';
  readonly mode: number;
}

/** The file system calls that a whole file is made of; tests count and break them one by one. */
export interface WholeEffects {
  /** What stands there itself, a link not followed; `null` for nothing. */
  look(path: string): Maybe<Standing | null>;
  readLink(path: string): Maybe<string>;
  /** @throws where this person may not write to it */
  demandWritable(path: string): Maybe<void>;
  /** A new file; fails where one is. */
  create(path: string, mode: number): Maybe<HalfFile>;
  rename(from: string, to: string): Maybe<void>;
  remove(path: string): Maybe<void>;
  /** Makes a new name in a folder last. */
  syncFolder(path: string): Maybe<void>;
}

/** Calls that are waited for: nothing else stands still meanwhile. */
export const wholeEffects: WholeEffects = {
  look: (path) => lstat(path).then(standing, (error) => absent(error)),
  readLink: (path) => readlink(path),
  demandWritable: (path) => access(path, constants.W_OK),
  async create(path, mode) {
    const file = await open(path, 'wx', mode);
    return {
      write: async (bytes) => (await file.write(bytes)).bytesWritten,
      size: async () => (await file.stat()).size,
      chmod: (to) => file.chmod(to),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  async syncFolder(path) {
    // Windows cannot open a folder and needs no such call.
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};

/** Calls that answer at once. */
export const nowEffects: WholeEffects = {
  look(path) {
    try {
      return standing(lstatSync(path));
    } catch (error) {
      return absent(error);
    }
  },
  readLink: (path) => readlinkSync(path),
  demandWritable: (path) => accessSync(path, constants.W_OK),
  create(path, mode) {
    const file = openSync(path, 'wx', mode);
    return {
      write: (bytes) => writeSync(file, bytes),
      size: () => fstatSync(file).size,
      chmod: (to) => fchmodSync(file, to),
      sync: () => fsyncSync(file),
      close: () => closeSync(file),
    };
  },
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  syncFolder(path) {
    if (process.platform === 'win32') return;
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  },
};

function standing(stat: Stats): Standing {
  const kind = stat.isFile() ? 'file' : stat.isSymbolicLink() ? 'link' : 'other';
  return { kind, mode: stat.mode & 0o777 };
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
