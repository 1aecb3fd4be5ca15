import { z } from '#domain/schema.ts';

const version = z.number().int().positive();
/** Public keys, as hex: ids of keys are words that metadata may give to other keys. */
const signers = z.array(z.string().max(4_000)).max(100);
const signedVersion = z.object({ version, signers });

export const floorSchema = z.object({
  format: z.literal(1),
  root: version,
  timestamp: signedVersion,
  snapshot: signedVersion,
  /** Role → its version, as the snapshot said. */
  roles: z.record(z.string().max(200), version),
  /** Path of a target → the newest release of it. */
  releases: z.record(
    z.string().max(200),
    z.object({ release: version, sha256: z.string().regex(/^[0-9a-f]{64}$/), signers }),
  ),
  /** The newest time at which all was verified and good, ISO 8601. */
  time: z.iso.datetime(),
});

/**
 * How old a source may not be, kept beside the state of tuf-js: when that is lost, this still knows.
 *
 * A thief of the online key can sign a version of two thousand million, and the honest one, who goes on from five, would
 * be older for ever. TUF's way out is a root that names other keys for timestamp and snapshot; then what the old keys
 * signed is forgotten (specification, 5.3.11). The same here: a version counts as long as those who signed it could
 * still sign it, by the root of today. Nothing older comes in by this gap: it is signed by keys that count no more, and
 * the version of the root itself never falls. Versions of roles are the word of timestamp and snapshot, and fall with
 * either.
 *
 * A release falls by its own publisher's keys alone: when those who signed it are no longer enough. It outlives a
 * change of the online key, when TUF itself remembers no version of any role for one moment, and a thief of the new key
 * could put an old edition of a publisher under a new snapshot.
 */
export type VersionFloor = z.infer<typeof floorSchema>;

/** A role's keys as public keys, and how many of them must sign. */
export interface Authority {
  readonly keys: readonly string[];
  readonly threshold: number;
}

interface SignedVersion {
  readonly version: number;
  /** Public keys of those who did sign it. */
  readonly signers: readonly string[];
}

/** What a run has verified. */
export interface Seen {
  readonly root: number;
  readonly timestamp: SignedVersion;
  readonly snapshot: SignedVersion;
  readonly roles: Readonly<Record<string, number>>;
  /** By the root of today. */
  readonly authorities: { readonly timestamp: Authority; readonly snapshot: Authority };
}

export interface SeenRelease {
  readonly release: number;
  readonly sha256: string;
  readonly signers: readonly string[];
  readonly authority: Authority;
}

/** Whether those who signed could still sign it. */
const holds = ({ signers: names }: { readonly signers: readonly string[] }, { keys, threshold }: Authority): boolean =>
  names.filter((name) => keys.includes(name)).length >= threshold;

/** The role that is older than it may be; `null` where none is. */
export function olderRole(floor: VersionFloor | null, seen: Seen): string | null {
  if (floor === null) return null;
  if (seen.root < floor.root) return 'root';
  const { timestamp, snapshot } = heldBy(floor, seen);
  if (timestamp && seen.timestamp.version < floor.timestamp.version) return 'timestamp';
  if (snapshot && seen.snapshot.version < floor.snapshot.version) return 'snapshot';
  if (!timestamp || !snapshot) return null;
  // A role that is gone was taken away by those who name roles; its versions are kept should it come back.
  const lowered = Object.entries(seen.roles).find(([role, its]) => its < (floor.roles[role] ?? 0));
  return lowered?.[0] ?? null;
}

const heldBy = ({ timestamp, snapshot }: VersionFloor, { authorities }: Seen) => ({
  timestamp: holds(timestamp, authorities.timestamp),
  snapshot: holds(snapshot, authorities.snapshot),
});

/** Whether a release may be offered: never a lower one, and never another content under one number. */
export function releaseFault(
  floor: VersionFloor | null,
  path: string,
  { release, sha256, authority }: SeenRelease,
): 'older' | 'mixed' | null {
  const known = floor?.releases[path];
  if (known === undefined || !holds(known, authority)) return null;
  if (release < known.release) return 'older';
  return release === known.release && sha256 !== known.sha256 ? 'mixed' : null;
}

/** The floor after a run that held: it only rises, but where keys that counted count no more. `time`: ISO 8601, no earlier than that of the floor. */
export function risen(
  floor: VersionFloor | null,
  seen: Seen,
  releases: ReadonlyMap<string, SeenRelease>,
  time: string,
): VersionFloor {
  const held = floor === null ? { timestamp: false, snapshot: false } : heldBy(floor, seen);
  const former = held.timestamp && held.snapshot ? (floor?.roles ?? {}) : {};
  const next = { ...floor?.releases };
  for (const [path, { release, sha256, signers: names }] of releases)
    next[path] = { release, sha256, signers: [...names] };
  return {
    format: 1,
    root: Math.max(seen.root, floor?.root ?? 0),
    timestamp: { version: seen.timestamp.version, signers: [...seen.timestamp.signers] },
    snapshot: { version: seen.snapshot.version, signers: [...seen.snapshot.signers] },
    roles: { ...former, ...seen.roles },
    releases: next,
    time,
  };
}
