import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ZipFile } from 'yazl';
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
  const half = `${path}.part`;
  const hash = createHash('sha256');
  let size = 0;
  try {
    const handle = await open(half, 'w');
    try {
      for await (const chunk of zip.outputStream) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        hash.update(bytes);
        size += bytes.length;
        await handle.writeFile(bytes);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  return { size, sha256: hash.digest('hex') };
}
