import type { SourceFault } from '#domain/pack/source.ts';
import { ProblemError } from '#domain/problem.ts';
import { largestBlob, sha256 } from '#pack/blob.ts';
import { CarrierRefused, type RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import type { NamedRelease } from '#pack/carriers/repository-pack.ts';
import { blobEntryName, manifestEntryName } from '#pack/entry-name.ts';
import type { NamedBlob, Questions } from '#reading/questions.ts';
import { type Reader, ReadingEnded } from '../../reading/reader.ts';
import type { KeptBlobs } from './kept-blobs.ts';
import type { ReleaseStore } from './release-store.ts';

/** Ends a fetch with its reason. */
export class FetchRefused extends Error {
  readonly fault: SourceFault;
  constructor(fault: SourceFault) {
    super(fault);
    this.name = 'FetchRefused';
    this.fault = fault;
  }
}

export interface Fetching {
  readonly carrier: RepositoryCarrier;
  readonly store: ReleaseStore;
  readonly reader: Reader;
  readonly signal: AbortSignal;
  readonly kept: KeptBlobs;
}

/** How far a fetch is: expanded bytes and files that have come, of all that were missing. */
export interface Come {
  readonly done: number;
  readonly total: number;
  readonly filesDone: number;
  readonly files: number;
}

/** Blobs that are under way at once. */
const AT_ONCE = 4;
/** Milliseconds for one file. */
const PATIENCE = 60_000;

/** What a release consists of; its manifest is fetched where the store has it not. @throws FetchRefused */
export async function releaseFiles(
  { id, sha256: hash, length }: NamedRelease,
  fetching: Omit<Fetching, 'kept'>,
): Promise<ReturnType<Questions['release:files']>> {
  const { store, reader } = fetching;
  const look = () => reader.ask('release:files', { store: store.folder, id, sha256: hash });
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw refused(error);
  }
  const bytes = await read(manifestEntryName(id, hash), length, fetching);
  if (sha256(bytes) !== hash) throw new FetchRefused('damaged');
  await kept(() => store.putManifest(id, hash, bytes));
  return look().catch((error: unknown): never => {
    throw error instanceof ProblemError ? new FetchRefused('unsupported') : refused(error);
  });
}

/** Brings what a release needs and the store has not. @throws FetchRefused */
export async function fetchRelease(named: NamedRelease, fetching: Fetching, told: (come: Come) => void): Promise<void> {
  const { blobs } = await releaseFiles(named, fetching);
  await fetchBlobs(blobs, fetching, told);
}

/**
 * Brings those of some files of a release that the store has not, a few at once. What has come stays when it is broken
 * off.
 * @throws FetchRefused
 */
export async function fetchBlobs(
  blobs: readonly NamedBlob[],
  fetching: Fetching,
  told: (come: Come) => void,
): Promise<void> {
  const { kept: keptBlobs, signal } = fetching;
  const missing: NamedBlob[] = [];
  for (const blob of blobs) {
    const isKept = await keptBlobs.has(blob).catch((error: unknown): never => {
      throw refused(error);
    });
    if (!isKept) missing.push(blob);
    if (signal.aborted) throw new FetchRefused('stopped');
  }
  const total = missing.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  let filesDone = 0;
  const files = missing.length;
  told({ done, total, filesDone, files });
  // One that fails stops the others.
  const failed = new AbortController();
  const both = { ...fetching, signal: AbortSignal.any([signal, failed.signal]) };
  const waiting = missing.values();
  const work = async (): Promise<void> => {
    for (const blob of waiting) {
      await fetchBlob(blob, both);
      done += blob.size;
      filesDone += 1;
      told({ done, total, filesDone, files });
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
  const { store, reader } = fetching;
  const bytes = await read(blobEntryName(blob.sha256), largestBlob(blob.size), fetching);
  const holds = await reader.ask('blob:check', { bytes, blob }).catch((error: unknown): never => {
    throw refused(error);
  });
  if (!holds) throw new FetchRefused('damaged');
  await kept(() => store.putBlob(blob.sha256, bytes));
  await fetching.kept.wrote(blob);
}

async function read(entry: string, most: number, { carrier, signal }: Omit<Fetching, 'kept'>): Promise<Buffer> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  const answer = await carrier.read(entry, { most, signal: within }).catch((error: unknown): never => {
    throw refused(error);
  });
  if (answer.is !== 'bytes') throw new FetchRefused('absent');
  return answer.bytes;
}

function refused(error: unknown): unknown {
  if (error instanceof CarrierRefused) return new FetchRefused(error.fault.why);
  if (error instanceof ReadingEnded) return new FetchRefused(error.why === 'gone' ? 'unreachable' : 'stopped');
  return error;
}

async function kept(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new FetchRefused('unwritable');
    throw error;
  }
}
