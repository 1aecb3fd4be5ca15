import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure } from '#tool/failure.ts';
import type { Terminal } from '#tool/terminal.ts';
import { CLOCK_OPTION, CLOCK_USAGE } from './clock.ts';
import { readKeys } from './key-files.ts';
import { readPassphrase } from './passphrase.ts';
import { demandPrefix } from './release-command.ts';
import { keysAtHand, SIGNING_OPTIONS, SIGNING_USAGE } from './repository-at.ts';
import { isRole } from './role.ts';
import { rotate } from './rotate.ts';
import { signRepository } from './sign-repository.ts';
import { rolesOf, tellRoles } from './told-edition.ts';

export const rotateCommand: Command = {
  name: 'rotate',
  summary: 'give a role of a repository other keys, or add a publisher',
  usage: `satchel rotate REPO --role ROLE --keys DIR… --new DIR [--threshold N] [--prefix TEXT…]
               [--drop] [--passphrase FILE] [--clock-is-right] [--json]

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
name it (root, or targets for publishers) and by the new keys. The keys for snapshot and timestamp are always needed.`,
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
  const folders = [...values.keys, values.new];
  const place = { repo, keys: folders, now: now(), clockIsRight: values['clock-is-right'] };
  const edition = await signRepository(place, (before) => rotate(before, rotation, all, place.now));
  if (values.json) terminal.json({ roles: rolesOf(edition.repository) });
  else {
    terminal.line(`${role} has ${keys.length === 1 ? 'one key' : `${keys.length} keys`} from now on.`);
    tellRoles(edition.repository, terminal);
  }
  return 0;
}
