import { join } from 'node:path';
import type { Metadata, TargetFile, Targets } from '@tufjs/models';
import { Updater } from 'tuf-js';
import { sha256 } from '#pack/blob.ts';
import { type RepositoryCarrier, untilStopped } from '#pack/carriers/repository-carrier.ts';
import { CarrierFetcher, type KnownTimestamp, MOST_BYTES, NOWHERE } from './carrier-fetcher.ts';
import { targetLookup } from './delegated-walk.ts';
import { demandPlain, demandShape } from './metadata-shape.ts';
import { authorityOf, signersOf } from './signers.ts';
import { type TrustFault, TrustRefused, type Withheld } from './trust-fault.ts';
import type { StateEffects } from './trust-state.ts';
import { type ListedPack, listedPacks, type SignedList, type TrustedPack } from './trusted-packs.ts';
import { isOtherTimestamp, isPersistFault, tufFault } from './tuf-fault.ts';
import { insideOf, type Refused, type VerifiedSet } from './tuf-inside.ts';
import { releaseFault, type Seen, type SeenRelease, type VersionFloor } from './version-floor.ts';

interface RunOptions {
  /** A folder with the metadata that is had, which tuf-js writes to as it goes on. */
  readonly work: string;
  readonly carrier: RepositoryCarrier;
  readonly signal: AbortSignal;
  readonly now: Date;
  readonly graceDays: number;
  readonly floor: VersionFloor | null;
  readonly known: KnownTimestamp | undefined;
}

/** What held, or why it did not. */
export type Run =
  | {
      readonly packs: readonly TrustedPack[];
      readonly withheld: readonly Withheld[];
      readonly validUntil: string;
      readonly expiredSince: string | null;
      readonly seen: Seen;
      readonly releases: ReadonlyMap<string, SeenRelease>;
      /** Metadata as it is to be kept, by the names of tuf-js. */
      readonly files: Readonly<Record<string, string>>;
      readonly mark: string | undefined;
    }
  /** `root`: the newest that follows from ours. */
  | { readonly fault: TrustFault; readonly root: string | null };

const DAY = 86_400_000;
/** Packs that are looked at in one go. */
const AT_ONCE = 100;
/** Others get their turn: a source may have thousands of packs. */
const aMoment = (): Promise<void> => new Promise((done) => setImmediate(done));

/** One verification by tuf-js, from the root to every publisher. Throws for bugs alone. */
export async function runTuf(options: RunOptions, effects: StateEffects): Promise<Run> {
  const { work, carrier, signal, now, graceDays, known } = options;
  const fetcher = new CarrierFetcher(carrier, signal, known);
  const config = {
    fetchRetries: 0,
    fetchRetry: 0,
    rootMaxLength: MOST_BYTES.root,
    timestampMaxLength: MOST_BYTES.timestamp,
    snapshotMaxLength: MOST_BYTES.snapshot,
    targetsMaxLength: MOST_BYTES.targets,
  };
  const updater = newUpdater({ metadataDir: work, metadataBaseUrl: NOWHERE, fetcher, config });
  if (updater === null) return { fault: { kind: 'unwritable', role: 'root' }, root: null };
  const trail: Trail = { refused: null, forked: false };
  const { set, load } = insideOf(updater, (heard) => {
    trail.refused = heard;
    if (heard !== null && isOtherTimestamp(heard, set)) trail.forked = true;
  });
  set.referenceTime = new Date(now.getTime() - graceDays * DAY);
  const run = new TufRun(options, set, fetcher, trail);
  try {
    await run.refresh(() => updater.refresh());
    return await run.answer(load, effects);
  } catch (error) {
    if (!(error instanceof TrustRefused)) throw error;
    const root = await textIn(work, 'root', effects);
    return { fault: await run.foreign(error.fault, root), root };
  }
}

