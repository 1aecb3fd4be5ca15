import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure } from '#tool/failure.ts';
import type { Terminal } from '#tool/terminal.ts';
import { CLOCK_OPTION, CLOCK_USAGE } from './clock.ts';
import { keysAtHand, SIGNING_OPTIONS, SIGNING_USAGE } from './repository-at.ts';
import { resign } from './resign.ts';
import { isRole, type Role } from './role.ts';
import { signRepository } from './sign-repository.ts';
import { pastRoles, rolesOf, tellDates, tellRoles } from './told-edition.ts';

export const resignCommand: Command = {
  name: 'resign',
  summary: 'sign a repository again before its time is over',
  usage: `satchel resign REPO --keys DIR… [--role ROLE…] [--against PLACED] [--passphrase FILE] [--clock-is-right] [--json]

Signs snapshot and timestamp of the repository in REPO again, good for ninety days from now: once a week keeps laptops
that are seldom online in time. With --role other roles too, each good for its whole time from now. Each file of each
release is verified first: nothing is signed over a repository that somebody changed.

${SIGNING_USAGE}
  --role ROLE        root (two years), targets or packs-NAME (one year); may be given more than once
${CLOCK_USAGE}
  --json             print {roles: [{role, version, expires}], past: [role]} as JSON and nothing else

The exit code is 0 when it is signed and every role is good, 1 when it is signed and a role is past its date, 2 when it
could not be done.`,
  run: (args, terminal) => runResign(args, terminal),
};

export async function runResign(
  args: readonly string[],
  terminal: Terminal,
  now: () => Date = () => new Date(),
): Promise<ExitCode> {
  const { values, positionals } = readArgs('resign', args, {
    ...SIGNING_OPTIONS,
    ...CLOCK_OPTION,
    role: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  });
  const repo = onlyOne('resign', 'REPO', positionals);
  const roles = values.role.map((role): Role => {
    if (isRole(role)) return role;
    throw new Failure(`There is no role ${role}. See: satchel resign --help`);
  });
  const found = await keysAtHand('resign', { keys: values.keys, passphrase: values.passphrase });
  const keys = found.map(({ key }) => key);
  const time = now();
  const { against } = values;
  const place = { repo, keys: values.keys, now: time, clockIsRight: values['clock-is-right'], against };
  const edition = await signRepository(place, (before) => resign(before, roles, keys, time), terminal);
  const past = pastRoles(edition.repository, time);
  if (values.json) terminal.json({ roles: rolesOf(edition.repository), past });
  else {
    terminal.line(`${repo} is signed again.`);
    tellRoles(edition.repository, terminal);
    tellDates(edition.repository, terminal, time);
  }
  return past.length === 0 ? 0 : 1;
}
