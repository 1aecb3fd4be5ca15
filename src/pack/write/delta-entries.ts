import { LIMITS } from '#domain/limits.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import { deltaEntryNames, readEntryName } from '#pack/entry-name.ts';
import { manifestPatch } from '#pack/manifest-patch.ts';
import type { PackEntries, PackEntry } from './pack-entries.ts';
import { archiveOf } from './write-archive.ts';

/** A release as it was published. */
export interface PublishedRelease {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest. */
  readonly hash: string;
  /** Of the manifest. */
  readonly bytes: Buffer;
}

/**
 * What brings a laptop from one release to the next with two requests: the blobs that are new as one archive, and the
 * manifest as a patch. What would be no gain is left out. The same two releases give the same bytes.
 */
export async function deltaEntries(former: PublishedRelease, next: PackEntries): Promise<readonly PackEntry[]> {
  const { bundle, patch } = deltaEntryNames(next.manifest.id, former.hash, next.hash);
  const had = new Set(former.manifest.files.map(({ sha256 }) => sha256));
  const blobs = next.entries
    .filter(({ name }) => {
      const read = readEntryName(name);
      return read?.kind === 'blob' && !had.has(read.sha256);
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const made: PackEntry[] = [];
  const size = blobs.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (blobs.length > 0 && size <= LIMITS.deltaBundle) {
    const bytes = await archiveOf(blobs);
    if (bytes.length <= LIMITS.deltaBundle) made.push({ name: bundle, bytes });
  }
  const manifest = next.entries.find(({ name }) => readEntryName(name)?.kind === 'manifest');
  if (manifest === undefined) throw new TypeError('a release without its manifest');
  const bytes = await manifestPatch(former.bytes, manifest.bytes);
  if (bytes !== null) made.push({ name: patch, bytes });
  return made;
}