/** It reads its root at once; the root itself was looked at before. `null`: the disk does not give it. */
function newUpdater(options: ConstructorParameters<typeof Updater>[0]): Updater | null {
  try {
    return new Updater(options);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

const textIn = (work: string, role: string, { read }: StateEffects): Promise<string | null> =>
  read(join(work, `${role}.json`), MOST_BYTES.targets).then(
    (bytes) => bytes.toString('utf8'),
    () => null,
  );

/** What a step refused last; `null` where it held. */
interface Trail {
  refused: Refused | null;
  /** Whether a timestamp was not the one that was had under its number. */
  forked: boolean;
}

class TufRun {
  readonly #options: RunOptions;
  readonly #set: VerifiedSet;
  readonly #fetcher: CarrierFetcher;
  readonly #trail: Trail;

  constructor(options: RunOptions, set: VerifiedSet, fetcher: CarrierFetcher, trail: Trail) {
    this.#options = options;
    this.#set = set;
    this.#fetcher = fetcher;
    this.#trail = trail;
  }

  /** @throws TrustRefused */
  async refresh(work: () => Promise<void>): Promise<void> {
    await this.#held('targets', work);
    if (this.#trail.forked) throw new TrustRefused({ kind: 'forked', role: 'timestamp' });
    const { root, timestamp, snapshot, targets } = this.#set;
    if (timestamp === undefined || snapshot === undefined || targets === undefined)
      throw new TypeError('nothing was verified');
    demandShape({ root, timestamp, snapshot, targets });
  }

  /** @throws TrustRefused */
  async answer(
    load: (role: string, by: string) => Promise<Metadata<Targets> | undefined>,
    effects: StateEffects,
  ): Promise<Run> {
    const { targets, root, timestamp, snapshot } = this.#set;
    if (timestamp === undefined || snapshot === undefined || targets === undefined)
      throw new TypeError('nothing was verified');
    const withheld: Withheld[] = [];
    const listed: ListedPack[] = [];
    const loaded = new Map<string, Metadata<Targets>>();
    for (const role of Object.keys(targets.signed.delegations?.roles ?? {})) {
      await aMoment();
      const list = await this.#publisher(role, load);
      if ('kind' in list) {
        withheld.push(list);
        continue;
      }
      loaded.set(role, list.metadata);
      const { packs, faults } = listedPacks(targets, role, list);
      withheld.push(...faults);
      listed.push(...packs);
    }
    const base = earliest([root, timestamp, snapshot, targets]);
    const packs: TrustedPack[] = [];
    const releases = new Map<string, SeenRelease>();
    const lookUp = targetLookup(targets, loaded);
    for (const [at, pack] of listed.entries()) {
      if (at % AT_ONCE === 0) await aMoment();
      const fault = this.#packFault(pack, lookUp);
      if (fault !== null) withheld.push({ ...fault, pack: pack.id });
      else {
        releases.set(pack.path, pack);
        const role = this.#set.getRole(pack.publisher);
        packs.push(this.#trusted(pack, earliest(role ? [role] : [], base)));
      }
    }
    const files = await Promise.all(
      ['root', 'timestamp', 'snapshot', 'targets', ...loaded.keys()].map(async (role) => {
        const text = await textIn(this.#options.work, role, effects);
        if (text === null) throw new TrustRefused({ kind: 'unwritable', role });
        return [`${role}.json`, text] as const;
      }),
    );
    const kept = Object.fromEntries(files);
    // Of a snapshot that is had tuf-js compares the number alone.
    const named = timestamp.signed.snapshotMeta.hashes?.sha256;
    if (named !== undefined && sha256(Buffer.from(kept['snapshot.json'] ?? '')) !== named)
      throw new TrustRefused({ kind: 'forked', role: 'snapshot' });
    return {
      packs,
      withheld,
      validUntil: base,
      expiredSince: this.#passed(base),
      seen: this.#seen(),
      releases,
      files: kept,
      mark: this.#fetcher.mark,
    };
  }

  /** A signature that does not fit may be that of another repository, or of keys that count no more: its root says so. */
  async foreign(fault: TrustFault, ours: string | null): Promise<TrustFault> {
    const { carrier, signal } = this.#options;
    if (fault.kind !== 'signature' || !['root', 'timestamp'].includes(fault.role) || ours === null) return fault;
    const path = `metadata/${this.#set.root.signed.version}.root.json`;
    const reading = carrier.read(path, { most: MOST_BYTES.root, signal });
    const answer = await untilStopped(signal, reading).catch(() => null);
    // A copy of before the last change of keys, as on an old stick: nothing need be wrong with its signatures.
    if (answer?.is === 'absent') return { kind: 'older', role: 'root' };
    const isOther = answer?.is === 'bytes' && answer.bytes.toString('utf8') !== ours;
    return isOther ? { kind: 'foreign-root', role: 'root' } : fault;
  }

  /** What a publisher signed, or why it is not relied on. @throws TrustRefused for what ends the whole run */
  async #publisher(
    role: string,
    load: (role: string, by: string) => Promise<Metadata<Targets> | undefined>,
  ): Promise<SignedList | TrustFault> {
    try {
      const metadata = await this.#held(role, () => load(role, 'targets'));
      if (metadata === undefined) return { kind: 'mixed', role };
      await aMoment();
      demandPlain(role, metadata.signed);
      // Those who sign packs name nobody else.
      if (metadata.signed.delegations !== undefined) return { kind: 'unsupported', role };
      const { targets } = this.#set;
      const delegated = targets?.signed.delegations?.roles?.[role];
      const keys = targets?.signed.delegations?.keys;
      const signers = keys ? signersOf(metadata, delegated, keys) : [];
      const isEnough = delegated !== undefined && signers.length >= delegated.threshold;
      return isEnough ? { metadata, signers } : { kind: 'signature', role };
    } catch (error) {
      if (!(error instanceof TrustRefused)) throw error;
      const { fault } = error;
      // What is no fault of the publisher's.
      if (['stopped', 'unreachable', 'unwritable'].includes(fault.kind)) throw error;
      return fault;
    }
  }

  #packFault(pack: ListedPack, lookUp: (path: string) => TargetFile | undefined): TrustFault | null {
    const role = pack.publisher;
    // The walk of TUF says which role speaks for a path.
    if (lookUp(pack.path) !== pack.target) return { kind: 'name', role, name: pack.path };
    const kind = releaseFault(this.#options.floor, pack.path, pack);
    return kind === null ? null : { kind, role };
  }

  #trusted(
    { id, path, sha256, length, release, version, title, publisher }: ListedPack,
    validUntil: string,
  ): TrustedPack {
    const expiredSince = this.#passed(validUntil);
    return { id, path, sha256, length, release, version, title, publisher, validUntil, expiredSince };
  }

  #passed(until: string): string | null {
    return this.#options.now.getTime() >= Date.parse(until) ? until : null;
  }

  #seen(): Seen {
    const { root, timestamp, snapshot } = this.#set;
    if (timestamp === undefined || snapshot === undefined) throw new TypeError('nothing was verified');
    const { keys, roles } = root.signed;
    return {
      root: root.signed.version,
      timestamp: { version: timestamp.signed.version, signers: signersOf(timestamp, roles.timestamp, keys) },
      snapshot: { version: snapshot.signed.version, signers: signersOf(snapshot, roles.snapshot, keys) },
      roles: Object.fromEntries(
        Object.entries(snapshot.signed.meta).map(([file, { version }]) => [file.replace(/\.json$/, ''), version]),
      ),
      authorities: { timestamp: authorityOf(roles.timestamp, keys), snapshot: authorityOf(roles.snapshot, keys) },
    };
  }

  /** Work of tuf-js, with what it refuses as a fault of ours. */
  async #held<T>(role: string, work: () => Promise<T>): Promise<T> {
    this.#fetcher.fault = null;
    this.#trail.refused = null;
    try {
      return await work();
    } catch (error) {
      if (error instanceof TrustRefused) throw error;
      throw new TrustRefused(this.#faultOf(role, error));
    }
  }

  /** tuf-js wraps some errors into text; what the carrier or a step said last is what ended it. */
  #faultOf(role: string, error: unknown): TrustFault {
    if (this.#fetcher.fault !== null) return this.#fetcher.fault;
    const { refused } = this.#trail;
    if (refused !== null) return tufFault(refused, this.#set);
    // A role that the snapshot does not know, and of which no file is here: tuf-js looks into what is not there.
    if (error instanceof TypeError) return { kind: 'mixed', role };
    // All held, and could not be written down.
    if (isPersistFault(error)) return { kind: 'unwritable', role };
    throw error;
  }
}

/** The first of some expiries. */
function earliest(files: readonly { readonly signed: { readonly expires: string } }[], base?: string): string {
  const all = [...files.map(({ signed }) => signed.expires), ...(base === undefined ? [] : [base])];
  return all.reduce((first, next) => (Date.parse(next) < Date.parse(first) ? next : first));
}
