import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { halfOf, isHalf } from '#files/half-file.ts';
import { makeFolder } from '#files/make-folder.ts';
import { writeWhole } from '#files/write-whole.ts';
import { CarrierRefused, type RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { withinTime } from '#pack/carriers/within-time.ts';
import { type KnownTimestamp, MOST_BYTES } from './carrier-fetcher.ts';
import { inTurn } from './in-turn.ts';
import { rootVersion } from './root-file.ts';
import { type Run, runTuf } from './run-tuf.ts';
import { ofCarrier, type TrustFault, TrustRefused, type Withheld } from './trust-fault.ts';
import {
  readFloor,
  readState,
  type StateEffects,
  type StatePlaces,
  stateEffects,
  type TrustState,
  writeFloor,
  writeState,
} from './trust-state.ts';
import type { TrustedPack } from './trusted-packs.ts';
import { olderRole, risen, type SeenRelease, type VersionFloor } from './version-floor.ts';

const PATIENCE = 120_000;

/** A source of packs. */
export interface Source extends StatePlaces {
  /**
   * The root that its trust begins with: it came with the program, or an administrator placed it. It is also what goes
   * on where the state is lost. A repository that is founded anew, with a root of its own, is another source.
   */
  readonly root: Uint8Array;
}

export interface CheckOptions {
  /** The clock of this machine. */
  readonly now: Date;
  /** Days, 0 to 365, for which what has expired still counts, and is said to have expired. */
  readonly graceDays?: number;
  /** Ends the whole run. */
  readonly signal: AbortSignal;
  /** Milliseconds for all metadata of the source, once its turn has come: a slow one takes no more from the others. */
  readonly patience?: number;
}

/** What a source says today, all of it verified. */
export interface SourceAnswer {
  readonly packs: readonly TrustedPack[];
  /** Publishers, and packs of theirs, that are not relied on; the others are no worse for it. */
  readonly withheld: readonly Withheld[];
  /** Version of its root. */
  readonly root: number;
  /** The first time at which root, timestamp, snapshot or targets is good no more, ISO 8601. */
  readonly validUntil: string;
  /** The same where it has passed and days of grace let it count. */
  readonly expiredSince: string | null;
  /** ISO 8601. */
  readonly verifiedAt: string;
}

export type Checked =
  | { readonly ok: true; readonly value: SourceAnswer }
  | { readonly ok: false; readonly fault: TrustFault };

export interface TrustEffects extends StateEffects {
  readonly makeFolder: (path: string) => Promise<unknown>;
  readonly names: (folder: string) => Promise<readonly string[]>;
  /** Takes a folder away, with all that is in it. */
  readonly remove: (path: string) => Promise<unknown>;
}

export const trustEffects: TrustEffects = {
  ...stateEffects,
  makeFolder,
  names: readdir,
  remove: (path) => rm(path, { recursive: true, force: true }),
};

/**
 * Asks a source what it has, through any carrier of it. tuf-js writes its files in place, so it works on a copy; what it
 * verified is kept in one step, and only when all of it held. A source is asked once at a time.
 */
export async function checkSource(
  source: Source,
  carrier: RepositoryCarrier,
  options: CheckOptions,
  effects: TrustEffects = trustEffects,
): Promise<Checked> {
  const { graceDays = 0, patience = PATIENCE, signal } = options;
  if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > 365) throw new RangeError('days of grace: 0 to 365');
  try {
    const work = (): Promise<SourceAnswer> =>
      withinTime(signal, patience, (within) =>
        check(source, carrier, { now: options.now, graceDays, signal: within }, effects),
      );
    return { ok: true, value: await inTurn(source.state, signal, work) };
  } catch (error) {
    if (error instanceof TrustRefused) return { ok: false, fault: error.fault };
    if (error instanceof CarrierRefused) return { ok: false, fault: ofCarrier(error.fault, 'root') };
    throw error;
  }
}

