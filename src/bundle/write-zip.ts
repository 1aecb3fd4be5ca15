import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { archiveBytes } from '#archive/write-archive.ts';
import type { PlannedFile } from '#domain/bundle/bundle-plan.ts';
import { LIMITS } from '#domain/limits.ts';
import { ProblemError } from '#domain/problem.ts';
import { writeWhole } from '#files/write-whole.ts';
import { sha256 } from './conversions.ts';
import { fail, failTooLarge } from './refusal.ts';

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

const write = (files: readonly PlannedFile[], folder: string, path: string, { read }: FileSource): Promise<number> =>
  writeWhole(
    path,
    archiveBytes(
      files.map((one) => {
        const name = `${folder}/${one.path}`;
        if ('text' in one) return { name, content: Buffer.from(one.text), deflated: true };
        const { size, sha256: hash } = one;
        // Pictures are compressed already.
        return {
          name,
          size,
          content: async () => {
            const bytes = await read(hash);
            const isRight = bytes !== null && sha256(bytes) === hash && bytes.length === size;
            if (!isRight) throw new ProblemError({ code: 'file-unreadable', file: one.path });
            return Readable.from([bytes]);
          },
        };
      }),
    ),
  );
