import type { FileHandle } from 'node:fs/promises';
import { RandomAccessReader } from 'yauzl';

/** What an archive lies in: an open file, or bytes that are at hand. */
export interface ArchiveSource {
  /** Bytes of it. */
  readonly size: number;
  /** Reads from `position` on into `target`; the answer is how many bytes came. */
  readonly read: (target: Buffer, position: number) => Promise<number>;
}

export const fileSource = (handle: FileHandle, size: number): ArchiveSource => ({
  size,
  read: async (target, position) => (await handle.read(target, 0, target.length, position)).bytesRead,
});

export const bytesSource = (bytes: Buffer): ArchiveSource => ({
  size: bytes.length,
  read: async (target, position) => bytes.copy(target, 0, position),
});

/**
 * Reads ranges of an archive for yauzl. While the directory at the end of an archive is read entry by entry, reads
 * are served from blocks of `ahead` bytes: one system call for hundreds of entries.
 */
export class FileWindow extends RandomAccessReader {
  /** Bytes fetched at once; 0 reads exactly what is asked. */
  ahead = 256 * 1024;
  readonly #source: ArchiveSource;
  #block = Buffer.alloc(0);
  #start = 0;

  constructor(source: ArchiveSource) {
    super();
    this.#source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#fill(buffer, offset, length, position).then(
      () => callback(null),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }

  /** Exactly `length` bytes from `position`; fails where the file is shorter. */
  async bytes(position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(length);
    await this.#fill(buffer, 0, length, position);
    return buffer;
  }

  async #fill(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    if (!Number.isSafeInteger(position) || position < 0 || position + length > this.#source.size) {
      throw new RangeError('the file ends before');
    }
    if (length > this.ahead) return readFully(this.#source, buffer.subarray(offset, offset + length), position);
    if (position < this.#start || position + length > this.#start + this.#block.length) {
      const block = Buffer.allocUnsafe(Math.min(this.ahead, this.#source.size - position));
      await readFully(this.#source, block, position);
      this.#block = block;
      this.#start = position;
    }
    const from = position - this.#start;
    this.#block.copy(buffer, offset, from, from + length);
  }
}

async function readFully(source: ArchiveSource, target: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < target.length) {
    const read = await source.read(target.subarray(done), position + done);
    if (read === 0) throw new RangeError('the file ends before');
    done += read;
  }
}
