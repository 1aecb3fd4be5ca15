import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { LIMITS } from '#domain/limits.ts';
import type { PackFile } from '#domain/pack/manifest.ts';
import { ProblemError } from '#domain/problem.ts';
import { fail, failUnsafe } from './refusal.ts';

const compress = promisify(brotliCompress);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * How hard brotli tries. Text of 256 pages: 9 gives 732 kB in 1.4 s, 10 gives 647 kB in 2.0 s, 11 gives 630 kB in
 * 5.6 s. Photographs and the like are compressed already: 10 would take seventy times as long for 1 %.
 */
const qualityOf = (type: PackFile['type']): number =>
  type === 'application/json' || type === 'image/svg+xml' ? 10 : 5;

/** A blob as it lies on a carrier: brotli, never more than `LIMITS.blobRatio` smaller than what it holds. */
export async function compressBlob(bytes: Uint8Array, type: PackFile['type']): Promise<Buffer> {
  const compressed = await compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: qualityOf(type),
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return compressed.length * LIMITS.blobRatio >= bytes.length ? compressed : storeBlob(bytes);
}

/**
 * The bytes as brotli without compression (RFC 7932, 9.2: uncompressed meta-blocks). A page that repeats itself may
 * compress so well that a reader would take it for a bomb.
 */
function storeBlob(bytes: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += 0x10000) {
    const block = bytes.subarray(start, start + 0x10000);
    // ISLAST 0, MNIBBLES 00, MLEN - 1 in 16 bits, ISUNCOMPRESSED 1; the first header begins with WBITS 0.
    const header = (((block.length - 1) << 3) | (1 << 19)) >>> 0;
    const bits = start === 0 ? header << 1 : header;
    parts.push(Uint8Array.of(bits & 255, (bits >> 8) & 255, (bits >> 16) & 255), block);
  }
  parts.push(Uint8Array.of(3));
  return Buffer.concat(parts);
}

/** What the publisher said of the bytes. */
interface Listed {
  readonly sha256: string;
  readonly size: number;
}

/**
 * Expands a blob and checks it. Never makes more than the listed size of it.
 * @throws ProblemError `ratio` or `size-lie` before or while expanding, `pack-damaged` when the bytes differ.
 */
export async function expandBlob(compressed: Buffer, listed: Listed, file: string, part: string): Promise<Buffer> {
  refuseSizes(compressed.length, listed.size, file);
  const { bytes, problem } = await expand(compressed, listed.size);
  if (problem === 'swells') failUnsafe(file, 'size-lie');
  if (problem === 'broken') fail({ code: 'pack-damaged', file, part });
  if (bytes.length !== listed.size) failUnsafe(file, 'size-lie');
  if (sha256(bytes) !== listed.sha256) fail({ code: 'pack-damaged', file, part });
  return bytes;
}

/** Whether compressed bytes hold what they are named by. */
export async function holdsBlob(compressed: Buffer, listed: Listed): Promise<boolean> {
  try {
    await expandBlob(compressed, listed, listed.sha256, listed.sha256);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

/** Nothing may follow the end of the brotli stream, where a decoder would not look. */
function expand(compressed: Buffer, most: number): Promise<{ bytes: Buffer; problem?: 'swells' | 'broken' }> {
  return new Promise((resolve) => {
    const options = { maxOutputLength: Math.max(1, most), info: true };
    brotliDecompress(compressed, options, (error, result) => {
      const nothing = Buffer.alloc(0);
      if (error !== null) {
        const swells = 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
        return resolve({ bytes: nothing, problem: swells ? 'swells' : 'broken' });
      }
      // With `info` the answer is the bytes and the engine, which the types do not know.
      const { buffer, engine } = result as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
      resolve(engine.bytesWritten === compressed.length ? { bytes: buffer } : { bytes: nothing, problem: 'broken' });
    });
  });
}

/** Refuses by the two sizes alone: a bomb, or more bytes than what they could hold. */
export function refuseSizes(compressed: number, size: number, file: string): void {
  if (size > compressed * LIMITS.blobRatio) failUnsafe(file, 'ratio');
  if (compressed > largestBlob(size)) failUnsafe(file, 'size-lie');
}

/** The most bytes that a blob may have on a carrier, where it holds so many. */
export const largestBlob = (size: number): number => size + (size >> 6) + 1024;
