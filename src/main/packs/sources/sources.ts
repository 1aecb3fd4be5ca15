import { randomUUID } from 'node:crypto';
import { shownName } from '#archive/shown-name.ts';
import type { FetchProgress, SourceView } from '#bridge/packs.ts';
import {
  type ListedRelease,
  NOTHING_KNOWN,
  type PackSource,
  type SourceFault,
  type SourceKind,
  type SourceKnown,
} from '#domain/pack/source.ts';
import { ProblemError } from '#domain/problem.ts';
import { type Asking, askSource } from './ask-source.ts';
import { fetchRelease } from './fetch-release.ts';
import { FetchRefused } from './fetching.ts';
import type { SourceList } from './source-list.ts';
import type { TrustedRoot } from './trusted-roots.ts';

/** A release that lies in the folder of releases, whole. */
interface FetchedRelease {
  readonly source: PackSource;
  readonly name: string;
  readonly release: ListedRelease;
}

export interface Sources {
  list(): readonly SourceView[];
  /** Asks it, and keeps it where one of our roots vouches for all of it. @throws ProblemError */
  add(kind: SourceKind, where: string): Promise<void>;
  remove(id: string): void;
  /** Asks it, or waits for the answer that is on its way. @throws ProblemError `ticket-unknown` for none of ours */
  check(id: string): Promise<void>;
  /** Asks it, then brings all of a release. @throws ProblemError */
  update(id: string, pack: string): Promise<FetchedRelease>;
  /** Ends what a person began. What has come stays. */
  stop(): void;
  /** Takes away what belongs to no release that is installed or offered. `installed`: hashes of manifests. */
  sweep(installed: readonly string[]): Promise<void>;
}

interface Parts extends Asking {
  readonly list: SourceList;
  /** Whether this start may ask servers. */
  readonly servers: boolean;
  readonly roots: () => readonly TrustedRoot[];
  readonly changed: (sources: readonly SourceView[]) => void;
  readonly told: (progress: FetchProgress) => void;
  readonly newId?: () => string;
}

export function openSources(parts: Parts): Sources {
  const { list, servers, roots, changed, told, store, reader, carrierOf, newId = randomUUID } = parts;
  /** Questions on their way. */
  const asked = new Map<string, Promise<SourceKnown>>();
  let stopping = new AbortController();
  /** What is fetched and swept, one after the other. */
  let turn: Promise<unknown> = Promise.resolve();

  const view = (source: PackSource): SourceView => {
    const { id, kind, setBy, known } = source;
    return { id, kind, setBy, known, name: nameOf(source), checking: asked.has(id) };
  };
  const views = (): readonly SourceView[] => list.all().map(view);

  const find = (id: string): PackSource => {
    const source = list.find(id);
    if (source === undefined) throw new ProblemError({ code: 'ticket-unknown' });
    return source;
  };

  /** Whether the disk took it. */
  const put = (source: PackSource): boolean => {
    try {
      list.put(source);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false;
      throw error;
    }
  };

  const ask = (source: PackSource): Promise<SourceKnown> => {
    const running = asked.get(source.id);
    if (running) return running;
    const root = roots().find(({ sha256 }) => sha256 === source.root);
    const work = askSource(source, root, stopping.signal, parts)
      // It may have been removed meanwhile.
      .then((known) => {
        const isKept = !list.find(source.id) || put({ ...source, known });
        return isKept ? known : { ...known, fault: 'unwritable' as const };
      })
      .finally(() => {
        asked.delete(source.id);
        changed(views());
      });
    asked.set(source.id, work);
    changed(views());
    return work;
  };

  /** The first of our roots that vouches for a place. @throws ProblemError */
  const vouched = async (kind: SourceKind, where: string): Promise<Pick<PackSource, 'root' | 'known'>> => {
    const source = nameOf({ kind, where });
    let reason: SourceFault = 'foreign-root';
    for (const root of roots()) {
      const known = await askSource({ kind, where, known: NOTHING_KNOWN }, root, stopping.signal, parts);
      if (known.fault === null) return { root: root.sha256, known };
      reason = known.fault;
      // Another root may be the right one only where this one signed nothing of it.
      if (reason !== 'foreign-root' && reason !== 'signature') break;
    }
    throw new ProblemError({ code: 'source-refused', source, reason });
  };

  return {
    list: views,
    async add(kind, typed) {
      const where = kind === 'https' ? placeOf(carrierOf, typed) : typed;
      if (list.all().some((one) => one.kind === kind && one.where === where))
        throw new ProblemError({ code: 'source-known', source: nameOf({ kind, where }) });
      if (kind === 'https' && !servers) {
        list.letNextAsk();
        throw new ProblemError({ code: 'source-restart', address: where });
      }
      const found = await vouched(kind, where);
      if (!put({ id: newId(), kind, where, setBy: 'person', ...found }))
        throw new ProblemError({ code: 'source-refused', source: nameOf({ kind, where }), reason: 'unwritable' });
      changed(views());
    },
    remove(id) {
      list.remove(id);
      changed(views());
    },
    async check(id) {
      await ask(find(id));
    },
    async update(id, pack) {
      const source = find(id);
      const name = nameOf(source);
      const { signal } = stopping;
      const known = await ask(source);
      const release = known.packs.find((one) => one.id === pack);
      const refuse = (reason: SourceFault): never => {
        throw new ProblemError({ code: 'update-refused', pack: release?.title ?? pack, source: name, reason });
      };
      if (known.fault !== null) return refuse(known.fault);
      if (release === undefined) return refuse('absent');
      if (signal.aborted) return refuse('stopped');
      const work = turn.then(async () => {
        const carrier = carrierOf(source);
        try {
          await fetchRelease(release, { carrier, store, reader, signal }, (done, total) =>
            told({ source: id, pack: release.title, done, total }),
          );
        } finally {
          await carrier.close();
        }
      });
      turn = work.catch(() => undefined);
      await work.catch((error: unknown) => {
        if (error instanceof FetchRefused) refuse(error.fault);
        throw error;
      });
      return { source, name, release };
    },
    stop() {
      stopping.abort();
      stopping = new AbortController();
    },
    sweep(installed) {
      const work = turn.then(() => sweep(installed, list.all(), parts));
      turn = work.catch(() => undefined);
      return work;
    },
  };
}

async function sweep(
  installed: readonly string[],
  sources: readonly PackSource[],
  { store, reader }: Pick<Parts, 'store' | 'reader'>,
): Promise<void> {
  const wanted = new Set([...installed, ...sources.flatMap(({ known }) => known.packs.map(({ sha256 }) => sha256))]);
  const blobs = new Set<string>();
  for (const { id, sha256 } of await store.manifests()) {
    if (!wanted.has(sha256)) {
      await store.dropManifest(id, sha256);
      continue;
    }
    const files = await reader.ask('release:files', { store: store.folder, id, sha256 }).catch((error: unknown) => {
      if (error instanceof ProblemError) return null;
      throw error;
    });
    for (const blob of files?.blobs ?? []) blobs.add(blob.sha256);
  }
  await store.keepBlobs(blobs);
}

/** An address as it is asked. @throws ProblemError `source-address` */
function placeOf(carrierOf: Asking['carrierOf'], typed: string): string {
  try {
    return carrierOf({ kind: 'https', where: typed.trim() }).place;
  } catch {
    throw new ProblemError({ code: 'source-address', address: typed });
  }
}

/** What a person knows it by: the address, or the name of the folder or file. */
const nameOf = ({ kind, where }: Pick<PackSource, 'kind' | 'where'>): string =>
  kind === 'https' ? where : shownName(where);
