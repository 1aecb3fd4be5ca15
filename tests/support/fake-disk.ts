import { dirname } from 'node:path';
import type { Disk, DiskFile } from '#main/notes/journal/disk.ts';

interface Inode {
  now: Buffer;
  /** What a power cut leaves. */
  durable: Buffer;
  changed: number;
}

export interface FakeDiskOptions {
  /** Called before each call with its number, from 1; may throw or wait. */
  readonly before?: (call: number, name: string, path: string) => void | Promise<void>;
  /** Bytes that may be written in all. */
  readonly room?: number;
}

/** A disk in memory that forgets, in a power cut, whatever was not synced: content and names. */
export class FakeDisk implements Disk {
  calls = 0;
  room: number;
  before: FakeDiskOptions['before'];
  #names = new Map<string, Inode>();
  #durableNames = new Map<string, Inode>();
  #clock = 0;

  constructor(options: FakeDiskOptions = {}) {
    this.before = options.before;
    this.room = options.room ?? Number.POSITIVE_INFINITY;
  }

  /**
   * The same disk after a power cut. `torn` says, between 0 and 1, how much of what was not synced is there all the
   * same, by chance.
   */
  afterPowerCut(torn: () => number = () => 0): FakeDisk {
    const disk = new FakeDisk();
    const left = torn() < 0.5 ? this.#durableNames : new Map([...this.#durableNames, ...this.#names]);
    for (const [path, inode] of left) {
      const { now, durable } = inode;
      const grown = now.length > durable.length && now.subarray(0, durable.length).equals(durable);
      const some = durable.length + Math.floor((now.length - durable.length) * torn());
      const content = Buffer.from(grown ? now.subarray(0, some) : durable);
      const kept = { now: content, durable: content, changed: 1 };
      disk.#names.set(path, kept);
      disk.#durableNames.set(path, kept);
    }
    return disk;
  }

  bytes(path: string): Buffer {
    return this.#inode(path).now;
  }

  put(path: string, bytes: Uint8Array): void {
    const content = Buffer.from(bytes);
    const inode = { now: content, durable: content, changed: ++this.#clock };
    this.#names.set(path, inode);
    this.#durableNames.set(path, inode);
  }

  async names(folder: string): Promise<readonly string[]> {
    await this.#call('names', folder);
    return [...this.#names.keys()]
      .filter((path) => dirname(path) === folder)
      .map((path) => path.slice(folder.length + 1));
  }

  async makeFolder(folder: string): Promise<void> {
    await this.#call('makeFolder', folder);
  }

  async read(path: string): Promise<Uint8Array> {
    await this.#call('read', path);
    return Buffer.from(this.#inode(path).now);
  }

  async *pieces(path: string): AsyncGenerator<Uint8Array> {
    const bytes = await this.read(path);
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  }

  async look(path: string): Promise<{ readonly size: number; readonly changed: number } | null> {
    await this.#call('look', path);
    const inode = this.#names.get(path);
    return inode ? { size: inode.now.length, changed: inode.changed } : null;
  }

  async create(path: string): Promise<DiskFile> {
    await this.#call('create', path);
    if (this.#names.has(path)) throw diskError('EEXIST');
    const inode = { now: Buffer.alloc(0), durable: Buffer.alloc(0), changed: ++this.#clock };
    this.#names.set(path, inode);
    return this.#file(path, inode);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#call('rename', from);
    this.#names.set(to, this.#inode(from));
    this.#names.delete(from);
  }

  async remove(path: string): Promise<void> {
    await this.#call('remove', path);
    const inode = this.#names.get(path);
    if (inode) this.room += inode.now.length;
    this.#names.delete(path);
  }

  async syncFolder(folder: string): Promise<void> {
    await this.#call('syncFolder', folder);
    const here = (path: string): boolean => dirname(path) === folder;
    for (const path of [...this.#durableNames.keys()].filter(here)) this.#durableNames.delete(path);
    for (const [path, inode] of this.#names) if (here(path)) this.#durableNames.set(path, inode);
  }

  async free(folder: string): Promise<number> {
    await this.#call('free', folder);
    return this.room;
  }

  #file(path: string, inode: Inode): DiskFile {
    return {
      write: async (bytes, at) => {
        const grows = Math.max(0, at + bytes.length - inode.now.length);
        const fits = grows <= this.room ? bytes : bytes.subarray(0, Math.max(0, bytes.length - (grows - this.room)));
        const next = Buffer.alloc(Math.max(inode.now.length, at + fits.length));
        inode.now.copy(next);
        try {
          await this.#call('write', path);
        } catch (error) {
          // A write that fails may have come half way.
          next.set(fits.subarray(0, fits.length >> 1), at);
          inode.now = next.subarray(0, at + (fits.length >> 1));
          throw error;
        }
        next.set(fits, at);
        this.room -= Math.max(0, next.length - inode.now.length);
        inode.now = next;
        inode.changed = ++this.#clock;
        if (fits.length < bytes.length) throw diskError('ENOSPC');
      },
      sync: async () => {
        await this.#call('sync', path);
        inode.durable = Buffer.from(inode.now);
      },
      cut: async (length) => {
        await this.#call('cut', path);
        this.room += Math.max(0, inode.now.length - length);
        inode.now = inode.now.subarray(0, length);
      },
      close: () => this.#call('close', path),
    };
  }

  #inode(path: string): Inode {
    const inode = this.#names.get(path);
    if (!inode) throw diskError('ENOENT');
    return inode;
  }

  async #call(name: string, path: string): Promise<void> {
    this.calls++;
    await this.before?.(this.calls, name, path);
  }
}

export const diskError = (code: string): Error => Object.assign(new Error(code), { code });

/** Breaks one call of all, and whatever comes after it when `onwards`. */
export const failAt =
  (at: number, code: string, onwards = false): NonNullable<FakeDiskOptions['before']> =>
  (call) => {
    if (call === at || (onwards && call > at)) throw diskError(code);
  };
