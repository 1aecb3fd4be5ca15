import { lstat, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolders } from '#files/make-folder.ts';
import { writeWhole } from '#files/write-whole.ts';
import { blobEntryName, manifestEntryName } from '#pack/entry-name.ts';

/**
 * What came from sources, by the hash of what it holds: `targets/packs/<id>/<sha256>.pack.json` and
 * `blobs/<aa>/<sha256>.br`, as in a repository. Each file is written whole, so what was broken off goes on later.
 */
export interface ReleaseStore {
  readonly folder: string;
  /** @throws what the disk said */
  putManifest(id: string, sha256: string, bytes: Uint8Array): Promise<void>;
  /** @throws what the disk said */
  putBlob(sha256: string, bytes: Uint8Array): Promise<void>;
  manifests(): Promise<readonly { readonly id: string; readonly sha256: string }[]>;
  /** Takes away a manifest. */
  dropManifest(id: string, sha256: string): Promise<void>;
  /** Bytes on the disk by the hash of each blob. Nothing says that they are as they should be. */
  blobs(): Promise<ReadonlyMap<string, number>>;
  /** Takes away all blobs but these, and what is left of writes that were broken off. */
  keepBlobs(hashes: ReadonlySet<string>): Promise<void>;
}

interface StoreEffects {
  readonly names: (folder: string) => Promise<readonly string[]>;
  readonly size: (path: string) => Promise<number>;
  readonly remove: (path: string) => Promise<unknown>;
  /** @param folder stands; those below it are made */
  readonly write: (folder: string, path: string, bytes: Uint8Array) => Promise<unknown>;
}

const storeEffects: StoreEffects = {
  // A link that somebody put there leads elsewhere.
  names: async (folder) => ((await lstat(folder).catch(() => null))?.isDirectory() ? readdir(folder) : []),
  size: (path) =>
    lstat(path).then(
      (found) => (found.isFile() ? found.size : 0),
      () => 0,
    ),
  remove: (path) => rm(path, { force: true }),
  write: async (folder, path, bytes) => {
    await makeFolders(folder, dirname(path));
    await writeWhole(path, bytes, { mode: 0o600 });
  },
};

const MANIFEST = /^([0-9a-f]{64})\.pack\.json$/;
const BLOB = /^([0-9a-f]{64})\.br$/;

export function openReleaseStore(
  folder: string,
  { names, size, remove, write }: StoreEffects = storeEffects,
): ReleaseStore {
  const packs = join(folder, 'targets', 'packs');
  const blobs = join(folder, 'blobs');
  return {
    folder,
    putManifest: async (id, sha256, bytes) =>
      void (await write(folder, join(folder, manifestEntryName(id, sha256)), bytes)),
    putBlob: async (sha256, bytes) => void (await write(folder, join(folder, blobEntryName(sha256)), bytes)),
    manifests: async () => {
      const found: { id: string; sha256: string }[] = [];
      for (const id of await names(packs))
        for (const name of await names(join(packs, id))) {
          const sha256 = MANIFEST.exec(name)?.[1];
          if (sha256 !== undefined) found.push({ id, sha256 });
        }
      return found;
    },
    dropManifest: async (id, sha256) => void (await remove(join(folder, manifestEntryName(id, sha256)))),
    blobs: async () => {
      const found = new Map<string, number>();
      for (const part of await names(blobs))
        for (const name of await names(join(blobs, part))) {
          const sha256 = BLOB.exec(name)?.[1];
          if (sha256 !== undefined) found.set(sha256, await size(join(blobs, part, name)));
        }
      return found;
    },
    keepBlobs: async (hashes) => {
      for (const part of await names(blobs))
        for (const name of await names(join(blobs, part)))
          if (!hashes.has(BLOB.exec(name)?.[1] ?? '')) await remove(join(blobs, part, name));
    },
  };
}
