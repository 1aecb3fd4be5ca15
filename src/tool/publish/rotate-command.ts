import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure } from '#tool/failure.ts';
import type { Terminal } from '#tool/terminal.ts';
import { CLOCK_OPTION, CLOCK_USAGE } from './clock.ts';
import { demandPrefix } from './founders.ts';
import { type KeyFile, readKeys } from './keys/key-files.ts';
import { readPassphrase } from './keys/passphrase.ts';
import { keysAtHand, SIGNING_OPTIONS, SIGNING_USAGE } from './repository-at.ts';
import { isRole, type Role } from './role.ts';
import { rotate } from './rotate.ts';
import { signRepository } from './sign-repository.ts';
import { isRefused, rolesOf, tellDates, tellRoles } from './told-edition.ts';

export const rotateCommand: Command = {
  name: 'rotate',
  summary: 'give a role of a repository other keys, or add a publisher',
  usage: `satchel rotate REPO --role ROLE --keys DIR… --new DIR [--threshold N] [--prefix TEXT…]
               [--drop] [--against PLACED] [--passphrase FILE] [--clock-is-right] [--json]

From now on ROLE has those keys that lie in the folder --new under its name, and no others: copy those that stay into
that folder too. Laptops follow by themselves, however many such changes they missed.

  --role ROLE        root, targets, online, or packs-NAME; a publisher that is not there yet is added
${SIGNING_USAGE}
  --new DIR          the folder with all keys that the role has from now on
  --threshold N      how many of its keys must sign, 1 to 9 (as before unless said)
  --prefix TEXT      publishers: what the ids of their packs begin with; may be given more than once
  --drop             packs of the publisher whose ids begin otherwise are taken out; without it they stop the rotation
${CLOCK_USAGE}
  --json             print {roles: [{role, version, expires}]} as JSON and nothing else

A change of root is signed by two of its old and two of its new keys; one of targets, online or a publisher by those who
name it (root, or targets for publishers) and by the new keys. The keys for snapshot and timestamp are always needed.

The exit code is 0 when it is done, 1 when it is done and root or targets is past its date, 2 when it could not be done.`,
  run: (args, terminal) => runRotate(args, terminal),
};

async function runRotate(
  args: readonly string[],
  terminal: Terminal,
  now: () => Date = () => new Date(),
): Promise<ExitCode> {
  const { values, positionals } = readArgs('rotate', args, {
    ...SIGNING_OPTIONS,
    ...CLOCK_OPTION,
    role: { type: 'string' },
    new: { type: 'string' },
    threshold: { type: 'string' },
    prefix: { type: 'string', multiple: true, default: [] },
    drop: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  const repo = onlyOne('rotate', 'REPO', positionals);
  const { role } = values;
  if (role === undefined || !isRole(role))
    throw new Failure('--role needs root, targets, online or packs-NAME. See: satchel rotate --help');
  if (values.new === undefined)
    throw new Failure('--new is missing: say where the new keys are. See: satchel rotate --help');
  const old = await keysAtHand('rotate', { keys: values.keys, passphrase: values.passphrase });
  const named = await readKeys([values.new], await readPassphrase(values.passphrase));
  const keys = named.filter((one) => one.role === role).map(({ key }) => key);
  if (keys.length === 0) throw new Failure(`${values.new} has no keys of ${role}: their names begin with ${role}-.`);
  const prefixes = values.prefix.map(demandPrefix);
  if (values.threshold !== undefined && !/^[1-9]$/.test(values.threshold))
    throw new Failure('--threshold needs a whole number from 1 to 9.');
  const rotation = {
    role,
    keys,
    drop: values.drop,
    ...(prefixes.length > 0 ? { prefixes } : {}),
    ...(values.threshold === undefined ? {} : { threshold: Number(values.threshold) }),
  };
  const all = [...old, ...named].map(({ key }) => key);
  const time = now();
  const folders = [...values.keys, values.new];
  const { against } = values;
  const place = { repo, keys: folders, now: time, clockIsRight: values['clock-is-right'], against };
  const edition = await signRepository(place, (before) => rotate(before, rotation, all, time), terminal);
  if (values.json) terminal.json({ roles: rolesOf(edition.repository) });
  else {
    terminal.line(`${role} has ${keys.length === 1 ? 'one key' : `${keys.length} keys`} from now on.`);
    tellMoves(role, old, named, terminal);
    tellRoles(edition.repository, terminal);
    tellDates(edition.repository, terminal, time);
  }
  return isRefused(edition.repository, time) ? 1 : 0;
}

/** Which files sign from now on, and which no more: the next command reads all that lie in a folder of keys. */
function tellMoves(role: Role, old: readonly KeyFile[], now: readonly KeyFile[], terminal: Terminal): void {
  const of = (files: readonly KeyFile[]) => files.filter((one) => one.role === role);
  const has = (files: readonly KeyFile[], { key }: KeyFile) => files.some((one) => one.key.id === key.id);
  const fresh = of(now).filter((one) => !has(of(old), one));
  const gone = of(old).filter((one) => !has(of(now), one));
  const list = (files: readonly KeyFile[]) => files.map(({ file }) => file).join(', ');
  if (fresh.length > 0)
    terminal.line(
      `From now on sign with ${list(fresh)}: put ${fresh.length === 1 ? 'it' : 'them'} where you keep keys.`,
    );
  if (gone.length > 0)
    terminal.line(`No longer signed with: ${list(gone)}. Take ${gone.length === 1 ? 'it' : 'them'} out of there.`);
}
