import { join } from 'node:path';
import { type Disk, type DiskFile, isTaken } from './disk.ts';
import { journalName } from './journal-files.ts';

interface Target {
  readonly number: number;
  readonly path: string;
  readonly file: DiskFile;
  /** Bytes that were answered for. */
  end: number;
  /** Its name may be lost in a power cut. */
  fresh: boolean;
}

/**
 * Writes at the end of the journal's newest file. Each start begins one of its own: another program may be writing to
 * what is there. After a failure a file is never written to again: a disk that refused to sync may forget what it took
 * and answer "done" the next time.
 */
export class Appender {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #limit: number;
  #next: number;
  #target: Target | undefined;

  /**
   * @param next number of the next new file
   * @param limit bytes from which a file is left for a new one
   */
  constructor(folder: string, disk: Disk, next: number, limit: number) {
    this.#folder = folder;
    this.#disk = disk;
    this.#limit = limit;
    this.#next = next;
  }

  /** Answers when the disk has the lines, with the file's number. @throws what the disk said; then none of them counts */
  async append(lines: Uint8Array): Promise<number> {
    if (this.#target && this.#target.end >= this.#limit) await this.leave();
    const target = await this.#open();
    try {
      await target.file.write(lines, target.end);
      await target.file.sync();
      if (target.fresh) await this.#disk.syncFolder(this.#folder);
      await this.#demandName(target);
    } catch (error) {
      await this.#abandon(target);
      throw error;
    }
    target.fresh = false;
    target.end += lines.length;
    return target.number;
  }

  /**
   * A file that somebody removed takes words all the same, and they go with this start.
   * @throws `ENOENT` where its name is gone
   */
  async #demandName({ path }: Target): Promise<void> {
    if ((await this.#disk.look(path)) === null) throw Object.assign(new Error('ENOENT: gone'), { code: 'ENOENT' });
  }

  /** The next line goes to a new file. */
  async leave(): Promise<void> {
    const file = this.#target?.file;
    this.#target = undefined;
    // All of it was synced: nothing hangs on how it closes.
    await file?.close().catch(() => {});
  }

  /** Makes an empty file that nobody else writes to; its number. @throws what the disk said */
  async takeNumber(): Promise<number> {
    const { number, file } = await this.#make();
    await file.close();
    return number;
  }

  async #open(): Promise<Target> {
    this.#target ??= { ...(await this.#make()), end: 0, fresh: true };
    return this.#target;
  }

  async #make(): Promise<Pick<Target, 'number' | 'path' | 'file'>> {
    await this.#disk.makeFolder(this.#folder);
    for (;;) {
      const number = this.#next++;
      const path = join(this.#folder, journalName(number));
      try {
        return { number, path, file: await this.#disk.create(path) };
      } catch (error) {
        // Another program has taken the number since the folder was read.
        if (!isTaken(error)) throw error;
      }
    }
  }

  /** Cuts what was not answered for, as far as the disk still does anything. */
  async #abandon({ file, path, end }: Target): Promise<void> {
    this.#target = undefined;
    await file.cut(end).catch(() => {});
    await file.close().catch(() => {});
    if (end === 0) await this.#disk.remove(path).catch(() => {});
  }
}
