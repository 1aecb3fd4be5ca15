import { join } from 'node:path';
import type { Disk, DiskFile } from './disk.ts';
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
 * Writes at the end of the journal's newest file. After a failure that file is never written to again: a disk that
 * refused to sync may forget what it took and answer "done" the next time.
 */
export class Appender {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #limit: number;
  #next: number;
  #resume: { readonly number: number; readonly end: number } | null;
  #target: Target | undefined;

  /**
   * @param next number of the next new file
   * @param resume a file that may be written on
   * @param limit bytes from which a file is left for a new one
   */
  constructor(
    folder: string,
    disk: Disk,
    next: number,
    resume: { readonly number: number; readonly end: number } | null,
    limit: number,
  ) {
    this.#folder = folder;
    this.#disk = disk;
    this.#limit = limit;
    this.#next = next;
    this.#resume = resume;
  }

  /** Answers when the disk has the lines, with the file's number. @throws what the disk said; then none of them counts */
  async append(lines: Uint8Array): Promise<number> {
    if (this.#target && this.#target.end >= this.#limit) await this.leave();
    const target = await this.#open();
    try {
      await target.file.write(lines, target.end);
      await target.file.sync();
      if (target.fresh) await this.#disk.syncFolder(this.#folder);
    } catch (error) {
      await this.#abandon(target);
      throw error;
    }
    target.fresh = false;
    target.end += lines.length;
    return target.number;
  }

  /** The next line goes to a new file. */
  async leave(): Promise<void> {
    const file = this.#target?.file;
    this.#target = undefined;
    this.#resume = null;
    // All of it was synced: nothing hangs on how it closes.
    await file?.close().catch(() => {});
  }

  /** Takes a number for a file that someone else writes. */
  takeNumber(): number {
    return this.#next++;
  }

  async #open(): Promise<Target> {
    if (this.#target) return this.#target;
    const resume = this.#resume;
    this.#resume = null;
    if (resume && resume.end < this.#limit) {
      const path = join(this.#folder, journalName(resume.number));
      // Its name may never have been made to last: the start before may have ended in a power cut's middle.
      this.#target = {
        number: resume.number,
        path,
        file: await this.#disk.reopen(path),
        end: resume.end,
        fresh: true,
      };
    } else {
      await this.#disk.makeFolder(this.#folder);
      const number = this.takeNumber();
      const path = join(this.#folder, journalName(number));
      this.#target = { number, path, file: await this.#disk.create(path), end: 0, fresh: true };
    }
    return this.#target;
  }

  /** Cuts what was not answered for, as far as the disk still does anything. */
  async #abandon({ file, path, end }: Target): Promise<void> {
    this.#target = undefined;
    await file.cut(end).catch(() => {});
    await file.close().catch(() => {});
    if (end === 0) await this.#disk.remove(path).catch(() => {});
  }
}
