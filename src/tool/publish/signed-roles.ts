import { pathsOf } from '#pack/trust/names.ts';
import { Failure } from '#tool/failure.ts';
import type { SigningKey } from './keys/signing-key.ts';
import type { Publisher } from './publisher.ts';
import { DAYS, expiryOf, type Role, sharesOf } from './role.ts';
import {
  type Delegation,
  type RootSigned,
  type SignedFile,
  type Signers,
  SPEC,
  signedFile,
  type TargetsSigned,
} from './signed-file.ts';

/** Keys as metadata lists them. */
export const recordsOf = (keys: readonly SigningKey[]): RootSigned['keys'] =>
  Object.fromEntries(keys.map(({ id, record }) => [id, record]));

/** @throws Failure where they are too few */
export function signersOf(role: Role, keys: readonly SigningKey[], threshold = sharesOf(role).threshold): Signers {
  const keyids = [...new Set(keys.map(({ id }) => id))].sort();
  if (keyids.length < threshold)
    throw new Failure(
      `${role} needs at least ${threshold} ${threshold === 1 ? 'key' : 'different keys'}, and has ${keyids.length}.`,
    );
  return { keyids, threshold };
}

export function delegationsOf(publishers: readonly Publisher[]): NonNullable<TargetsSigned['delegations']> {
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

/** @throws Failure where keys are missing */
export function signedTargets(
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

/** @throws Failure where keys are missing */
export function signedPublisher(
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
