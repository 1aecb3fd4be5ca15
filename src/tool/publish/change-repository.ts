import type { Manifest } from '#domain/manifest.ts';
import { pathsOf, targetPath } from '#pack/trust/names.ts';
import type { PackEntry } from '#pack/write/pack-entries.ts';
import { Failure } from '#tool/failure.ts';
import { type Edition, metaFile, type Repository, TIMESTAMP, versionedName } from './repository.ts';
import { DAYS, expiryOf, isPublisher, type Role, sharesOf } from './role.ts';
import {
  type Delegation,
  type RootSigned,
  type SignedFile,
  type Signers,
  SPEC,
  signedFile,
  type TargetsSigned,
} from './signed-file.ts';
import type { SigningKey } from './signing-key.ts';

/** A team that publishes, and what the ids of its packs begin with. */
export interface Publisher {
  readonly role: `packs-${string}`;
  readonly prefixes: readonly string[];
  readonly keys: readonly SigningKey[];
}

/** Who may sign in a new repository. */
export interface Founders {
  readonly root: readonly SigningKey[];
  readonly targets: readonly SigningKey[];
  readonly online: readonly SigningKey[];
  readonly publishers: readonly Publisher[];
}

/** A repository without packs. @throws Failure where a role has too few keys */
export function newRepository(founders: Founders, now: Date): Edition {
  const { root: rootKeys, targets: targetsKeys, online, publishers } = founders;
  const keys = [...rootKeys, ...targetsKeys, ...online, ...publishers.flatMap((one) => one.keys)];
  const signed: RootSigned = {
    _type: 'root',
    spec_version: SPEC,
    version: 1,
    expires: expiryOf(DAYS.root, now),
    consistent_snapshot: true,
    keys: recordsOf([...rootKeys, ...targetsKeys, ...online]),
    roles: {
      root: signersOf('root', rootKeys),
      targets: signersOf('targets', targetsKeys),
      snapshot: signersOf('online', online),
      timestamp: signersOf('online', online),
    },
  };
  const root = signedFile(signed, 'root', [signed.roles.root], keys);
  const targets = signedTargets({ version: 1, targets: {}, delegations: delegationsOf(publishers) }, root, keys, now);
  const empty = new Map(publishers.map(({ role }) => [role, signedPublisher(targets, role, {}, 1, keys, now)]));
  return sealed(null, { root, targets, publishers: empty }, keys, now);
}

/** A built release: what its manifest says, and all its files. */
export interface BuiltRelease {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest's bytes. */
  readonly hash: string;
  readonly entries: readonly PackEntry[];
}

/** @throws Failure where nobody may sign the pack, it is not newer, or keys are missing */
export function addRelease(
  before: Repository,
  { manifest, hash, entries }: BuiltRelease,
  keys: readonly SigningKey[],
  now: Date,
): Edition {
  const { id, release, version, title } = manifest;
  const path = targetPath(id);
  const role = roleFor(before, id);
  const current = before.publishers.get(role);
  if (current === undefined) throw new Failure(`The repository has no metadata of ${role}.`);
  const older = current.signed.targets[path]?.custom.release ?? 0;
  if (release <= older)
    throw new Failure(`${id} has release ${older} in the repository: raise "release" in pack.yaml above it.`);
  const bytes = entries.find(({ name }) => name.startsWith('targets/'))?.bytes;
  if (bytes === undefined) throw new TypeError('a release without its manifest');
  const targets = {
    ...current.signed.targets,
    [path]: {
      length: bytes.length,
      hashes: { sha256: hash },
      custom: { id, release, version, title, publisher: role },
    },
  };
  const next = signedPublisher(before.targets, role, targets, current.signed.version + 1, keys, now);
  const edition = sealed(before, { publishers: new Map([[role, next]]) }, keys, now);
  return { ...edition, files: [...entries, ...edition.files] };
}

/** The role that may sign a pack. @throws Failure */
function roleFor({ targets }: Repository, pack: string): string {
  const roles = targets.signed.delegations?.roles ?? [];
  const found = roles.find(({ paths }) => paths.some((path) => pack.startsWith(prefixOf(path))));
  if (found !== undefined) return found.name;
  const list = roles.flatMap(({ paths }) => paths.map((path) => `"${prefixOf(path)}"`)).join(', ');
  throw new Failure(
    `Nobody may publish ${pack} here: ids of packs begin with ${list || 'nothing that is known'}. Give a publisher this beginning with satchel rotate --prefix.`,
  );
}

