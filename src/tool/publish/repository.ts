import { sha256 } from '#pack/blob.ts';
import type { PackEntry } from '#pack/write/pack-entries.ts';
import type {
  MetaFile,
  RootSigned,
  SignedFile,
  SnapshotSigned,
  TargetsSigned,
  TimestampSigned,
} from './signed-file.ts';

/** The metadata of a repository as it stands, verified or just made. */
export interface Repository {
  readonly root: SignedFile<RootSigned>;
  readonly targets: SignedFile<TargetsSigned>;
  /** By role: `packs-<publisher>`. */
  readonly publishers: ReadonlyMap<string, SignedFile<TargetsSigned>>;
  readonly snapshot: SignedFile<SnapshotSigned>;
  readonly timestamp: SignedFile<TimestampSigned>;
  /** Names of newer metadata that nothing leads to: a run was broken off. */
  readonly left?: ReadonlySet<string>;
}

/** A repository after a change, and the files that are new, in the order in which they must be written. */
export interface Edition {
  readonly repository: Repository;
  /** What nothing names yet comes first, `timestamp.json`, which makes it count, last. */
  readonly files: readonly PackEntry[];
}

export const TIMESTAMP = 'metadata/timestamp.json';

export const versionedName = (role: string, version: number): string => `metadata/${version}.${role}.json`;

export const metaFile = ({ signed, bytes }: SignedFile<TargetsSigned | SnapshotSigned>): MetaFile => ({
  version: signed.version,
  length: bytes.length,
  hashes: { sha256: sha256(bytes) },
});
