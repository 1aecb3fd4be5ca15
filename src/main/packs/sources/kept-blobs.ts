import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { blobEntryName } from '#pack/entry-name.ts';
import type { NamedBlob } from '#reading/questions.ts';
import type { Reader } from '../../reading/reader.ts';

/**
 * Which blobs the folder of releases has as they should be. Each is expanded and held to its hash once in a run of the
 * app; after that only where its file is not the one that was looked at. The next start trusts no file unseen.
 */
export interface KeptBlobs {
  /** @throws ReadingEnded */
  has(blob: NamedBlob): Promise<boolean>;
  /** Its bytes were held to the hash before they were written. */
  wrote(blob: NamedBlob): Promise<void>;
}

/** What a file is known by without reading it; `null` where none stands there. */
type Mark = (path: string) => Promise<string | null>;

/** The time of the last change of its entry is not set by a program that puts other bytes there. */
const markOf: Mark = async (path) => {
  const found = await lstat(path, { bigint: true }).catch(() => null);
  return found?.isFile() ? [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ') : null;
};

export function openKeptBlobs(folder: string, reader: Reader, mark: Mark = markOf): KeptBlobs {
  const seen = new Map<string, string>();
  const look = (sha256: string): Promise<string | null> => mark(join(folder, blobEntryName(sha256)));
  return {
    async has(blob) {
      // Before it is read: what is put there meanwhile has another one.
      const now = await look(blob.sha256);
      if (now === null) return false;
      if (seen.get(blob.sha256) === now) return true;
      const isKept = await reader.ask('blob:kept', { store: folder, blob });
      if (isKept) seen.set(blob.sha256, now);
      return isKept;
    },
    async wrote({ sha256 }) {
      const now = await look(sha256);
      if (now !== null) seen.set(sha256, now);
    },
  };
}
