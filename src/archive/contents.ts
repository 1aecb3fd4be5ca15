import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createInflateRaw, inflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { FileWindow } from './file-window.ts';
import { ArchiveRefused, refuseArchive } from './refusal.ts';

const inflate = promisify(inflateRaw);

export const STORED = 0;
const DEFLATED = 8;
/** Bytes read at once of an entry that is not held whole. */
const STEP = 1024 * 1024;

/** Reads the contents of entries, whose directory was checked. */
export class Contents {
  readonly #zip: ZipFile;
  readonly #window: FileWindow;

  constructor(zip: ZipFile, window: FileWindow) {
    this.#zip = zip;
    this.#window = window;
  }

  /** All bytes of an entry, never more than it says it has. */
  async read(entry: Entry): Promise<Buffer> {
    const start = await this.#startOf(entry);
    const packed = await this.#window.bytes(start, entry.compressedSize).catch(damaged);
    const bytes = entry.compressionMethod === DEFLATED ? await expand(packed, entry).catch(damaged) : packed;
    if (bytes.length !== entry.uncompressedSize) refuseArchive({ why: 'unsafe', reason: 'size-lie' });
    return crc32(bytes) === entry.crc32 ? bytes : damaged();
  }

  /** The SHA-256 of an entry, however large: it is never held whole. */
  async digest(entry: Entry): Promise<string> {
    const start = await this.#startOf(entry);
    const hash = createHash('sha256');
    let size = 0;
    let sum = 0;
    try {
      const packed = Readable.from(this.#steps(start, entry.compressedSize));
      const bytes = entry.compressionMethod === DEFLATED ? packed.pipe(createInflateRaw()) : packed;
      // A disk that fails while its bytes are inflated ends both.
      packed.on('error', (error) => bytes.destroy(error));
      for await (const piece of bytes as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > entry.uncompressedSize) refuseArchive({ why: 'unsafe', reason: 'size-lie' });
        sum = crc32(piece, sum);
        hash.update(piece);
      }
    } catch (error) {
      damaged(error);
    }
    if (size !== entry.uncompressedSize) refuseArchive({ why: 'unsafe', reason: 'size-lie' });
    return sum === entry.crc32 ? hash.digest('hex') : damaged();
  }

  async #startOf(entry: Entry): Promise<number> {
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) damaged();
    const header = await this.#zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(damaged);
    return header.fileDataStart;
  }

  async *#steps(start: number, length: number): AsyncGenerator<Buffer, void> {
    for (let at = 0; at < length; at += STEP) yield await this.#window.bytes(start + at, Math.min(STEP, length - at));
  }
}

/** Never makes more than the entry says it has. */
async function expand(packed: Buffer, { uncompressedSize }: Entry): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
  } catch (error) {
    if (error instanceof RangeError) refuseArchive({ why: 'unsafe', reason: 'size-lie' });
    throw error;
  }
}

/** A refusal stays what it is; whatever else the bytes or the disk said is damage. */
function damaged(error?: unknown): never {
  if (error instanceof ArchiveRefused) throw error;
  return refuseArchive({ why: 'damaged' });
}
