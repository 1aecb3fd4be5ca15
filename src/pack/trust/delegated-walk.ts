import type { Metadata, TargetFile, Targets } from '@tufjs/models';
import { packOfTarget } from './names.ts';

type Delegations = NonNullable<Targets['delegations']>;
type DelegatedRole = NonNullable<Delegations['roles']>[string];

/** How the roles of a publisher name its packs: all whose id begins so. */
const PREFIX = /^packs\/([a-z0-9-]*)\*\/\*$/;

/**
 * Which target a path is, by the walk of TUF (specification, 5.6.7): roles in the order of the delegator, the first that
 * may speak for the path and lists it. tuf-js does the same for one path at a time and verifies the role's signatures
 * anew for each. What it has verified once is looked up here.
 *
 * @param loaded what was verified of each role; a role that is missing here may not be passed over
 */
export function targetLookup(
  delegator: Metadata<Targets>,
  loaded: ReadonlyMap<string, Metadata<Targets>>,
): (path: string) => TargetFile | undefined {
  const roles = Object.values(delegator.signed.delegations?.roles ?? {}).map((role) => ({
    speaks: speaksFor(role),
    isLast: role.terminating,
    verified: loaded.get(role.name),
  }));
  return (path) => {
    const own = targetOf(delegator, path);
    if (own) return own;
    for (const { speaks, isLast, verified } of roles) {
      if (!speaks(path)) continue;
      // What this one says of the path is not known, and another's word counts less.
      if (verified === undefined) return undefined;
      const target = targetOf(verified, path);
      if (target || isLast) return target;
    }
    return undefined;
  };
}

function targetOf({ signed }: Metadata<Targets>, path: string): TargetFile | undefined {
  const { targets = {} } = signed;
  return Object.hasOwn(targets, path) ? targets[path] : undefined;
}

/** The patterns that our tools write are held to a path at once: a general match for each pack and role takes seconds. */
function speaksFor(role: DelegatedRole): (path: string) => boolean {
  const prefixes = (role.paths ?? []).map((pattern) => PREFIX.exec(pattern)?.[1]);
  const isPlain = role.paths !== undefined && prefixes.every((prefix) => prefix !== undefined);
  if (!isPlain) return (path) => role.isDelegatedPath(path);
  return (path) => {
    const id = packOfTarget(path);
    return id === null ? role.isDelegatedPath(path) : prefixes.some((prefix) => id.startsWith(prefix ?? ''));
  };
}
