import { openArchiveBytes } from '#archive/open-archive.ts';
import { ArchiveRefused } from '#archive/refusal.ts';
import type { ArchiveRules } from '#archive/rules.ts';
import { LIMITS } from '#domain/limits.ts';
import type { PackFile } from '#domain/pack/manifest.ts';
import { holdsBlob, largestBlob } from '#pack/blob.ts';
import { readEntryName } from '#pack/entry-name.ts';

/** A blob that holds what it is named by. */
export interface HeldBlob {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Our own tool makes them, so nothing is allowed that it does not write. */
const RULES: ArchiveRules = {
  limits: {
    file: LIMITS.deltaBundle,
    entries: LIMITS.archiveEntries,
    directory: LIMITS.manifest,
    expanded: LIMITS.deltaBundle,
    ratio: 1,
  },
  names: [],
  oldLetters: false,
  caseTwins: false,
};

/**
 * The blobs of a delta bundle that are wanted and hold what they are named by; what else is in it is not looked at. None
 * where it is no archive of blobs alone.
 */
export async function deltaBlobs(
  bundle: Buffer,
  wanted: readonly Pick<PackFile, 'sha256' | 'size'>[],
): Promise<readonly HeldBlob[]> {
  try {
    const archive = await openArchiveBytes(bundle, RULES);
    const named = archive.entries.map((entry) => ({ entry, name: readEntryName(entry.name) }));
    if (named.some(({ entry, name }) => name?.kind !== 'blob' || !entry.isStored)) return [];
    const sizes = new Map(wanted.map((blob) => [blob.sha256, blob]));
    const held: HeldBlob[] = [];
    for (const { entry, name } of named) {
      const blob = name?.kind === 'blob' ? sizes.get(name.sha256) : undefined;
      if (blob === undefined || entry.size > largestBlob(blob.size)) continue;
      const bytes = await archive.read(entry).catch(orNothing);
      if (bytes !== null && (await holdsBlob(bytes, blob)))
        held.push({ sha256: blob.sha256, bytes: new Uint8Array(bytes) });
    }
    return held;
  } catch (error) {
    if (error instanceof ArchiveRefused) return [];
    throw error;
  }
}

function orNothing(error: unknown): null {
  if (error instanceof ArchiveRefused) return null;
  throw error;
}
