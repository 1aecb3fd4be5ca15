import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure } from '#tool/failure.ts';
import type { Terminal } from '#tool/terminal.ts';
import { CLOCK_OPTION, CLOCK_USAGE } from './clock.ts';
import { keysAtHand, SIGNING_OPTIONS, SIGNING_USAGE } from './repository-at.ts';
import { signRepository } from './sign-repository.ts';
import { rolesOf, tellRoles } from './told-edition.ts';
import { withdraw } from './withdraw.ts';

export const withdrawCommand: Command = {
  name: 'withdraw',
  summary: 'take a pack out of a repository',
  usage: `satchel withdraw ID --repo REPO --keys DIR… [--against PLACED] [--passphrase FILE]
                 [--clock-is-right] [--json]

Signs an edition of the repository in REPO that does not have the pack ID. Laptops that have it keep it, and are offered
no more releases of it. Its files stay in the folder. It comes back with satchel release under a higher number.

  --repo REPO        the folder of the repository
${SIGNING_USAGE}
${CLOCK_USAGE}
  --json             print {id, roles: [{role, version, expires}]} as JSON and nothing else

The keys of its publisher and the online key are needed.`,
  run: (args, terminal) => runWithdraw(args, terminal),
};

async function runWithdraw(
  args: readonly string[],
  terminal: Terminal,
  now: () => Date = () => new Date(),
): Promise<ExitCode> {
  const { values, positionals } = readArgs('withdraw', args, {
    ...SIGNING_OPTIONS,
    ...CLOCK_OPTION,
    repo: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const id = onlyOne('withdraw', 'ID', positionals);
  const { repo, keys: folders, passphrase, against } = values;
  if (repo === undefined)
    throw new Failure('--repo is missing: say which repository it is taken out of. See: satchel withdraw --help');
  const found = await keysAtHand('withdraw', { keys: folders, passphrase });
  const keys = found.map(({ key }) => key);
  const place = { repo, keys: folders, now: now(), clockIsRight: values['clock-is-right'], against };
  const { repository } = await signRepository(place, (before) => withdraw(before, id, keys, place.now), terminal);
  if (values.json) terminal.json({ id, roles: rolesOf(repository) });
  else {
    terminal.line(`${id} is in ${repo} no more. Laptops keep what they have.`);
    tellRoles(repository, terminal);
  }
  return 0;
}
