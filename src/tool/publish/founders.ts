import { Failure } from '#tool/failure.ts';
import type { KeyFile } from './keys/key-files.ts';
import type { Founders, Publisher } from './publisher.ts';
import { isPublisher } from './role.ts';

/**
 * Who may sign in a new repository, by the keys at hand. `prefixes`: `TEXT`, or `NAME=TEXT` where there are several
 * publishers. `pack`: the id of the first pack, which one of them must be able to sign.
 * @throws Failure
 */
export function foundersOf(keys: readonly KeyFile[], prefixes: readonly string[], pack: string): Founders {
  const of = (role: string) => keys.filter((one) => one.role === role).map(({ key }) => key);
  const roles = [...new Set(keys.map(({ role }) => role))].filter(isPublisher);
  if (roles.length === 0)
    throw new Failure('A new repository needs the keys of a publisher: satchel keys init makes them.');
  const said = prefixes.map((text) => saidPrefix(text, roles));
  const publishers = roles.map((role): Publisher => {
    const own = said.filter((one) => one.role === role).map(({ prefix }) => prefix);
    return { role, prefixes: own.length > 0 ? own : [`${nameOf(role)}-`], keys: of(role) };
  });
  const all = publishers.flatMap((one) => one.prefixes);
  if (!all.some((prefix) => pack.startsWith(prefix))) {
    const list = all.map((prefix) => `"${prefix}"`).join(', ');
    throw new Failure(
      `Nobody could publish ${pack} here: ids of packs would begin with ${list}. No repository was founded. Say with --prefix how they begin, or give the pack another id.`,
    );
  }
  return { root: of('root'), targets: of('targets'), online: of('online'), publishers };
}

type PublisherRole = Publisher['role'];

const nameOf = (role: PublisherRole): string => role.slice('packs-'.length);

function saidPrefix(
  text: string,
  roles: readonly PublisherRole[],
): { readonly role: PublisherRole; readonly prefix: string } {
  const [, name, named] = /^([a-z0-9-]+)=(.*)$/.exec(text) ?? [];
  const names = roles.map(nameOf).join(', ');
  const role = name === undefined && roles.length === 1 ? roles[0] : roles.find((one) => nameOf(one) === name);
  if (role !== undefined) return { role, prefix: demandPrefix(named ?? text) };
  throw new Failure(
    name === undefined
      ? `The keys of several publishers are at hand (${names}): say whose beginning it is, as in --prefix NAME=${text}.`
      : `There are no keys of a publisher ${name} at hand, only of ${names}.`,
  );
}

/** @throws Failure for what no id begins with */
export function demandPrefix(prefix: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,100}$/.test(prefix)) return prefix;
  throw new Failure(`No id begins with "${prefix}": --prefix takes small letters, digits and hyphens.`);
}
