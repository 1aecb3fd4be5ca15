import { randomUUID } from 'node:crypto';
import { shownName } from '#archive/shown-name.ts';
import type {
  FetchProgress,
  HereRelease,
  KeptSize,
  PageWords,
  SourceView,
  UpdateAhead,
  UpdateLook,
} from '#bridge/packs.ts';
import {
  type ListedRelease,
  NOTHING_KNOWN,
  type PackSource,
  type SourceFault,
  type SourceKind,
  withheldFault,
  withheldNow,
} from '#domain/pack/source.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import type { StarterPages } from '../starter-pages.ts';
import { type Asking, askSource } from './ask-source.ts';
import { type BlobFetching, type Come, fetchRelease } from './fetch-release.ts';
import { openFetches } from './fetches.ts';
import { FetchRefused } from './fetching.ts';
import { openKeptBlobs } from './kept-blobs.ts';
import { openQuestions } from './questions.ts';
import { releaseFiles } from './release-files.ts';
import { bytesNotHere, leaveRoom } from './room-for.ts';
import { MOST_SOURCES, type SourceList } from './source-list.ts';
import { sweepReleases } from './sweep-releases.ts';
import type { TrustedRoot } from './trusted-roots.ts';
import { openUpdateLooks } from './update-looks.ts';

/** A release that lies in the folder of releases, whole. */
interface FetchedRelease {
  readonly source: PackSource;
  readonly name: string;
  readonly release: ListedRelease;
  /** Why it must not be installed any more, by what a person did since; `null` while it may. */
  readonly withdrawn: () => Problem | null;
}

export interface Sources {
  list(): readonly SourceView[];
  /** Asks it, and keeps it where one of our roots vouches for all of it. @throws ProblemError */
  add(kind: SourceKind, where: string): Promise<void>;
  /** Ends what is asked and fetched of it; what has come from there and is not installed yet is not. */
  remove(id: string): void;
  /** Asks it, or waits for the answer that is on its way. @throws ProblemError `ticket-unknown` for none of ours */
  check(id: string): Promise<void>;
  /** Ends the question to one. */
  stopCheck(id: string): void;
  /** Asks it, then brings all of the release with this hash. @throws ProblemError */
  update(id: string, pack: string, sha256: string): Promise<FetchedRelease>;
  /** What an update is known to change, without asking anybody. @throws ProblemError `ticket-unknown` */
  ahead(id: string, pack: string, sha256: string, present: string): Promise<UpdateAhead | null>;
  /** Brings the pages that an update changes. @throws ProblemError */
  look(id: string, pack: string, sha256: string, present: string): Promise<UpdateLook>;
  /** The words of a page of what was looked at last. @throws ProblemError */
  page(sha256: string, page: string): Promise<PageWords>;
  /** Ends what a person began. What has come stays. */
  stop(): void;
  /**
   * Takes away what belongs to no release that is here or on its way; of a pack that was taken off, all. Answers with
   * what is left.
   */
  sweep(here: readonly HereRelease[]): Promise<readonly KeptSize[]>;
}

interface Parts extends Asking {
  readonly list: SourceList;
  /** Whether this start may ask servers. */
  readonly servers: boolean;
  readonly roots: () => readonly TrustedRoot[];
  /** Bytes that may still be written to the disk. */
  readonly free: () => Promise<number>;
  readonly starterPages: StarterPages;
  readonly changed: (sources: readonly SourceView[]) => void;
  readonly told: (progress: FetchProgress) => void;
  readonly newId?: () => string;
}

/** What is swept is never stopped. */
const NEVER = new AbortController().signal;

