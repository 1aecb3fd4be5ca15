import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type HalfFile, type WholeEffects, wholeEffects } from '#files/whole-effects.ts';

interface Inode {
  now: Buffer;
  /** What is on the disk: nothing until it is synced. */
  durable: Buffer;
}

/** What a call gets after the power went. */
export class PowerCut extends Error {}

/**
 * The real disk, with a note of what of it would outlive a power cut: bytes that were synced, and names in folders that
 * were. The power goes before a call, by its number; nothing is done after that.
 */
export class CutDisk {
  calls = 0;
  readonly #at: number;
  #names = new Map<string, Inode>();
  readonly #durable = new Map<string, Inode>();

  /** @param standing files that are on the disk already @param at number of the call; 0 for none */
  constructor(standing: readonly string[], at: number) {
    this.#at = at;
    for (const path of standing) {
      const bytes = readFileSync(path);
      this.#durable.set(path, { now: bytes, durable: bytes });
    }
    this.#names = new Map(this.#durable);
  }

  /** One call. */
  async step(): Promise<void> {
    this.calls += 1;
    if (this.#at > 0 && this.calls >= this.#at) throw new PowerCut();
  }

  readonly whole: WholeEffects = {
    ...wholeEffects,
    create: async (path, mode) => {
      await this.step();
      const inode: Inode = { now: Buffer.alloc(0), durable: Buffer.alloc(0) };
      this.#names.set(path, inode);
      return this.#file((await wholeEffects.create(path, mode)) as HalfFile, inode);
    },
    rename: async (from, to) => {
      await this.step();
      const inode = this.#names.get(from);
      this.#names.delete(from);
      if (inode) this.#names.set(to, inode);
      await wholeEffects.rename(from, to);
    },
    remove: async (path) => {
      await this.step();
      await wholeEffects.remove(path);
    },
    syncFolder: async (path) => {
      await this.step();
      for (const [name, inode] of this.#names) if (dirname(name) === path) this.#durable.set(name, inode);
      await wholeEffects.syncFolder(path);
    },
  };

  /**
   * Makes these files what the cut left of them. A disk is free to have put a new name down before the bytes behind it,
   * and before anybody asked.
   */
  async leave(paths: readonly string[], namesFirst: boolean): Promise<void> {
    for (const path of paths) {
      const inode = (namesFirst ? this.#names : this.#durable).get(path);
      await rm(path, { force: true });
      if (inode === undefined) continue;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, inode.durable);
    }
  }

  #file(its: HalfFile, inode: Inode): HalfFile {
    return {
      write: async (bytes) => {
        await this.step();
        const count = await its.write(bytes);
        inode.now = Buffer.concat([inode.now, bytes.subarray(0, count)]);
        return count;
      },
      size: () => its.size(),
      chmod: (mode) => its.chmod(mode),
      sync: async () => {
        await this.step();
        await its.sync();
        inode.durable = inode.now;
      },
      close: async () => {
        await its.close();
        await this.step();
      },
    };
  }
}
