import { Metadata, MetadataKind, type Root, Signature, type Targets } from '@tufjs/models';
import { Failure } from '#tool/failure.ts';
import type { KeyRecord, SigningKey } from './keys/signing-key.ts';

/** Whose signatures count, and how many of them. */
export type Signers = { keyids: string[]; threshold: number };

type Head<Kind extends string> = {
  _type: Kind;
  spec_version: string;
  version: number;
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  expires: string;
};

export type RootSigned = Head<'root'> & {
  consistent_snapshot: true;
  keys: Record<string, KeyRecord>;
  roles: Record<'root' | 'targets' | 'snapshot' | 'timestamp', Signers>;
};

type Target = {
  length: number;
  hashes: { sha256: string };
  custom: { id: string; release: number; version: string; title: string; publisher: string };
};

export type Delegation = Signers & { name: string; terminating: true; paths: string[] };

export type TargetsSigned = Head<'targets'> & {
  targets: Record<string, Target>;
  delegations?: { keys: Record<string, KeyRecord>; roles: Delegation[] };
};

/** A file of metadata as another one names it. */
export type MetaFile = { version: number; length: number; hashes: { sha256: string } };

export type SnapshotSigned = Head<'snapshot'> & { meta: Record<string, MetaFile> };
export type TimestampSigned = Head<'timestamp'> & { meta: { 'snapshot.json': MetaFile } };

export type AnySigned = RootSigned | TargetsSigned | SnapshotSigned | TimestampSigned;

/** What was signed, and the file that says so. */
export interface SignedFile<Signed extends AnySigned> {
  readonly signed: Signed;
  readonly bytes: Buffer;
}

export const SPEC = '1.0.31';

/**
 * Signs with those of `keys` that count. Canonical JSON of TUF, over which it is signed, is made by the library and
 * stands nowhere else: ours is another one.
 * @throws Failure where they are too few
 */
export function signedFile<Signed extends AnySigned>(
  signed: Signed,
  name: string,
  signers: readonly Signers[],
  keys: readonly SigningKey[],
): SignedFile<Signed> {
  const metadata = metadataOf({ signed, signatures: [] });
  const used = new Map<string, SigningKey>();
  for (const { keyids, threshold } of signers) {
    const able = keys.filter(({ id }) => keyids.includes(id));
    const different = new Set(able.map(({ id }) => id)).size;
    if (different < threshold) {
      throw new Failure(
        `${name} needs ${words(threshold)} of its keys, and ${words(different)} of them ${different === 1 ? 'is' : 'are'} at hand.`,
      );
    }
    for (const key of able) used.set(key.id, key);
  }
  for (const { id, sign } of used.values()) metadata.sign((bytes) => new Signature({ keyID: id, sig: sign(bytes) }));
  return { signed, bytes: Buffer.from(JSON.stringify(metadata.toJSON())) };
}

const words = (count: number): string => ['none', 'one', 'two', 'three', 'four'][count] ?? `${count}`;

/** Metadata of a kind that is known by what it says. @throws whatever the library says of what is no metadata */
export function metadataOf(json: { readonly signed: AnySigned; readonly signatures: unknown[] }) {
  const data = json as unknown as Parameters<typeof Metadata.fromJSON>[1];
  switch (json.signed._type) {
    case 'root':
      return Metadata.fromJSON(MetadataKind.Root, data);
    case 'targets':
      return Metadata.fromJSON(MetadataKind.Targets, data);
    case 'snapshot':
      return Metadata.fromJSON(MetadataKind.Snapshot, data);
    case 'timestamp':
      return Metadata.fromJSON(MetadataKind.Timestamp, data);
  }
}

/** Whether a file is signed by enough of a role's keys, as `delegator` lists them. */
export function isSignedFor(
  delegator: SignedFile<RootSigned> | SignedFile<TargetsSigned>,
  role: string,
  file: SignedFile<AnySigned>,
): boolean {
  try {
    const from = metadataOf(JSON.parse(delegator.bytes.toString())) as Metadata<Root | Targets>;
    from.verifyDelegate(role, metadataOf(JSON.parse(file.bytes.toString())) as Metadata<Root | Targets>);
    return true;
  } catch {
    return false;
  }
}
