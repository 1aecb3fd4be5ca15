import { join } from 'node:path';
import type { FetchProgress, SourceView } from '#bridge/packs.ts';
import type { PackSource } from '#domain/pack/source.ts';
import { httpsRepository } from '#pack/carriers/https-repository.ts';
import type { RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { freeSpace } from '../../boot/free-space.ts';
import type { OpenHome } from '../../boot/home.ts';
import { readPacks } from '../../reading/read-pack.ts';
import type { Reader } from '../../reading/reader.ts';
import { openStarterPages } from '../starter-pages.ts';
import { checkLater } from './ask-source.ts';
import { checkDaily } from './daily-check.ts';
import { readerRepository } from './reader-repository.ts';
import { openReleaseStore } from './release-store.ts';
import { openSourceList } from './source-list.ts';
import { openSources, type Sources } from './sources.ts';
import { trustedRoots } from './trusted-roots.ts';
import { openUpdateSession } from './update-session.ts';

interface Parts {
  readonly reader: Reader;
  /** Folders of roots. */
  readonly roots: readonly string[];
  /** Folder of the packs that came with the app. */
  readonly starters: string;
  /** Tests alone: `http:` on this very machine. */
  readonly loopback: boolean;
  /** Whether this start may ask servers. */
  readonly servers: boolean;
  /** Whether the home may be written to now: else nothing is asked by itself. */
  readonly mayAsk: () => boolean;
  readonly now: () => Date;
  readonly changed: (sources: readonly SourceView[]) => void;
  readonly told: (progress: FetchProgress) => void;
  readonly broke: (error: unknown) => void;
}

/** The sources of this laptop with the carriers of Electron, asked once a day. */
export function openOurSources(home: OpenHome, parts: Parts): Sources {
  const { reader, roots, starters, loopback, mayAsk, now, broke } = parts;
  const list = openSourceList(home.folder);
  const fetchFrom = openUpdateSession();
  const listed = (host: string): boolean =>
    list.all().some(({ kind, where }) => kind === 'https' && hostOf(where) === host);
  const carrierOf = ({ kind, where }: Pick<PackSource, 'kind' | 'where'>): RepositoryCarrier => {
    if (kind !== 'https') return readerRepository(reader, kind, where);
    // The one that is being added is asked before it is in the list.
    const fetch = fetchFrom((host) => host === hostOf(where) || listed(host));
    return httpsRepository(where, fetch, loopback ? { loopback } : {});
  };
  const sources = openSources({
    ...parts,
    list,
    roots: () => trustedRoots(roots),
    trust: join(home.folder, 'trust'),
    store: openReleaseStore(home.folder),
    free: () => freeSpace(home.folder),
    starterPages: openStarterPages(starters, readPacks(reader)),
    carrierOf,
    now,
    check: checkLater,
  });
  checkDaily(
    () => (mayAsk() ? list.all() : []),
    (id) => void sources.check(id).catch(broke),
  );
  return sources;
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');
