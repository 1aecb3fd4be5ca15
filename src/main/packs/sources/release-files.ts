import { ProblemError } from '#domain/problem.ts';
import { sha256 } from '#pack/blob.ts';
import type { NamedRelease } from '#pack/carriers/repository-pack.ts';
import { deltaEntryNames, manifestEntryName } from '#pack/entry-name.ts';
import type { Questions } from '#reading/questions.ts';
import { askReader, type Fetching, FetchRefused, kept, orElse, readFrom } from './fetching.ts';

export type ReleaseFiles = ReturnType<Questions['release:files']>;

/** A release of the same pack whose manifest is kept. */
export interface FormerFiles extends ReleaseFiles {
  /** SHA-256 of its manifest. */
  readonly hash: string;
}

/** What a release consists of; its manifest is fetched where the store has it not. @throws FetchRefused */
export async function releaseFiles(named: NamedRelease, fetching: Fetching): Promise<ReleaseFiles> {
  const { id, sha256: hash, length } = named;
  const here = await keptFiles(id, hash, fetching);
  if (here !== null) return here;
  const bytes = (await byPatch(named, fetching)) ?? (await readFrom(manifestEntryName(id, hash), length, fetching));
  if (sha256(bytes) !== hash) throw new FetchRefused('damaged');
  await kept(() => fetching.store.putManifest(id, hash, bytes));
  const files = await keptFiles(id, hash, fetching);
  if (files === null) throw new FetchRefused('unsupported');
  return files;
}

/** The newest release before another whose manifest is kept: what is installed, or was offered last. */
export async function formerFiles({ id, release }: NamedRelease, fetching: Fetching): Promise<FormerFiles | null> {
  let newest: FormerFiles | null = null;
  for (const one of await fetching.store.manifests()) {
    if (one.id !== id) continue;
    const files = await keptFiles(id, one.sha256, fetching);
    if (files !== null && files.release < release && files.release > (newest?.release ?? 0))
      newest = { ...files, hash: one.sha256 };
  }
  return newest;
}

/** `null`: it is not kept, or cannot be read. */
async function keptFiles(id: string, hash: string, fetching: Fetching): Promise<ReleaseFiles | null> {
  const { folder } = fetching.store;
  return askReader('release:files', { store: folder, id, sha256: hash }, fetching).catch((error: unknown) => {
    if (error instanceof ProblemError) return null;
    throw error;
  });
}

/** The manifest as what changed since the one before; most of it is hashes, which nothing else makes smaller. */
async function byPatch(named: NamedRelease, fetching: Fetching): Promise<Uint8Array | null> {
  const { store, signal } = fetching;
  const former = await formerFiles(named, fetching);
  if (former === null) return null;
  return orElse(signal, async () => {
    const name = deltaEntryNames(named.id, former.hash, named.sha256).patch;
    const patch = await readFrom(name, named.length, fetching);
    const { id, release, sha256: hash, length } = named;
    const asked = { store: store.folder, named: { id, release, sha256: hash, length }, from: former.hash, patch };
    return askReader('delta:manifest', asked, fetching);
  });
}
