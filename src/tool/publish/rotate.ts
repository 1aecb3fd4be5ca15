import { pathsOf } from '#pack/trust/names.ts';
import { Failure } from '#tool/failure.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { nextVersion } from './left-names.ts';
import { demandNoneLost, withoutLost } from './lost-packs.ts';
import type { Edition, Repository } from './repository.ts';
import { DAYS, expiryOf, isPublisher, type Role } from './role.ts';
import { sealed } from './sealed-edition.ts';
import { type Delegation, type RootSigned, signedFile } from './signed-file.ts';
import { recordsOf, signedPublisher, signedTargets, signersOf } from './signed-roles.ts';

/** What a role has from now on. */
export interface Rotation {
  readonly role: Role;
  readonly keys: readonly SigningKey[];
  /** Publishers only: what the ids of their packs begin with; as before where it is left out. */
  readonly prefixes?: readonly string[];
  /** How many of them must sign; as before where it is left out. */
  readonly threshold?: number;
  /** Packs of it whose ids begin otherwise from now on are taken out; else they stop the rotation. */
  readonly drop?: boolean;
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
    role === 'targets'
      ? signedTargets({ version: nextVersion(before, 'targets', version), targets, delegations }, root, all, now)
      : null;
  return sealed(before, { root, ...(again === null ? {} : { targets: again }) }, all, now);
}

function rotatePublisher(
  before: Repository,
  { role, keys: newKeys, prefixes, threshold, drop = false }: Rotation & { readonly role: `packs-${string}` },
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
  const nextTargets = signedTargets(
    { version: nextVersion(before, 'targets', version), targets, delegations: next },
    before.root,
    keys,
    now,
  );
  const current = before.publishers.get(role)?.signed;
  const kept = drop ? withoutLost(roles, role, current?.targets ?? {}) : (current?.targets ?? {});
  demandNoneLost(roles, before.publishers, role, kept);
  const its = signedPublisher(nextTargets, role, kept, nextVersion(before, role, current?.version ?? 0), keys, now);
  return sealed(before, { targets: nextTargets, publishers: new Map([[role, its]]) }, keys, now);
}