const prefixOf = (path: string): string => path.replace(/^packs\//, '').replace(/\*\/\*$/, '');

/** Signs again what is good for some weeks only, and the roles that are named, each good for its whole time from now. */
export function resign(before: Repository, roles: readonly Role[], keys: readonly SigningKey[], now: Date): Edition {
  const root = roles.includes('root')
    ? signedFile(
        { ...before.root.signed, version: before.root.signed.version + 1, expires: expiryOf(DAYS.root, now) },
        'root',
        [before.root.signed.roles.root],
        keys,
      )
    : before.root;
  const { delegations, targets, version } = before.targets.signed;
  const nextTargets = roles.includes('targets')
    ? signedTargets({ version: version + 1, targets, delegations }, root, keys, now)
    : before.targets;
  const publishers = new Map(
    roles.filter(isPublisher).map((role) => {
      const current = before.publishers.get(role);
      if (current === undefined) throw new Failure(`The repository has no publisher ${role}.`);
      const { signed } = current;
      return [role, signedPublisher(nextTargets, role, signed.targets, signed.version + 1, keys, now)];
    }),
  );
  return sealed(before, { root, targets: nextTargets, publishers }, keys, now);
}

/** What a role has from now on. */
export interface Rotation {
  readonly role: Role;
  readonly keys: readonly SigningKey[];
  /** Publishers only: what the ids of their packs begin with; as before where it is left out. */
  readonly prefixes?: readonly string[];
  /** How many of them must sign; as before where it is left out. */
  readonly threshold?: number;
}

/**
 * Gives a role other keys; a publisher that is not there yet becomes one. `keys`: the old and the new ones that are at
 * hand. A new root is signed by enough of the old root's keys and enough of its own.
 * @throws Failure
 */
export function rotate(before: Repository, rotation: Rotation, keys: readonly SigningKey[], now: Date): Edition {
  const { role } = rotation;
  const all = [...keys, ...rotation.keys];
  if (isPublisher(role)) return rotatePublisher(before, { ...rotation, role }, all, now);
  const old = before.root.signed;
  const former = role === 'online' ? old.roles.timestamp : old.roles[role];
  const signers = signersOf(role, rotation.keys, rotation.threshold ?? former.threshold);
  const roles = {
    ...old.roles,
    ...(role === 'online' ? { snapshot: signers, timestamp: signers } : { [role]: signers }),
  };
  const listed = new Set(Object.values(roles).flatMap(({ keyids }) => keyids));
  const records = { ...old.keys, ...recordsOf(rotation.keys) };
  const signed: RootSigned = {
    ...old,
    version: old.version + 1,
    expires: expiryOf(DAYS.root, now),
    keys: Object.fromEntries(Object.entries(records).filter(([id]) => listed.has(id))),
    roles,
  };
  const root = signedFile(signed, 'root', [old.roles.root, roles.root], all);
  const { delegations, targets, version } = before.targets.signed;
  const again =
    role === 'targets' ? signedTargets({ version: version + 1, targets, delegations }, root, all, now) : null;
  return sealed(before, { root, ...(again === null ? {} : { targets: again }) }, all, now);
}

function rotatePublisher(
  before: Repository,
  { role, keys: newKeys, prefixes, threshold }: Rotation & { readonly role: `packs-${string}` },
  keys: readonly SigningKey[],
  now: Date,
): Edition {
  const { delegations = { keys: {}, roles: [] }, targets, version } = before.targets.signed;
  const old = delegations.roles.find(({ name }) => name === role);
  const paths = prefixes?.map(pathsOf) ?? old?.paths;
  if (paths === undefined)
    throw new Failure(`${role} is new here: say with --prefix what the ids of its packs begin with.`);
  const delegation: Delegation = {
    name: role,
    ...signersOf(role, newKeys, threshold ?? old?.threshold),
    terminating: true,
    paths,
  };
  const roles = old
    ? delegations.roles.map((one) => (one === old ? delegation : one))
    : [...delegations.roles, delegation];
  const listed = new Set(roles.flatMap(({ keyids }) => keyids));
  const records = { ...delegations.keys, ...recordsOf(newKeys) };
  const next = { keys: Object.fromEntries(Object.entries(records).filter(([id]) => listed.has(id))), roles };
  const nextTargets = signedTargets({ version: version + 1, targets, delegations: next }, before.root, keys, now);
  const current = before.publishers.get(role)?.signed;
  const its = signedPublisher(nextTargets, role, current?.targets ?? {}, (current?.version ?? 0) + 1, keys, now);
  return sealed(before, { targets: nextTargets, publishers: new Map([[role, its]]) }, keys, now);
}

const recordsOf = (keys: readonly SigningKey[]): RootSigned['keys'] =>
  Object.fromEntries(keys.map(({ id, record }) => [id, record]));

function signersOf(role: Role, keys: readonly SigningKey[], threshold = sharesOf(role).threshold): Signers {
  const keyids = [...new Set(keys.map(({ id }) => id))].sort();
  if (keyids.length < threshold)
    throw new Failure(
      `${role} needs at least ${threshold} ${threshold === 1 ? 'key' : 'different keys'}, and has ${keyids.length}.`,
    );
  return { keyids, threshold };
}

function delegationsOf(publishers: readonly Publisher[]): NonNullable<TargetsSigned['delegations']> {
  const roles = publishers.map(
    ({ role, prefixes, keys }): Delegation => ({
      name: role,
      ...signersOf(role, keys),
      terminating: true,
      paths: prefixes.map(pathsOf),
    }),
  );
  return { keys: recordsOf(publishers.flatMap(({ keys }) => keys)), roles };
}

function signedTargets(
  {
    version,
    targets,
    delegations,
  }: Pick<TargetsSigned, 'version' | 'targets'> & {
    readonly delegations: TargetsSigned['delegations'];
  },
  root: SignedFile<RootSigned>,
  keys: readonly SigningKey[],
  now: Date,
): SignedFile<TargetsSigned> {
  const head = { _type: 'targets' as const, spec_version: SPEC, version, expires: expiryOf(DAYS.targets, now) };
  const signed: TargetsSigned = { ...head, targets, ...(delegations ? { delegations } : {}) };
  return signedFile(signed, 'targets', [root.signed.roles.targets], keys);
}

function signedPublisher(
  by: SignedFile<TargetsSigned>,
  role: string,
  targets: TargetsSigned['targets'],
  version: number,
  keys: readonly SigningKey[],
  now: Date,
): SignedFile<TargetsSigned> {
  const signers = by.signed.delegations?.roles.find(({ name }) => name === role);
  if (signers === undefined) throw new TypeError('a publisher that nobody named');
  const expires = expiryOf(DAYS.publisher, now);
  return signedFile({ _type: 'targets', spec_version: SPEC, version, expires, targets }, role, [signers], keys);
}

/** Puts snapshot and timestamp over what has changed. */
function sealed(
  before: Repository | null,
  changed: Partial<Pick<Repository, 'root' | 'targets' | 'publishers'>>,
  keys: readonly SigningKey[],
  now: Date,
): Edition {
  const root = changed.root ?? before?.root;
  const targets = changed.targets ?? before?.targets;
  if (root === undefined || targets === undefined) throw new TypeError('a repository without its roles');
  const publishers = new Map([...(before?.publishers ?? []), ...(changed.publishers ?? [])]);
  const { roles } = root.signed;
  const parts = [['targets', targets] as const, ...publishers];
  const snapshot = signedFile(
    {
      _type: 'snapshot',
      spec_version: SPEC,
      version: (before?.snapshot.signed.version ?? 0) + 1,
      expires: expiryOf(DAYS.snapshot, now),
      meta: Object.fromEntries(parts.map(([name, file]) => [`${name}.json`, metaFile(file)])),
    },
    'snapshot',
    [roles.snapshot],
    keys,
  );
  const timestamp = signedFile(
    {
      _type: 'timestamp',
      spec_version: SPEC,
      version: (before?.timestamp.signed.version ?? 0) + 1,
      expires: expiryOf(DAYS.timestamp, now),
      meta: { 'snapshot.json': metaFile(snapshot) },
    },
    'timestamp',
    [roles.timestamp],
    keys,
  );
  const isNew = ([name, file]: readonly [string, SignedFile<TargetsSigned>]): boolean =>
    file !== (name === 'targets' ? before?.targets : before?.publishers.get(name));
  const files: PackEntry[] = parts
    .filter(isNew)
    .map(([name, file]) => ({ name: versionedName(name, file.signed.version), bytes: file.bytes }));
  files.push({ name: versionedName('snapshot', snapshot.signed.version), bytes: snapshot.bytes });
  if (root !== before?.root) files.push({ name: versionedName('root', root.signed.version), bytes: root.bytes });
  files.push({ name: TIMESTAMP, bytes: timestamp.bytes });
  return { repository: { root, targets, publishers, snapshot, timestamp }, files };
}