async function check(
  source: Source,
  carrier: RepositoryCarrier,
  { now: clock, graceDays, signal }: Required<Omit<CheckOptions, 'patience'>>,
  effects: TrustEffects,
): Promise<SourceAnswer> {
  const floor = await readFloor(source, effects);
  const state = startOf(source.root, await readState(source, effects));
  // A clock that was set back does not make what has expired good again. One that ran ahead when all held has moved
  // this by no more than what was signed then was good for.
  const now = new Date(Math.max(clock.getTime(), floor === null ? 0 : Date.parse(floor.time)));
  const work = halfOf(source.state);
  try {
    await kept(async () => {
      await effects.makeFolder(dirname(dirname(source.state)));
      await effects.makeFolder(dirname(source.state));
      await sweep(dirname(source.state), effects);
      await effects.makeFolder(dirname(source.floor));
      await effects.makeFolder(work);
      for (const [name, text] of Object.entries(state.files))
        await writeWhole(join(work, name), text, { passing: true }, effects.whole);
    });
    const run = await runTuf({ work, carrier, signal, now, graceDays, floor, known: knownOf(state, carrier) }, effects);
    return await keep(source, { state, floor, run, now }, { signal, carrier }, effects);
  } finally {
    await effects.remove(work).catch(() => undefined);
  }
}

/** Takes away what is left of runs that were broken off. */
async function sweep(folder: string, { names, remove }: TrustEffects): Promise<void> {
  for (const name of await names(folder)) if (isHalf(name)) await remove(join(folder, name));
}

/** Keeps what held; of a run that failed, the newer root. */
async function keep(
  source: Source,
  { state, floor, run, now }: { state: TrustState; floor: VersionFloor | null; run: Run; now: Date },
  { signal, carrier }: { readonly signal: AbortSignal; readonly carrier: RepositoryCarrier },
  effects: TrustEffects,
): Promise<SourceAnswer> {
  if ('fault' in run) {
    await keepRoot(source, { state, floor, root: run.root }, effects);
    throw new TrustRefused(run.fault);
  }
  const older = olderRole(floor, run.seen);
  if (older !== null) {
    await keepRoot(source, { state, floor, root: run.files['root.json'] ?? null }, effects);
    throw new TrustRefused({ kind: 'older', role: older });
  }
  if (signal.aborted) throw new TrustRefused({ kind: 'stopped', role: 'timestamp', late: false });
  const releases = new Map<string, SeenRelease>(run.releases);
  // What counts by grace alone says nothing of how late it is.
  const time = run.expiredSince === null ? now.toISOString() : (floor?.time ?? new Date(0).toISOString());
  const next = risen(floor, run.seen, releases, time);
  await kept(async () => {
    // The floor first: should the power go in between, it knows more than the state, and asks for no less.
    if (JSON.stringify(next) !== JSON.stringify(floor)) await writeFloor(source, next, effects);
    const mark = run.mark === undefined ? null : { of: carrier.place, mark: run.mark };
    const value: TrustState = { format: 1, mark, files: run.files };
    if (JSON.stringify(value) !== JSON.stringify(state)) await writeState(source, value, effects);
  });
  const { packs, withheld, validUntil, expiredSince } = run;
  return { packs, withheld, root: run.seen.root, validUntil, expiredSince, verifiedAt: now.toISOString() };
}

/**
 * A root that follows from ours counts from then on, whatever else failed: it may be what takes a stolen key away.
 */
async function keepRoot(
  source: Source,
  { state, floor, root }: { state: TrustState; floor: VersionFloor | null; root: string | null },
  effects: TrustEffects,
): Promise<void> {
  if (root === null || root === state.files['root.json']) return;
  const version = rootVersion(Buffer.from(root));
  if (version === null || version < (floor?.root ?? 0)) return;
  await kept(async () => {
    if (floor !== null && version > floor.root) await writeFloor(source, { ...floor, root: version }, effects);
    await writeState(source, { ...state, files: { ...state.files, 'root.json': root } }, effects);
  });
}

/** The state that a run begins with: what is remembered, from the newer of the two roots. */
function startOf(shipped: Uint8Array, state: TrustState | null): TrustState {
  const given = Buffer.from(shipped);
  const least = given.length <= MOST_BYTES.root ? rootVersion(given) : null;
  if (least === null) throw new TrustRefused({ kind: 'damaged', role: 'root' });
  const text = state?.files['root.json'];
  const version = text === undefined ? null : rootVersion(Buffer.from(text));
  if (state !== null && version !== null && version >= least) return state;
  return { format: 1, mark: state?.mark ?? null, files: { ...state?.files, 'root.json': given.toString('utf8') } };
}

function knownOf({ mark, files }: TrustState, { place }: RepositoryCarrier): KnownTimestamp | undefined {
  const text = files['timestamp.json'];
  // Another carrier may call something else by that mark.
  return mark === null || text === undefined || mark.of !== place
    ? undefined
    : { mark: mark.mark, bytes: Buffer.from(text) };
}

async function kept(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new TrustRefused({ kind: 'unwritable', role: 'root' });
    throw error;
  }
}
