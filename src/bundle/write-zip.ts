import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import type { PlannedFile } from '#domain/bundle/bundle-plan.ts';
import { LIMITS } from '#domain/limits.ts';
import { ProblemError } from '#domain/problem.ts';
import { writeWhole } from '#files/write-whole.ts';
import { sha256 } from './conversions.ts';
import { fail, failTooLarge } from './refusal.ts';

// The DOS fields of a ZIP hold local time: this is the same day and hour in every zone.
const DAY = new Date(1980, 0, 1);

export interface FileSource {
  /** The bytes of a file by their hash; `null` where they are not at hand. Asked twice for each. */
  readonly read: (sha256: string) => Promise<Uint8Array | null>;
}

/** Which of some files are at hand and are what their hash says, with their sizes, and the names of the others. */
export async function gatherFiles(
  named: ReadonlyMap<string, string>,
  { read }: FileSource,
): Promise<{ readonly here: ReadonlyMap<string, number>; readonly missing: readonly string[] }> {
  const here = new Map<string, number>();
  for (const hash of named.keys()) {
    const bytes = await read(hash);
    if (bytes !== null && sha256(bytes) === hash) here.set(hash, bytes.length);
  }
  return { here, missing: [...named].filter(([hash]) => !here.has(hash)).map(([, name]) => name) };
}

/**
 * Writes files into one folder of a ZIP. It appears whole or not at all; the same files give the same bytes.
 * @returns its bytes
 * @throws ProblemError `bundle-too-large`, `file-unwritable`, and what `read` refuses with
 */
export async function writeZip(
  files: readonly PlannedFile[],
  folder: string,
  path: string,
  source: FileSource,
): Promise<number> {
  const file = basename(path);
  refuseMany(files.length, file);
  const total = files.reduce((sum, one) => sum + ('text' in one ? Buffer.byteLength(one.text) : one.size), 0);
  // What we would refuse to read is not written.
  if (total > LIMITS.bundleExpanded) failTooLarge(file, LIMITS.bundleExpanded);
  return write(files, folder, path, source).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code))) {
      fail({ code: 'file-unwritable', file });
    }
    throw error;
  });
}

export function refuseMany(files: number, file: string): void {
  if (files > LIMITS.bundleEntries) fail({ code: 'bundle-too-large', file, limit: `${LIMITS.bundleEntries} files` });
}

async function write(
  files: readonly PlannedFile[],
  folder: string,
  path: string,
  { read }: FileSource,
): Promise<number> {
  const zip = new ZipFile();
  const options = { mtime: DAY, mode: 0o100644, forceDosTimestamp: true };
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  // Heard before the first entry: one that cannot be read may say so at once.
  // It may break before anybody reads it; whoever does is told then.
  output.on('error', () => {});
  const written = writeWhole(path, output);
  written.catch(() => {});
  for (const one of files) {
    const name = `${folder}/${one.path}`;
    if ('text' in one) {
      const bytes = Buffer.from(one.text);
      zip.addBuffer(bytes, name, { ...options, compress: fits(bytes) });
      continue;
    }
    // Pictures are compressed already.
    zip.addReadStreamLazy(name, { ...options, compress: false, size: one.size }, (give) => {
      read(one.sha256).then(
        (bytes) => {
          const right = bytes !== null && sha256(bytes) === one.sha256 && bytes.length === one.size;
          give(right ? null : new ProblemError({ code: 'file-unreadable', file: one.path }), Readable.from([bytes]));
        },
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  return written;
}

/** Text that repeats itself may compress so well that a reader would take it for a bomb: then it is stored. */
const fits = (bytes: Buffer): boolean => deflateRawSync(bytes).length * LIMITS.blobRatio >= bytes.length;
