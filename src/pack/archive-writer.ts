import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ZipFile } from 'yazl';
import { writeWhole } from '#files/write-whole.ts';
import { sha256 } from './blob.ts';
import type { PackEntry } from './pack-entries.ts';

// The DOS fields of a ZIP hold local time: this is the same day and hour in every zone.
const DAY = new Date(1980, 0, 1);

export interface WrittenArchive {
  /** Bytes of the file. */
  readonly size: number;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/** Writes entries, sorted by name, as one archive file. The file appears whole or not at all. */
export async function writeArchive(entries: readonly PackEntry[], path: string): Promise<WrittenArchive> {
  const zip = new ZipFile();
  for (const { name, bytes } of entries) {
    zip.addBuffer(bytes, name, { mtime: DAY, mode: 0o100644, compress: false, forceDosTimestamp: true });
  }
  zip.end();
  await mkdir(dirname(path), { recursive: true });
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  const bytes = Buffer.concat(chunks);
  await writeWhole(path, bytes);
  return { size: bytes.length, sha256: sha256(bytes) };
}
