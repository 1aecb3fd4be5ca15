import type { Entry } from 'yauzl';
import { LIMITS } from '#domain/limits.ts';
import type { UnsafeReason } from '#domain/problem.ts';

/** What an entry of a ZIP is that no file of ours is; packs and bundles are held to the same. */
export function unsafeKind(entry: Entry): UnsafeReason | null {
  if (entry.isEncrypted()) return 'encrypted';
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  return kind !== 0 && kind !== 0o100000 && kind !== 0o040000 ? 'symlink' : null;
}

/** An entry that would swell, or that says two sizes of the same bytes. */
export function unsafeSize({ compressionMethod, compressedSize, uncompressedSize }: Entry): UnsafeReason | null {
  if (uncompressedSize > Math.max(compressedSize, 1) * LIMITS.blobRatio) return 'ratio';
  return compressionMethod === 0 && compressedSize !== uncompressedSize ? 'size-lie' : null;
}

/** The Unicode Path field of Info-ZIP gives an entry a second name, which other programs would use. */
export const otherNames = ({ extraFields }: Entry): readonly string[] =>
  extraFields.filter(({ id }) => id === 0x7075).map(({ data }) => data.subarray(5).toString('utf8'));
