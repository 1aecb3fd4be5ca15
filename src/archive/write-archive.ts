import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { LIMITS } from '#domain/limits.ts';

/** A file that is to be packed. */
export interface ArchiveFile {
  readonly name: string;
  /** Its bytes, or what gives them when their turn comes. */
  readonly content: Uint8Array | (() => Promise<Readable>);
  /** Its bytes, where they come later and are counted already. */
  readonly size?: number;
  /** Made smaller; else it lies there as it is, as what is compressed already should. Bytes that are at hand only. */
  readonly deflated?: true;
}

// The DOS fields of a ZIP hold local time: this is the same day and hour in every zone.
const DAY = new Date(1980, 0, 1);
const OPTIONS = { mtime: DAY, mode: 0o100644, compress: false, forceDosTimestamp: true };

/**
 * The bytes of an archive, piece by piece: files may be more than the memory holds. The same files give the same bytes.
 * What a file cannot give breaks the stream off.
 */
export function archiveBytes(files: readonly ArchiveFile[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  // Heard before the first entry: one that cannot be read may say so at once.
  // It may break before anybody reads it; whoever does is told then.
  output.on('error', () => {});
  for (const { name, content, size, deflated } of files) {
    if (typeof content !== 'function') {
      const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
      zip.addBuffer(bytes, name, { ...OPTIONS, compress: deflated === true && fits(bytes) });
      continue;
    }
    zip.addReadStreamLazy(name, size === undefined ? OPTIONS : { ...OPTIONS, size }, (give) => {
      content().then(
        (stream) => give(null, stream),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  return output;
}

/** Text that repeats itself may compress so well that a reader would take it for a bomb: then it is stored. */
const fits = (bytes: Buffer): boolean => deflateRawSync(bytes).length * LIMITS.blobRatio >= bytes.length;
