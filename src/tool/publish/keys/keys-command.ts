import { type Command, type ExitCode, readArgs } from '#tool/command.ts';
import { Failure } from '#tool/failure.ts';
import { countWords } from '#tool/findings.ts';
import type { Terminal } from '#tool/terminal.ts';
import { isRole, type Role, sharesOf } from '../role.ts';
import { type KeyFile, makeKeys } from './key-files.ts';
import { readPassphrase } from './passphrase.ts';

export const keysCommand: Command = {
  name: 'keys',
  summary: 'make the keys that sign a repository of packs',
  usage: `satchel keys init DIR --publisher NAME… [--passphrase FILE] [--json]
satchel keys init DIR --role ROLE [--count N] [--passphrase FILE] [--json]

Makes keys in DIR: three for root and three for targets, of which two must sign; one for snapshot and timestamp, called
online; two for each publisher, both of which must sign. Each is a file that you alone may read. Nothing is ever written
over: numbers go on from those that are there. Whoever has enough of them can publish in your name; move those of root
and targets to places of their own, and keep them out of every repository and backup that others read.

  --publisher NAME   the name of a team, in small letters, digits and hyphens; may be given more than once
  --role ROLE        keys of one role alone: root, targets, online or packs-NAME
  --count N          how many, 1 to 9 (as many as the role is founded with unless said)
  --passphrase FILE  the keys are locked with the first line of this file
  --json             print {keys: [{role, file, id}]} as JSON and nothing else`,
  run: (args, terminal) => runKeys(args, terminal),
};

async function runKeys(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArgs('keys', args, {
    publisher: { type: 'string', multiple: true, default: [] },
    role: { type: 'string' },
    count: { type: 'string' },
    passphrase: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const [deed, dir, extra] = positionals;
  if (deed !== 'init' || dir === undefined || extra !== undefined)
    throw new Failure('Say: satchel keys init DIR. See: satchel keys --help');
  const roles = rolesOf(values.role, values.publisher);
  if (values.count !== undefined && !/^[1-9]$/.test(values.count))
    throw new Failure('--count needs a whole number from 1 to 9.');
  const passphrase = await readPassphrase(values.passphrase);
  const made: KeyFile[] = [];
  for (const role of roles) {
    const count = values.count === undefined ? sharesOf(role).keys : Number(values.count);
    made.push(...(await makeKeys(dir, role, count, passphrase)));
  }
  if (values.json) terminal.json({ keys: made.map(({ role, file, key }) => ({ role, file, id: key.id })) });
  else {
    for (const { file, key } of made) terminal.line(`${file}  ${key.id}`);
    terminal.line(
      `${countWords(made.length, 'key')} made. Nobody can make them again: keep a copy of each in another place.`,
    );
  }
  return 0;
}

function rolesOf(role: string | undefined, publishers: readonly string[]): readonly Role[] {
  const all = role === undefined ? ['root', 'targets', 'online', ...publishers.map((name) => `packs-${name}`)] : [role];
  if (role === undefined && publishers.length === 0)
    throw new Failure('--publisher is missing: say which team publishes. See: satchel keys --help');
  if (role !== undefined && publishers.length > 0) throw new Failure('Say either --role or --publisher.');
  return all.map((one) => {
    if (isRole(one)) return one;
    throw new Failure(
      `There is no role ${one}: there are root, targets, online, and packs- with the name of a publisher in small letters, digits and hyphens.`,
    );
  });
}
