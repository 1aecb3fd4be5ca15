import { join } from 'node:path';
import { writeArchive } from '#pack/write/write-archive.ts';
import { buildEffects, makePack } from '#tool/build/build-pack.ts';
import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure, writeFailure } from '#tool/failure.ts';
import { countWords, errorsIn, listFindings } from '#tool/findings.ts';
import { isFolder } from '#tool/lint/walk.ts';
import type { Terminal } from '#tool/terminal.ts';
import { addRelease } from './add-release.ts';
import { demandAgainst } from './against.ts';
import { deltaTo } from './delta-to.ts';
import { demandContent } from './demand-content.ts';
import { foundersOf } from './founders.ts';
import { newRepository } from './new-repository.ts';
import { readRepository } from './read-repository.ts';
import type { Edition, Repository } from './repository.ts';
import { keysAtHand, SIGNING_OPTIONS, SIGNING_USAGE } from './repository-at.ts';
import { fingerprint, isRefused, rolesOf, tellDates, tellRoles } from './told-edition.ts';
import { treeEntries } from './tree-entries.ts';
import { writeEdition } from './write-edition.ts';

export const releaseCommand: Command = {
  name: 'release',
  summary: 'sign a release of a pack and lay it into a repository',
  usage: `satchel release DIR --repo REPO --keys DIR… [--prefix TEXT…] [--file FILE] [--against PLACED]
                [--passphrase FILE] [--json]

Checks and builds the pack in DIR as satchel build does, signs it and lays it into the repository in the folder REPO. A
folder without one becomes one, founded by the keys at hand. What is there is verified first, each file of each release:
nothing is signed over a repository that somebody changed. A release must have a higher number than the one before.

  --repo REPO        the folder of the repository; made if it is not there
${SIGNING_USAGE}
  --prefix TEXT      when a repository is founded: what the ids of the publisher's packs begin with (its name and a
                     hyphen unless said); may be given more than once. Where several publishers found it: NAME=TEXT
  --file FILE        write the repository with this pack as one .satchel file too, to be sent or carried
  --json             print the result as JSON and nothing else

What changed since the release before it lies there a second time as one file, in bundles/, for laptops that have that
one. It needs no signature, and laptops do without it.

The exit code is 0 when it lies there, 1 when the pack has errors, or it lies there and root or targets is past its
date, 2 when it could not be done.`,
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
  await demandAgainst(repo, before, values.against);
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
  if (before !== null) await demandContent(repo, before, terminal, made.manifest.id);
  const founded = before === null ? newRepository(foundersOf(keys, values.prefix, made.manifest.id), time) : null;
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
  const code = isRefused(edition.repository, time) ? 1 : 0;
  const { id, version, release } = made.manifest;
  if (values.json) {
    const roles = rolesOf(edition.repository);
    const since = delta && { from: delta.from, bytes: delta.bytes };
    const said = { id, version, release, manifest: made.hash, founded: founded !== null, roles };
    terminal.json({ ...said, file: file ?? null, delta: since });
    return code;
  }
  if (founded) tellFounded(repo, founded.repository, terminal);
  terminal.line(`${id} ${version} (release ${release}) lies in ${repo}.`);
  if (delta) terminal.line(`From release ${delta.from} to it are ${delta.bytes.toLocaleString('en-GB')} bytes.`);
  if (file !== undefined) terminal.line(`${file} holds the same.`);
  tellRoles(edition.repository, terminal);
  tellDates(edition.repository, terminal, time);
  return code;
}

/** A timestamp is written once, when all lies there. */
const isLasting = ({ name }: { readonly name: string }): boolean => name !== 'metadata/timestamp.json';

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
