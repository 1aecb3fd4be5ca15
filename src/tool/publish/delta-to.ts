import { join } from 'node:path';
import { LIMITS } from '#domain/limits.ts';
import { ProblemError } from '#domain/problem.ts';
import { readRegular } from '#files/regular-file.ts';
import { sha256 } from '#pack/blob.ts';
import { manifestEntryName } from '#pack/entry-name.ts';
import { readManifest } from '#pack/read/manifest-bytes.ts';
import { targetPath } from '#pack/trust/names.ts';
import { deltaEntries, type PublishedRelease } from '#pack/write/delta-entries.ts';
import type { PackEntry } from '#pack/write/pack-entries.ts';
import { Failure } from '#tool/failure.ts';
import type { BuiltRelease } from './add-release.ts';
import type { Repository } from './repository.ts';

/** What leads laptops from the release before to the next one. */
export interface Delta {
  /** The number of the release before. */
  readonly from: number;
  readonly bytes: number;
  readonly files: readonly PackEntry[];
}

/**
 * @returns `null` where there is no release before, its manifest is no longer there, or it would be no gain
 * @throws Failure where somebody changed it
 */
export async function deltaTo(folder: string, before: Repository, next: BuiltRelease): Promise<Delta | null> {
  const former = await formerRelease(folder, before, next.manifest.id);
  if (former === null) return null;
  const files = await deltaEntries(former, next);
  if (files.length === 0) return null;
  return { from: former.manifest.release, bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0), files };
}

async function formerRelease(folder: string, { publishers }: Repository, id: string): Promise<PublishedRelease | null> {
  const hash = [...publishers.values()].flatMap(({ signed }) => signed.targets[targetPath(id)]?.hashes.sha256 ?? [])[0];
  if (hash === undefined) return null;
  const path = join(folder, manifestEntryName(id, hash));
  const bytes = await readRegular(path, LIMITS.manifest).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new Failure(`${path} could not be read.`);
  });
  if (bytes === null) return null;
  const changed = () => new Failure(`${path} is not the file that was signed. Find out who changed the repository.`);
  if (sha256(bytes) !== hash) throw changed();
  try {
    return { manifest: readManifest(bytes, path), hash, bytes };
  } catch (error) {
    if (error instanceof ProblemError) throw changed();
    throw error;
  }
}
