import type { Metadata, Root, Snapshot, Targets, Timestamp } from '@tufjs/models';
import type { Updater } from 'tuf-js';
import { plainOnce } from './signers.ts';

/** What tuf-js holds as verified. */
export interface VerifiedSet {
  /** The time that expiry is held against. */
  referenceTime: Date;
  readonly root: Metadata<Root>;
  readonly timestamp: Metadata<Timestamp> | undefined;
  readonly snapshot: Metadata<Snapshot> | undefined;
  readonly targets: Metadata<Targets> | undefined;
  getRole(name: string): Metadata<Targets> | undefined;
  updateRoot(bytes: Buffer): unknown;
  updateTimestamp(bytes: Buffer): unknown;
  updateSnapshot(bytes: Buffer, trusted?: boolean): unknown;
  updateDelegatedTargets(bytes: Buffer, role: string, by: string): unknown;
}

interface Inside {
  readonly set: VerifiedSet;
  /** Loads and verifies what a role signed, from its folder or the carrier. */
  load(role: string, by: string): Promise<Metadata<Targets> | undefined>;
}

/** The steps of a verification, in their order. */
type Step = 'root' | 'timestamp' | 'snapshot' | 'targets';

/** What a step refused. */
export interface Refused {
  readonly step: Step;
  readonly role: string;
  readonly error: unknown;
  readonly bytes: Buffer;
}

/**
 * tuf-js takes no clock, lists no targets and hands on some errors as text alone. All three are there inside of it, in
 * members that only TypeScript calls private. This file alone reaches them; `tuf-inside.test.ts` says when a new
 * version has them no more.
 *
 * @param heard is told of each step: what it refused, or `null` where it held
 */
export function insideOf(updater: Updater, heard: (refused: Refused | null) => void): Inside {
  const { trustedSet: set } = updater as unknown as { readonly trustedSet: VerifiedSet };
  const loader = updater as unknown as {
    loadTargets(role: string, by: string): Promise<Metadata<Targets> | undefined>;
  };
  if (!(set?.referenceTime instanceof Date) || typeof loader.loadTargets !== 'function')
    throw new TypeError('tuf-js is not as it was');
  hear(set, 'updateRoot', 'root', heard);
  hear(set, 'updateTimestamp', 'timestamp', heard);
  hear(set, 'updateSnapshot', 'snapshot', heard);
  hear(set, 'updateDelegatedTargets', 'targets', heard);
  verifyOnce(set);
  return { set, load: (role, by) => loader.loadTargets(role, by) };
}

/** Lists of publishers are held to their signatures in their plain form, which is made once and not for each key. */
function verifyOnce(set: VerifiedSet): void {
  const update = set.updateDelegatedTargets.bind(set);
  set.updateDelegatedTargets = (bytes, role, by) => {
    const delegator = set.getRole(by);
    if (delegator && !Object.hasOwn(delegator, 'verifyDelegate')) {
      const verify = delegator.verifyDelegate.bind(delegator);
      delegator.verifyDelegate = (name, metadata) => verify(name, plainOnce(metadata));
    }
    return update(bytes, role, by);
  };
}

type Method = 'updateRoot' | 'updateTimestamp' | 'updateSnapshot' | 'updateDelegatedTargets';

function hear(set: VerifiedSet, method: Method, step: Step, heard: (refused: Refused | null) => void): void {
  const real = set[method].bind(set) as (bytes: Buffer, ...rest: unknown[]) => unknown;
  set[method] = (bytes: Buffer, ...rest: unknown[]) => {
    try {
      const answer = real(bytes, ...rest);
      heard(null);
      return answer;
    } catch (error) {
      const role = step === 'targets' && typeof rest[0] === 'string' ? rest[0] : step;
      heard({ step, role, error, bytes });
      throw error;
    }
  };
}
