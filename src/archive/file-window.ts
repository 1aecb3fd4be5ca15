import type { FileHandle } from 'node:fs/promises';
import { RandomAccessReader } from 'yauzl';

/**
 * Reads ranges of an open file for yauzl. While the directory at the end of an archive is read entry by entry, reads
 * are served from blocks of `ahead` bytes: one system call for hundreds of entries.
 */
export class FileWindow extends RandomAccessReader {
  /** Bytes fetched at once; 0 reads exactly what is asked. */
  ahead = 256 * 1024;
  readonly #handle: FileHandle;
  readonly #size: number;
  #block = Buffer.alloc(0);
  #start = 0;

  constructor(handle: FileHandle, size: number) {
    super();
    this.#handle = handle;
    this.#size = size;
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
    if (!Number.isSafeInteger(position) || position < 0 || position + length > this.#size) {
      throw new RangeError('the file ends before');
    }
    if (length > this.ahead) return readFully(this.#handle, buffer.subarray(offset, offset + length), position);
    if (position < this.#start || position + length > this.#start + this.#block.length) {
      const block = Buffer.allocUnsafe(Math.min(this.ahead, this.#size - position));
      await readFully(this.#handle, block, position);
      this.#block = block;
      this.#start = position;
    }
    const from = position - this.#start;
    this.#block.copy(buffer, offset, from, from + length);
  }
}

async function readFully(handle: FileHandle, target: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < target.length) {
    const { bytesRead } = await handle.read(target, done, target.length - done, position + done);
    if (bytesRead === 0) throw new RangeError('the file ends before');
    done += bytesRead;
  }
}
