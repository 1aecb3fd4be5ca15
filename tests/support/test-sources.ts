import { mkdirSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FetchProgress, SourceView } from '#bridge/packs.ts';
import type { PackSource } from '#domain/pack/source.ts';
import { checkLater } from '#main/packs/sources/ask-source.ts';
import { readerRepository } from '#main/packs/sources/reader-repository.ts';
import { openReleaseStore } from '#main/packs/sources/release-store.ts';
import { openSourceList } from '#main/packs/sources/source-list.ts';
import { openSources, type Sources } from '#main/packs/sources/sources.ts';
import type { TrustedRoot } from '#main/packs/sources/trusted-roots.ts';
import type { StarterPages } from '#main/packs/starter-pages.ts';
import { sha256 } from '#pack/blob.ts';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import type { RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { readerHere } from './reader-here.ts';
import { NOW } from './test-repository.ts';

export const rootOf = (bytes: Buffer): TrustedRoot => ({ sha256: sha256(bytes), bytes });

/** Brings the release of a pack that a source has after it was asked. */
export async function updateFrom(sources: Sources, id: string, pack: string): ReturnType<Sources['update']> {
  await sources.check(id).catch(() => undefined);
  const listed = sources.list().find((one) => one.id === id);
  return sources.update(id, pack, listed?.known.packs.find((one) => one.id === pack)?.sha256 ?? '');
}

export const temporary = (): Promise<string> => mkdtemp(join(tmpdir(), 'satchel-sources-'));

/** The sources of a laptop whose home is `home`. `carry` may put something in the place of each carrier. */
export function sourcesAt(
  home: string,
  roots: readonly TrustedRoot[],
  {
    now = () => NOW,
    carry = (carrier: RepositoryCarrier) => carrier,
    servers = true,
    check = checkLater,
    free = async () => Number.POSITIVE_INFINITY,
    starterPages = (async () => null) as StarterPages,
  } = {},
) {
  mkdirSync(home, { recursive: true });
  const reader = readerHere();
  const store = openReleaseStore(home);
  const seen: SourceView[][] = [];
  const progress: FetchProgress[] = [];
  const carrierOf = ({ kind, where }: Pick<PackSource, 'kind' | 'where'>): RepositoryCarrier =>
    // An address is a folder here; the carriers have a suite of their own.
    carry(kind === 'https' ? folderRepository(where) : readerRepository(reader, kind, where));
  const sources = openSources({
    list: openSourceList(home),
    servers,
    roots: () => roots,
    trust: join(home, 'trust'),
    store,
    reader,
    free,
    starterPages,
    carrierOf,
    now,
    check,
    changed: (all) => void seen.push([...all]),
    told: (one) => void progress.push(one),
  });
  return { sources, reader, store, seen, progress };
}
