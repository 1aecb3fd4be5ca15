import { Failure } from '#tool/failure.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { nextVersion } from './left-names.ts';
import type { Edition, Repository } from './repository.ts';
import { DAYS, expiryOf, isPublisher, type Role } from './role.ts';
import { sealed } from './sealed-edition.ts';
import { signedFile } from './signed-file.ts';
import { signedPublisher, signedTargets } from './signed-roles.ts';

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
    ? signedTargets({ version: nextVersion(before, 'targets', version), targets, delegations }, root, keys, now)
    : before.targets;
  const publishers = new Map(
    roles.filter(isPublisher).map((role) => {
      const current = before.publishers.get(role);
      if (current === undefined) throw new Failure(`The repository has no publisher ${role}.`);
      const { signed } = current;
      return [
        role,
        signedPublisher(nextTargets, role, signed.targets, nextVersion(before, role, signed.version), keys, now),
      ];
    }),
  );
  return sealed(before, { root, targets: nextTargets, publishers }, keys, now);
}
