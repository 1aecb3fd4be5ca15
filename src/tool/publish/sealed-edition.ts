import type { PackEntry } from '#pack/write/pack-entries.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { nextVersion } from './left-names.ts';
import { type Edition, metaFile, type Repository, TIMESTAMP, versionedName } from './repository.ts';
import { DAYS, expiryOf, type Role } from './role.ts';
import { type SignedFile, SPEC, signedFile, type TargetsSigned } from './signed-file.ts';

/** Whose key signs both: publishers know no other name of it. */
const ONLINE: Role = 'online';

/** Puts snapshot and timestamp over what has changed. @throws Failure where keys are missing */
export function sealed(
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
      version: nextVersion(before, 'snapshot', before?.snapshot.signed.version ?? 0),
      expires: expiryOf(DAYS.snapshot, now),
      meta: Object.fromEntries(parts.map(([name, file]) => [`${name}.json`, metaFile(file)])),
    },
    ONLINE,
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
    ONLINE,
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