export function openSources(parts: Parts): Sources {
  const { list, servers, roots, changed, told, store, reader, free, carrierOf, newId = randomUUID } = parts;
  const kept = openKeptBlobs(store.folder, reader);
  const looks = openUpdateLooks(parts);
  /** What is fetched and swept, one after the other. */
  const fetches = openFetches();
  let adding = new AbortController();
  /** Packs that were here in this run of the app and were taken off. */
  const takenOff = new Set<string>();
  let hereBefore: readonly HereRelease[] = [];

  const view = (source: PackSource): SourceView => {
    const { id, kind, setBy, known } = source;
    return { id, kind, setBy, known, name: nameOf(source), checking: questions.has(id) };
  };
  const views = (): readonly SourceView[] => [
    ...list.all().map(view),
    ...list.newer().map((name, at) => bareView(`newer-${at}`, 'newer', name)),
    ...(list.isUnread() ? [bareView('unread', 'unread', '')] : []),
  ];

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

  const questions = openQuestions(
    async (source, signal) => {
      const root = roots().find(({ sha256 }) => sha256 === source.root);
      const known = await askSource(source, root, signal, parts);
      // It may have been removed meanwhile.
      const isKept = !list.find(source.id) || put({ ...source, known });
      return isKept ? known : { ...known, fault: 'unwritable' };
    },
    () => changed(views()),
  );

  /** The first of our roots that vouches for a place. @throws ProblemError */
  const vouched = async (kind: SourceKind, where: string): Promise<Pick<PackSource, 'root' | 'known'>> => {
    const source = nameOf({ kind, where });
    let reason: SourceFault = 'foreign-root';
    for (const root of roots()) {
      const known = await askSource({ kind, where, known: NOTHING_KNOWN }, root, adding.signal, parts);
      if (known.fault === null) return { root: root.sha256, known };
      reason = known.fault;
      // Another root may be the right one only where this one signed nothing of it.
      if (reason !== 'foreign-root' && reason !== 'signature') break;
    }
    throw new ProblemError({ code: 'source-refused', source, reason });
  };

  /** Work that fetches something of a release, in its turn. @throws ProblemError */
  const bring = async <T>(
    source: PackSource,
    release: ListedRelease,
    signal: AbortSignal,
    work: (fetching: BlobFetching, come: (come: Come) => void) => Promise<T>,
  ): Promise<T> => {
    const { id } = source;
    const { title: pack } = release;
    const running = fetches.inTurn(signal, async () => {
      takenOff.delete(release.id);
      const carrier = carrierOf(source);
      try {
        const fetching = { carrier, store, reader, signal, kept };
        return await work(fetching, (come) => told({ source: id, pack, ...come }));
      } finally {
        await carrier.close();
      }
    });
    return running.catch((error: unknown): never => {
      if (!(error instanceof FetchRefused)) throw error;
      throw new ProblemError({ code: 'update-refused', pack, source: nameOf(source), reason: error.fault });
    });
  };

  return {
    list: views,
    async add(kind, typed) {
      const where = kind === 'https' ? placeOf(carrierOf, typed) : typed;
      if (list.all().some((one) => one.kind === kind && one.where === where))
        throw new ProblemError({ code: 'source-known', source: nameOf({ kind, where }) });
      if (list.isFull()) throw new ProblemError({ code: 'source-too-many', most: MOST_SOURCES });
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
      const source = list.find(id);
      list.remove(id);
      if (source) {
        questions.stop(id);
        fetches.withdraw(
          (one) => one.source === id,
          ({ title }) => ({ code: 'update-withdrawn', pack: title, source: nameOf(source), gone: 'source' }),
        );
      }
      changed(views());
    },
    async check(id) {
      await questions.ask(find(id));
    },
    stopCheck: (id) => questions.stop(id),
    async update(id, pack, sha256) {
      const source = find(id);
      const name = nameOf(source);
      const title = source.known.packs.find((one) => one.id === pack)?.title ?? pack;
      return fetches.run({ source: id, pack, title }, async ({ signal, withdrawn }) => {
        const known = await questions.ask(source);
        const release = known.packs.find((one) => one.id === pack);
        const refuse = (reason: SourceFault): never => {
          throw new ProblemError({ code: 'update-refused', pack: release?.title ?? title, source: name, reason });
        };
        if (known.fault !== null) return refuse(known.fault);
        if (release === undefined) return refuse('absent');
        const fault = withheldFault(release, known.withheld);
        if (fault !== null) return refuse(fault);
        // A person agrees to what was shown.
        if (release.sha256 !== sha256)
          throw new ProblemError({ code: 'update-moved', pack: release.title, source: name, version: release.version });
        if (signal.aborted) return refuse('stopped');
        await bring(source, release, signal, async (fetching, come) => {
          const files = await releaseFiles(release, fetching);
          // Once here, and once in the window's store.
          await leaveRoom(release.title, bytesNotHere(files.blobs, await store.blobs()) + files.size, free);
          await fetchRelease(release, fetching, come);
        });
        return { source, name, release, withdrawn };
      });
    },
    async ahead(id, pack, sha256, present) {
      const release = listed(find(id), pack, sha256);
      return release ? looks.ahead(release, present) : null;
    },
    async look(id, pack, sha256, present) {
      const source = find(id);
      const release = listed(source, pack, sha256);
      if (release === undefined) throw new ProblemError({ code: 'ticket-unknown' });
      const reason = withheldFault(release, withheldNow(source.known, parts.now()));
      if (reason !== null)
        throw new ProblemError({ code: 'update-refused', pack: release.title, source: nameOf(source), reason });
      return fetches.run({ source: id, pack, title: release.title }, ({ signal }) =>
        bring(source, release, signal, (fetching, come) => looks.look(release, present, fetching, come)),
      );
    },
    page: (sha256, page) => looks.page(sha256, page),
    stop() {
      questions.stop();
      fetches.stop();
      adding.abort();
      adding = new AbortController();
    },
    sweep(here) {
      const now = new Set(here.map(({ pack }) => pack));
      const gone = new Set(hereBefore.map(({ pack }) => pack).filter((pack) => !now.has(pack)));
      for (const pack of gone) takenOff.add(pack);
      for (const pack of now) takenOff.delete(pack);
      hereBefore = here;
      fetches.withdraw(
        ({ pack }) => gone.has(pack),
        ({ title, source }) => {
          const from = list.find(source);
          return { code: 'update-withdrawn', pack: title, source: from ? nameOf(from) : '', gone: 'pack' };
        },
      );
      return fetches.inTurn(NEVER, () => sweepReleases({ here, sources: list.all(), takenOff }, store, reader));
    },
  };
}

/** A source that is kept and not asked. */
const bareView = (id: string, kind: 'newer' | 'unread', name: string): SourceView => ({
  id,
  kind,
  name,
  setBy: 'person',
  known: NOTHING_KNOWN,
  checking: false,
});

const listed = ({ known }: PackSource, pack: string, sha256: string): ListedRelease | undefined =>
  known.packs.find((one) => one.id === pack && one.sha256 === sha256);

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
