import { LIMITS } from '#domain/limits.ts';
import { largestBlob } from '#pack/blob.ts';
import type { NamedRelease } from '#pack/carriers/repository-pack.ts';
import { deltaEntryNames } from '#pack/entry-name.ts';
import type { NamedBlob } from '#reading/questions.ts';
import { askReader, type Fetching, FetchRefused, kept, orElse, readFrom } from './fetching.ts';
import { type FormerFiles, formerFiles } from './release-files.ts';

/** A bundle is fetched where it has this share of the bytes that are missing. */
const LEAST_COVERED = 0.7;
/** What was broken off goes on file by file where less than this share of a bundle is still wanted. */
const LEAST_WANTED = 0.5;
/** Bytes of an archive for each file in it, at most, and at its end. */
const EACH = 512;
/** Milliseconds for one bundle: the largest comes in that time at 100 kB a second. */
const PATIENCE = 180_000;

/**
 * Brings missing blobs in one file, where the repository has one that leads from a release that is kept to this one.
 * Whatever is wrong with it, the answer is what is still missing: that is brought file by file.
 * @param came a blob that was verified and is kept
 * @throws FetchRefused `stopped` by a person, `unwritable`
 */
export async function fetchDelta(
  named: NamedRelease,
  blobs: readonly NamedBlob[],
  missing: readonly NamedBlob[],
  fetching: Fetching,
  came: (blob: NamedBlob) => Promise<void>,
): Promise<readonly NamedBlob[]> {
  if (missing.length === 0) return missing;
  const { store, signal } = fetching;
  const former = await formerFiles(named, fetching);
  if (former === null) return missing;
  const most = mostBytes(blobs, missing, former);
  if (most === null) return missing;
  const found = await orElse(signal, async () => {
    const { bundle: name } = deltaEntryNames(named.id, former.hash, named.sha256);
    const bundle = await readFrom(name, most, fetching, PATIENCE);
    return askReader('delta:blobs', { bundle, wanted: missing }, fetching);
  });
  const left = new Map(missing.map((blob) => [blob.sha256, blob]));
  for (const { sha256, bytes } of found ?? []) {
    const blob = left.get(sha256);
    if (blob === undefined) continue;
    if (signal.aborted) throw new FetchRefused('stopped');
    await kept(() => store.putBlob(sha256, bytes));
    left.delete(sha256);
    await came(blob);
  }
  return [...left.values()];
}

/** The most bytes that the bundle may have; `null`: it is not worth fetching. */
function mostBytes(blobs: readonly NamedBlob[], missing: readonly NamedBlob[], former: FormerFiles): number | null {
  const had = new Set(former.blobs.map(({ sha256 }) => sha256));
  const inIt = blobs.filter(({ sha256 }) => !had.has(sha256));
  const covered = bytesOf(missing.filter(({ sha256 }) => !had.has(sha256)));
  if (covered === 0 || covered < LEAST_COVERED * bytesOf(missing) || covered < LEAST_WANTED * bytesOf(inIt))
    return null;
  const most = inIt.reduce((sum, { size }) => sum + largestBlob(size) + EACH, EACH);
  return Math.min(most, LIMITS.deltaBundle);
}

const bytesOf = (blobs: readonly NamedBlob[]): number => blobs.reduce((sum, { size }) => sum + size, 0);
