import { largestBlob } from '#pack/blob.ts';
import type { NamedRelease } from '#pack/carriers/repository-pack.ts';
import { blobEntryName } from '#pack/entry-name.ts';
import type { NamedBlob } from '#reading/questions.ts';
import { fetchDelta } from './fetch-delta.ts';
import { askReader, type Fetching, FetchRefused, kept, readFrom } from './fetching.ts';
import { releaseFiles } from './release-files.ts';

/** Blobs that are under way at once. */
const AT_ONCE = 4;

/**
 * Brings what a release needs and the store has not: in one file where most of it lies in one, the rest a few files at
 * once. What has come stays when it is broken off.
 * @param told expanded bytes that have come and were verified, of all that are missing
 * @throws FetchRefused
 */
export async function fetchRelease(
  named: NamedRelease,
  fetching: Fetching,
  told: (done: number, total: number) => void,
): Promise<void> {
  const { store, signal } = fetching;
  const { blobs } = await releaseFiles(named, fetching);
  const missing: NamedBlob[] = [];
  for (const blob of blobs) {
    if (!(await askReader('blob:kept', { store: store.folder, blob }, fetching))) missing.push(blob);
    if (signal.aborted) throw new FetchRefused('stopped');
  }
  const total = missing.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const came = ({ size }: NamedBlob): void => {
    done += size;
    told(done, total);
  };
  told(done, total);
  await fetchBlobs(await fetchDelta(named, blobs, missing, fetching, came), fetching, came);
}

async function fetchBlobs(
  blobs: readonly NamedBlob[],
  fetching: Fetching,
  came: (blob: NamedBlob) => void,
): Promise<void> {
  // One that fails stops the others.
  const failed = new AbortController();
  const both = { ...fetching, signal: AbortSignal.any([fetching.signal, failed.signal]) };
  const waiting = blobs.values();
  const work = async (): Promise<void> => {
    for (const blob of waiting) {
      await fetchBlob(blob, both);
      came(blob);
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
