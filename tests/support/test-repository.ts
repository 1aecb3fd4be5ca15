import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Signature } from '@tufjs/models';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import type { RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { type Checked, type CheckOptions, checkSource, type Source } from '#pack/trust/check-source.ts';
import { packEntries } from '#pack/write/pack-entries.ts';
import { addRelease, type BuiltRelease } from '#tool/publish/add-release.ts';
import { deltaTo } from '#tool/publish/delta-to.ts';
import { newPrivateKey, type SigningKey, signingKey } from '#tool/publish/keys/signing-key.ts';
import { newRepository } from '#tool/publish/new-repository.ts';
import type { Founders, Publisher } from '#tool/publish/publisher.ts';
import { type Edition, metaFile, type Repository, TIMESTAMP, versionedName } from '#tool/publish/repository.ts';
import { resign } from '#tool/publish/resign.ts';
import { expiryOf, type Role } from '#tool/publish/role.ts';
import { rotate } from '#tool/publish/rotate.ts';
import {
  type AnySigned,
  metadataOf,
  type RootSigned,
  type SignedFile,
  type SnapshotSigned,
  SPEC,
  type TargetsSigned,
  type TimestampSigned,
} from '#tool/publish/signed-file.ts';
import { writeEdition } from '#tool/publish/write-edition.ts';
import { packHead, pageBody, pageFile } from './make-pack.ts';

export const NOW = new Date('2026-12-01T09:00:00Z');
export const inDays = (days: number, from = NOW): Date => new Date(from.getTime() + days * 86_400_000);

export const newKeys = (count: number): SigningKey[] =>
  Array.from({ length: count }, () => signingKey(newPrivateKey()));

export interface TestFounders extends Founders {
  readonly publishers: readonly [Publisher, ...Publisher[]];
}

export const newFounders = (prefixes: readonly string[] = ['test-']): TestFounders => ({
  root: newKeys(3),
  targets: newKeys(3),
  online: newKeys(1),
  publishers: [{ role: 'packs-test', prefixes, keys: newKeys(2) }],
});

export const keysOf = ({ root, targets, online, publishers }: Founders): SigningKey[] => [
  ...root,
  ...targets,
  ...online,
  ...publishers.flatMap(({ keys }) => keys),
];

/** A release of `test-pack` that is small and says its number. */
export async function madeRelease(release: number, id = 'test-pack', pages = 1) {
  const files = Array.from({ length: pages }, (_, at) => {
    // Only the first page changes from release to release.
    const words = at === 0 ? `Words of release ${release} of ${id}.` : `Page ${at + 1} of ${id}.`;
    return pageFile(pageBody(`page-${at + 1}`, words));
  });
  return packEntries({ ...packHead, id, release, version: `2026.${release}` }, files);
}

/** Signs with whatever keys are given, be they right or enough. */
export function forged<Signed extends AnySigned>(signed: Signed, keys: readonly SigningKey[]): SignedFile<Signed> {
  // What the library would not read it signs all the same.
  const plain = { version: 1, expires: expiryOf(1, NOW), spec_version: SPEC };
  const metadata = metadataOf({ signed: { ...signed, ...plain }, signatures: [] });
  const { version, expires, spec_version: specVersion } = signed;
  Object.assign(metadata.signed, { version, expires, specVersion });
  for (const { id, sign } of keys) metadata.sign((bytes) => new Signature({ keyID: id, sig: sign(bytes) }));
  return { signed, bytes: Buffer.from(JSON.stringify(metadata.toJSON())) };
}

export interface Forgery {
  readonly root?: { readonly change: (signed: RootSigned) => RootSigned; readonly keys: readonly SigningKey[] };
  readonly targets?: {
    readonly change: (signed: TargetsSigned) => TargetsSigned;
    readonly keys: readonly SigningKey[];
  };
  readonly publisher?: {
    readonly change: (signed: TargetsSigned) => TargetsSigned;
    readonly keys: readonly SigningKey[];
  };
  readonly snapshot?: {
    readonly change?: (signed: SnapshotSigned) => SnapshotSigned;
    readonly keys: readonly SigningKey[];
  };
  readonly timestamp?: {
    readonly change?: (signed: TimestampSigned) => TimestampSigned;
    readonly keys: readonly SigningKey[];
  };
}

/** A repository that tests make, change and forge. Its clock stands at `now`. */
export class TestRepository {
  readonly folder: string;
  readonly founders: TestFounders;
  /** `1.root.json` */
  readonly root: Buffer;
  now: Date;
  current: Repository;
  keys: SigningKey[];

  private constructor(folder: string, founders: TestFounders, { repository }: Edition, now: Date) {
    this.folder = folder;
    this.founders = founders;
    this.root = repository.root.bytes;
    this.now = now;
    this.current = repository;
    this.keys = keysOf(founders);
  }

  /** With release 1 of `test-pack`, unless `empty`. */
  static async found(
    folder: string,
    { founders = newFounders(), now = NOW, empty = false } = {},
  ): Promise<TestRepository> {
    const edition = newRepository(founders, now);
    const repository = new TestRepository(folder, founders, edition, now);
    await repository.take(edition);
    if (!empty) await repository.release(1);
    return repository;
  }

  async take(edition: Edition): Promise<void> {
    await writeEdition(this.folder, edition);
    this.current = edition.repository;
  }

  async release(release: number, id?: string, pages?: number): Promise<void> {
    await this.publish(await madeRelease(release, id, pages));
  }

  async publish(made: BuiltRelease): Promise<void> {
    const delta = await deltaTo(this.folder, this.current, made);
    const added = addRelease(this.current, made, this.keys, this.now);
    await this.take({ ...added, files: [...(delta?.files ?? []), ...added.files] });
  }

  resign(...roles: readonly Role[]): Promise<void> {
    return this.take(resign(this.current, roles, this.keys, this.now));
  }

  /** The old keys stay at hand. */
  async rotate(role: Role, keys: readonly SigningKey[], prefixes?: readonly string[]): Promise<void> {
    const rotation = { role, keys, ...(prefixes ? { prefixes } : {}) };
    await this.take(rotate(this.current, rotation, this.keys, this.now));
    this.keys.push(...keys);
  }

  /** Lays an edition that a thief made; what is not forged stays, and names what is. */
  async forge(forgery: Forgery): Promise<void> {
    const { root, targets, publishers, snapshot, timestamp } = this.current;
    const expires = (signed: { expires: string }): string =>
      signed.expires > expiryOf(0, this.now) ? signed.expires : expiryOf(30, this.now);
    const nextRoot = forgery.root ? forged(forgery.root.change(root.signed), forgery.root.keys) : root;
    const nextTargets = forgery.targets
      ? forged(forgery.targets.change(targets.signed), forgery.targets.keys)
      : targets;
    const nextPublishers = new Map(publishers);
    const role = this.founders.publishers[0].role;
    const its = publishers.get(role);
    if (forgery.publisher && its)
      nextPublishers.set(role, forged(forgery.publisher.change(its.signed), forgery.publisher.keys));
    const meta = Object.fromEntries(
      [['targets', nextTargets] as const, ...nextPublishers].map(([name, file]) => [`${name}.json`, metaFile(file)]),
    );
    const online = this.founders.online;
    const snapshotSigned = {
      ...snapshot.signed,
      version: snapshot.signed.version + 1,
      expires: expires(snapshot.signed),
      meta,
    };
    const nextSnapshot = forged(
      forgery.snapshot?.change?.(snapshotSigned) ?? snapshotSigned,
      forgery.snapshot?.keys ?? online,
    );
    const timestampSigned = {
      ...timestamp.signed,
      version: timestamp.signed.version + 1,
      expires: expires(timestamp.signed),
      meta: { 'snapshot.json': metaFile(nextSnapshot) },
    };
    const nextTimestamp = forged(
      forgery.timestamp?.change?.(timestampSigned) ?? timestampSigned,
      forgery.timestamp?.keys ?? online,
    );
    const files = [
      [versionedName('root', nextRoot.signed.version), nextRoot],
      [versionedName('targets', nextTargets.signed.version), nextTargets],
      ...[...nextPublishers].map(([name, file]) => [versionedName(name, file.signed.version), file] as const),
      [versionedName('snapshot', nextSnapshot.signed.version), nextSnapshot],
      [TIMESTAMP, nextTimestamp],
    ] as const;
    for (const [name, { bytes }] of files) await writeFile(join(this.folder, name), bytes);
    this.current = {
      root: nextRoot,
      targets: nextTargets,
      publishers: nextPublishers,
      snapshot: nextSnapshot,
      timestamp: nextTimestamp,
    };
  }

  /** The tree as it is, in another folder. */
  async copy(to: string): Promise<string> {
    await cp(this.folder, to, { recursive: true });
    return to;
  }
}

/** A laptop: what it remembers of one source. */
export class TestLaptop {
  readonly source: Source;

  constructor(home: string, root: Uint8Array) {
    this.source = { state: join(home, 'source', 'trusted.json'), floor: join(home, 'floor', 'floor.json'), root };
  }

  check(carrier: RepositoryCarrier | string, options: Partial<CheckOptions> = {}): Promise<Checked> {
    const from = typeof carrier === 'string' ? folderRepository(carrier) : carrier;
    return checkSource(this.source, from, { now: NOW, signal: AbortSignal.timeout(20_000), ...options });
  }
}

/** `test-pack 1` for each pack; or `kind role` of the fault. What is withheld follows in brackets. */
export function said(checked: Checked): string {
  if (!checked.ok) return `${checked.fault.kind} ${checked.fault.role}`;
  const { packs, withheld } = checked.value;
  const named = packs.map(({ id, release }) => `${id} ${release}`);
  return [...named, ...withheld.map(({ kind, role }) => `[${kind} ${role}]`)].join(', ');
}

/** Changes a file in place. */
export async function changeFile(path: string, change: (bytes: Buffer) => Uint8Array | string): Promise<void> {
  const bytes = change(await readFile(path));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
