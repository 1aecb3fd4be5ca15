import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { archiveBytes } from '#archive/write-archive.ts';
import { makePath } from '#files/make-folder.ts';
import { writeWhole } from '#files/write-whole.ts';
import { sha256 } from '#pack/blob.ts';
import type { PackEntry } from './pack-entries.ts';

export interface WrittenArchive {
  /** Bytes of the file. */
  readonly size: number;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/** Writes entries, sorted by name, as one archive file. The file appears whole or not at all. */
export async function writeArchive(entries: readonly PackEntry[], path: string): Promise<WrittenArchive> {
  await makePath(dirname(path));
  const bytes = await archiveOf(entries);
  await writeWhole(path, bytes);
  return { size: bytes.length, sha256: sha256(bytes) };
}

/** Entries, sorted by name, as the bytes of one archive. */
export const archiveOf = (entries: readonly PackEntry[]): Promise<Buffer> =>
  buffer(archiveBytes(entries.map(({ name, bytes }) => ({ name, content: bytes }))));
