import type { Founders } from './publisher.ts';
import type { Edition } from './repository.ts';
import { DAYS, expiryOf } from './role.ts';
import { sealed } from './sealed-edition.ts';
import { type RootSigned, SPEC, signedFile } from './signed-file.ts';
import { delegationsOf, recordsOf, signedPublisher, signedTargets, signersOf } from './signed-roles.ts';

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
