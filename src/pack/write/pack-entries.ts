import { canonicalJson } from '#domain/canonical.ts';
import { type Manifest, manifestSchema, PACK_FORMAT, type PackFile } from '#domain/pack/manifest.ts';
import { compressBlob, sha256 } from '#pack/blob.ts';
import { blobEntryName, manifestEntryName } from '#pack/entry-name.ts';

/** A file to be packed: what the manifest says of it, and its bytes. */
export type FileToPack = Omit<PackFile, 'sha256' | 'size'> & { readonly bytes: Uint8Array };

/** One file of a pack as it lies on any carrier. */
export interface PackEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface PackEntries {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest. */
  readonly hash: string;
  /** Sorted by name. */
  readonly entries: readonly PackEntry[];
}

/** Makes the manifest and the blobs of a release. The order of `files` does not matter. */
export async function packEntries(
  head: Omit<Manifest, 'format' | 'files'>,
  files: readonly FileToPack[],
): Promise<PackEntries> {
  const blobs = new Map<string, FileToPack>();
  const sorted = [...files].sort((a, b) => byCodeUnit(a.path, b.path));
  const listed = sorted.map((file): PackFile => {
    const { bytes, ...rest } = file;
    const hash = sha256(bytes);
    if (!blobs.has(hash)) blobs.set(hash, file);
    return { ...rest, sha256: hash, size: bytes.length };
  });
  const manifest = manifestSchema.parse({
    ...head,
    format: PACK_FORMAT,
    files: listed,
    redirects: [...head.redirects].sort((a, b) => byCodeUnit(a.from, b.from)),
  });
  const manifestBytes = Buffer.from(canonicalJson(manifest));
  const hash = sha256(manifestBytes);
  const entries: PackEntry[] = [{ name: manifestEntryName(manifest.id, hash), bytes: manifestBytes }];
  // A few at a time: the thread pool has four threads, and all at once would hold everything twice.
  const waiting = [...blobs];
  while (waiting.length > 0) {
    const few = waiting
      .splice(0, 8)
      .map(async ([of, { bytes, type }]) => ({ name: blobEntryName(of), bytes: await compressBlob(bytes, type) }));
    entries.push(...(await Promise.all(few)));
  }
  return { manifest, hash, entries: entries.sort((a, b) => byCodeUnit(a.name, b.name)) };
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
