import { largestBlob } from '#pack/blob.ts';
import type { NamedRelease } from '#pack/carriers/repository-pack.ts';
import { blobEntryName } from '#pack/entry-name.ts';
import type { NamedBlob } from '#reading/questions.ts';
import { fetchDelta } from './fetch-delta.ts';
import { answered, askReader, type Fetching, FetchRefused, kept, readFrom } from './fetching.ts';
import type { KeptBlobs } from './kept-blobs.ts';
import { releaseFiles } from './release-files.ts';

/** Brings blobs of releases. */
export interface BlobFetching extends Fetching {
  readonly kept: KeptBlobs;
}

/** How far a fetch is: expanded bytes and files that have come and were verified, of all that were missing. */
export interface Come {
  readonly done: number;
  readonly total: number;
  readonly filesDone: number;
  readonly files: number;
}

/** Blobs that are under way at once. */
const AT_ONCE = 4;

/** Brings what a release needs and the store has not. @throws FetchRefused */
export async function fetchRelease(
  named: NamedRelease,
  fetching: BlobFetching,
  told: (come: Come) => void,
): Promise<void> {
  const { blobs } = await releaseFiles(named, fetching);
  await fetchBlobs(named, blobs, blobs, fetching, told);
}

/**
 * Brings those of some files of a release that the store has not: in one file where most of it lies in one, the rest a
 * few files at once. What has come stays when it is broken off.
 * @param blobs all of the release
 * @param wanted those of them that are brought
 * @throws FetchRefused
 */
export async function fetchBlobs(
  named: NamedRelease,
  blobs: readonly NamedBlob[],
  wanted: readonly NamedBlob[],
  fetching: BlobFetching,
  told: (come: Come) => void,
): Promise<void> {
  const { signal } = fetching;
  const missing: NamedBlob[] = [];
  for (const blob of wanted) {
    if (!(await answered(signal, fetching.kept.has(blob)))) missing.push(blob);
    if (signal.aborted) throw new FetchRefused('stopped');
  }
  const [total, files] = [missing.reduce((sum, { size }) => sum + size, 0), missing.length];
  let [done, filesDone] = [0, 0];
  const came = async (blob: NamedBlob): Promise<void> => {
    await fetching.kept.wrote(blob);
    done += blob.size;
    filesDone += 1;
    told({ done, total, filesDone, files });
  };
  told({ done, total, filesDone, files });
  await fetchEach(await fetchDelta(named, blobs, missing, fetching, came), fetching, came);
}

async function fetchEach(
  blobs: readonly NamedBlob[],
  fetching: Fetching,
  came: (blob: NamedBlob) => Promise<void>,
): Promise<void> {
  // One that fails stops the others.
  const failed = new AbortController();
  const both = { ...fetching, signal: AbortSignal.any([fetching.signal, failed.signal]) };
  const waiting = blobs.values();
  const work = async (): Promise<void> => {
    for (const blob of waiting) {
      await fetchBlob(blob, both);
      await came(blob);
    }
  };
  const workers = Array.from({ length: AT_ONCE }, () =>
    work().catch((error: unknown): never => {
      failed.abort();
      throw error;
    }),
  );
  const ended = await Promise.allSettled(workers);
  const reasons = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  // Those that were stopped by another's failure say less.
  const reason = reasons.find((one) => !(one instanceof FetchRefused && one.fault === 'stopped')) ?? reasons[0];
  if (reason !== undefined) throw reason;
}

async function fetchBlob(blob: NamedBlob, fetching: Fetching): Promise<void> {
  const bytes = await readFrom(blobEntryName(blob.sha256), largestBlob(blob.size), fetching);
  if (!(await askReader('blob:check', { bytes, blob }, fetching))) throw new FetchRefused('damaged');
  await kept(() => fetching.store.putBlob(blob.sha256, bytes));
}
