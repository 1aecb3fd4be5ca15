import { join } from 'node:path';
import { writeArchive } from '#pack/write/write-archive.ts';
import { buildEffects, makePack } from '#tool/build/build-pack.ts';
import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure, writeFailure } from '#tool/failure.ts';
import { countWords, errorsIn, listFindings } from '#tool/findings.ts';
import { isFolder } from '#tool/lint/walk.ts';
import type { Terminal } from '#tool/terminal.ts';
import { addRelease } from './add-release.ts';
import { deltaTo } from './delta-to.ts';
import type { KeyFile } from './key-files.ts';
import { newRepository } from './new-repository.ts';
import type { Publisher } from './publisher.ts';
import { readRepository } from './read-repository.ts';
import type { Edition, Repository } from './repository.ts';
import { keysAtHand, SIGNING_OPTIONS, SIGNING_USAGE } from './repository-at.ts';
import { isPublisher } from './role.ts';
import { fingerprint, rolesOf, tellRoles } from './told-edition.ts';
import { treeEntries } from './tree-entries.ts';
import { writeEdition } from './write-edition.ts';

export const releaseCommand: Command = {
  name: 'release',
  summary: 'sign a release of a pack and lay it into a repository',
  usage: `satchel release DIR --repo REPO --keys DIR… [--prefix TEXT…] [--file FILE] [--passphrase FILE] [--json]

Checks and builds the pack in DIR as satchel build does, signs it and lays it into the repository in the folder REPO. A
folder without one becomes one, founded by the keys at hand. What is there is verified first: nothing is signed over a
repository that somebody changed. A release must have a higher number than the one before.

  --repo REPO        the folder of the repository; made if it is not there
${SIGNING_USAGE}
  --prefix TEXT      when a repository is founded: what the ids of the publisher's packs begin with (its name and a
                     hyphen unless said); may be given more than once
  --file FILE        write the repository with this pack as one .satchel file too, to be sent or carried
  --json             print the result as JSON and nothing else

What changed since the release before it lies there a second time as one file, in bundles/, for laptops that have that
one. It needs no signature, and laptops do without it.

The exit code is 0 when it lies there, 1 when the pack has errors, 2 when it could not be done.`,
  run: (args, terminal) => runRelease(args, terminal),
};

async function runRelease(
  args: readonly string[],
  terminal: Terminal,
  now: () => Date = () => new Date(),
): Promise<ExitCode> {
  const { values, positionals } = readArgs('release', args, {
    ...SIGNING_OPTIONS,
    repo: { type: 'string' },
    prefix: { type: 'string', multiple: true, default: [] },
    file: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const dir = onlyOne('release', 'DIR', positionals);
  const { repo, file } = values;
  if (repo === undefined)
    throw new Failure('--repo is missing: say which repository it goes into. See: satchel release --help');
  if (!(await isFolder(dir))) throw new Failure(`${dir} is not a folder that can be read.`);
  const keys = await keysAtHand('release', { keys: values.keys, passphrase: values.passphrase });
  const before = await readRepository(repo);
  const { findings, made } = await makePack(dir, buildEffects);
  if (made === undefined) {
    if (values.json) terminal.json({ findings });
    else {
      listFindings(findings, terminal, { warnings: 20 });
      terminal.line(`Nothing was signed: ${countWords(errorsIn(findings), 'error')}. Correct them and release again.`);
    }
    return 1;
  }
  const time = now();
  const founded = before === null ? foundedBy(keys, values.prefix, time) : null;
  const base = founded?.repository ?? before;
  if (base === null) throw new TypeError('no repository');
  const added = addRelease(
    base,
    made,
    keys.map(({ key }) => key),
    time,
  );
  const delta = before === null ? null : await deltaTo(repo, before, made);
  const files = [...(founded?.files.filter(isLasting) ?? []), ...(delta?.files ?? []), ...added.files];
  const edition: Edition = { ...added, files };
  await writeEdition(repo, edition);
  if (file !== undefined) await writeTree(repo, edition.repository, made.manifest.id, file);
  const { id, version, release } = made.manifest;
  if (values.json) {
    const roles = rolesOf(edition.repository);
    const since = delta && { from: delta.from, bytes: delta.bytes };
    const said = { id, version, release, manifest: made.hash, founded: founded !== null, roles };
    terminal.json({ ...said, file: file ?? null, delta: since });
    return 0;
  }
  if (founded) tellFounded(repo, founded.repository, terminal);
  terminal.line(`${id} ${version} (release ${release}) lies in ${repo}.`);
  if (delta) terminal.line(`From release ${delta.from} to it are ${delta.bytes.toLocaleString('en-GB')} bytes.`);
  if (file !== undefined) terminal.line(`${file} holds the same.`);
  tellRoles(edition.repository, terminal);
  return 0;
}

/** A timestamp is written once, when all lies there. */
const isLasting = ({ name }: { readonly name: string }): boolean => name !== 'metadata/timestamp.json';

function foundedBy(keys: readonly KeyFile[], prefixes: readonly string[], now: Date): Edition {
  const of = (role: string) => keys.filter((one) => one.role === role).map(({ key }) => key);
  const names = [...new Set(keys.map(({ role }) => role))].filter(isPublisher);
  const [first] = names;
  if (first === undefined)
    throw new Failure('A new repository needs the keys of a publisher: satchel keys init makes them.');
  if (prefixes.length > 0 && names.length > 1)
    throw new Failure('--prefix speaks of one publisher, and the keys of several are at hand.');
  const publishers = names.map((role): Publisher => {
    const own = prefixes.length > 0 ? prefixes : [`${role.slice('packs-'.length)}-`];
    return { role, prefixes: own.map(demandPrefix), keys: of(role) };
  });
  return newRepository({ root: of('root'), targets: of('targets'), online: of('online'), publishers }, now);
}

/** @throws Failure for what no id begins with */
export function demandPrefix(prefix: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,100}$/.test(prefix)) return prefix;
  throw new Failure(`No id begins with "${prefix}": --prefix takes small letters, digits and hyphens.`);
}

async function writeTree(repo: string, repository: Repository, id: string, file: string): Promise<void> {
  const entries = await treeEntries(repo, repository, id);
  await writeArchive(entries, file).catch((error: unknown) => {
    throw writeFailure(error, file);
  });
}

function tellFounded(repo: string, { root }: Repository, terminal: Terminal): void {
  terminal.line(`A new repository was founded. Its root is ${join(repo, 'metadata', '1.root.json')}:`);
  terminal.line(`  ${fingerprint(root.bytes)}`);
  terminal.line('Give that file to whoever is to trust it, and these letters by another way.');
}
