import { targetPath } from '#pack/trust/names.ts';
import { Failure } from '#tool/failure.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { nextVersion } from './left-names.ts';
import type { Edition, Repository } from './repository.ts';
import { sealed } from './sealed-edition.ts';
import { signedPublisher } from './signed-roles.ts';

/** An edition without a pack. Laptops keep what they have. @throws Failure where it is not there, or keys are missing */
export function withdraw(before: Repository, pack: string, keys: readonly SigningKey[], now: Date): Edition {
  const path = targetPath(pack);
  const found = [...before.publishers].find(([, { signed }]) => signed.targets[path] !== undefined);
  if (found === undefined) {
    const ids = [...before.publishers.values()].flatMap(({ signed }) => Object.values(signed.targets));
    const list = ids.map(({ custom }) => custom.id).join(', ');
    throw new Failure(`${pack} is not in the repository, which has ${list || 'no packs'}.`);
  }
  const [role, { signed }] = found;
  const targets = Object.fromEntries(Object.entries(signed.targets).filter(([name]) => name !== path));
  const version = nextVersion(before, role, signed.version);
  const next = signedPublisher(before.targets, role, targets, version, keys, now);
  return sealed(before, { publishers: new Map([[role, next]]) }, keys, now);
}
