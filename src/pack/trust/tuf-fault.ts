import { LengthOrHashMismatchError, UnsignedMetadataError } from '@tufjs/models/dist/error.js';
import {
  BadVersionError,
  EqualVersionError,
  ExpiredMetadataError,
  PersistError,
  RepositoryError,
  RuntimeError,
} from 'tuf-js/dist/error.js';
import type { TrustFault } from './trust-fault.ts';
import type { Refused, VerifiedSet } from './tuf-inside.ts';

/**
 * What a step of tuf-js refused, as a fault of ours: the one place that knows its errors. It goes by their types and by
 * what was verified so far, never by their words. Each is shown by `tuf-fault.test.ts`.
 */
export function tufFault({ step, role, error, bytes }: Refused, set: VerifiedSet): TrustFault {
  if (error instanceof UnsignedMetadataError) return { kind: 'signature', role };
  if (error instanceof ExpiredMetadataError) return expired(role, bytes, set);
  const said = versionSaid(bytes);
  if (error instanceof LengthOrHashMismatchError) {
    // What is another edition's file says so by its number; what says the right number was changed.
    return { kind: said !== null && said !== versionWanted(step, role, set) ? 'mixed' : 'damaged', role };
  }
  if (error instanceof BadVersionError) return badVersion(step, role, said, set, bytes);
  // A role that is gone, or was never listed.
  if (error instanceof RepositoryError) return { kind: 'mixed', role };
  return { kind: isOtherSpec(bytes) ? 'unsupported' : 'damaged', role };
}

/**
 * Whether a timestamp, rightly signed, has the number of the one that is had and names another snapshot. tuf-js takes the
 * same number for no news; but two who sign apart count alike, and what one of them released would be gone without a word.
 */
export function isOtherTimestamp({ step, error, bytes }: Refused, { timestamp }: VerifiedSet): boolean {
  if (step !== 'timestamp' || !(error instanceof EqualVersionError) || timestamp === undefined) return false;
  const { version, hashes } = timestamp.signed.snapshotMeta;
  const meta = signedPart(bytes)?.meta;
  const named = isRecord(meta) ? meta['snapshot.json'] : undefined;
  if (!isRecord(named)) return false;
  const said = isRecord(named.hashes) ? named.hashes.sha256 : undefined;
  return named.version !== version || said !== hashes?.sha256;
}

/** What tuf-js says where its folder takes no more, when no step and no carrier refused: some of it as mere text. */
export const isPersistFault = (error: unknown): boolean =>
  error instanceof PersistError || error instanceof RuntimeError;

/** The steps look back: root may end the timestamp's, and the timestamp the snapshot's. */
function expired(role: string, bytes: Buffer, { root, timestamp, snapshot, referenceTime }: VerifiedSet): TrustFault {
  const over = (
    [
      ['root', root],
      ['timestamp', timestamp],
      ['snapshot', snapshot],
    ] as const
  ).find(([, metadata]) => metadata?.signed.isExpired(referenceTime));
  const since = over?.[1]?.signed.expires ?? signedPart(bytes)?.expires;
  return { kind: 'expired', role: over?.[0] ?? role, since: typeof since === 'string' ? since : '' };
}

function badVersion(
  step: Refused['step'],
  role: string,
  said: number | null,
  { root, timestamp, snapshot }: VerifiedSet,
  bytes: Buffer,
): TrustFault {
  if (step === 'root') return { kind: said !== null && said <= root.signed.version ? 'older' : 'mixed', role };
  if (step === 'timestamp') {
    // Else the timestamp is newer and names an older snapshot.
    const isOlder = said !== null && timestamp !== undefined && said < timestamp.signed.version;
    return { kind: 'older', role: isOlder ? role : 'snapshot' };
  }
  if (step === 'snapshot' && snapshot !== undefined) {
    const meta = signedPart(bytes)?.meta;
    const lowered = Object.entries(snapshot.signed.meta).find(
      ([name, { version }]) => (versionIn(meta, name) ?? Number.POSITIVE_INFINITY) < version,
    );
    if (lowered) return { kind: 'older', role: lowered[0].replace(/\.json$/, '') };
  }
  return { kind: 'mixed', role };
}

function versionWanted(step: Refused['step'], role: string, set: VerifiedSet): number | undefined {
  if (step === 'snapshot') return set.timestamp?.signed.snapshotMeta.version;
  return set.snapshot?.signed.meta[`${role}.json`]?.version;
}

type SignedPart = Readonly<Record<string, unknown>>;

function signedPart(bytes: Buffer): SignedPart | null {
  try {
    const { signed } = JSON.parse(bytes.toString('utf8')) as { signed?: unknown };
    return isRecord(signed) ? signed : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is SignedPart => typeof value === 'object' && value !== null;

function versionSaid(bytes: Buffer): number | null {
  const version = signedPart(bytes)?.version;
  return typeof version === 'number' ? version : null;
}

function versionIn(meta: unknown, name: string): number | undefined {
  const file = isRecord(meta) ? meta[name] : undefined;
  return isRecord(file) && typeof file.version === 'number' ? file.version : undefined;
}

function isOtherSpec(bytes: Buffer): boolean {
  const spec = signedPart(bytes)?.spec_version;
  return typeof spec === 'string' && /^\d+\./.test(spec) && !spec.startsWith('1.');
}
