import { readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makePath } from '#files/make-folder.ts';
import { targetPath } from '#pack/trust/names.ts';
import { writeArchive } from '#pack/write/write-archive.ts';
import { buildEffects, makePack } from '#tool/build/build-pack.ts';
import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure, writeFailure } from '#tool/failure.ts';
import { countWords, errorsIn, listFindings } from '#tool/findings.ts';
import { isFolder } from '#tool/lint/walk.ts';
import { demandPackFile, demandWritable } from '#tool/pack-file.ts';
import { isInside } from '#tool/real-path.ts';
import type { Terminal } from '#tool/terminal.ts';
import { addRelease, type BuiltRelease } from './add-release.ts';
import { demandAgainst } from './against.ts';
import { demandApart } from './apart.ts';
import { CLOCK_OPTION, CLOCK_USAGE, demandClock } from './clock.ts';
import { deltaTo } from './delta-to.ts';
import { demandContent } from './demand-content.ts';
import { foundersOf } from './founders.ts';
import type { KeyFile } from './keys/key-files.ts';
import { demandReadable } from './laptop-limits.ts';
import { withLeftNames } from './left-names.ts';
import { newRepository } from './new-repository.ts';
import { readRepository } from './read-repository.ts';
import { demandNewNumber } from './released-before.ts';
import type { Edition, Repository } from './repository.ts';
import { keysAtHand, SIGNING_OPTIONS, SIGNING_USAGE } from './repository-at.ts';
import { withLock } from './repository-lock.ts';
import { fingerprint, isRefused, rolesOf, tellDates, tellRoles } from './told-edition.ts';
import { treeEntries } from './tree-entries.ts';
import { writeEdition } from './write-edition.ts';

export const releaseCommand: Command = {
  name: 'release',
  summary: 'sign a release of a pack and lay it into a repository',
  usage: `satchel release DIR --repo REPO --keys DIR… [--prefix TEXT…] [--file FILE] [--against PLACED]
                [--passphrase FILE] [--clock-is-right] [--json]

Checks and builds the pack in DIR as satchel build does, signs it and lays it into the repository in the folder REPO. A
folder without one becomes one, founded by the keys at hand. What is there is verified first, each file of each release:
nothing is signed over a repository that somebody changed. A release must have a higher number than the one before.

  --repo REPO        the folder of the repository; made if it is not there
${SIGNING_USAGE}
${CLOCK_USAGE}
  --prefix TEXT      when a repository is founded: what the ids of the publisher's packs begin with (its name and a
                     hyphen unless said); may be given more than once. Where several publishers found it: NAME=TEXT
  --file FILE        write the repository with this pack as one .satchel file too, to be sent or carried; of a release
                     that lies there already only this file is written, and no key is needed
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
    ...CLOCK_OPTION,
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
  const { keys: folders, passphrase } = values;
  await demandApart(repo, { pack: dir, keys: folders });
  if (file !== undefined) await demandFile(file, dir);
  const needed = () => keysAtHand('release', { keys: folders, passphrase });
  // The file of a release that lies there already needs none.
  const atHand = folders.length > 0 || file === undefined ? await needed() : null;
  const made = await makePath(repo).catch((error: unknown) => {
    throw writeFailure(error, repo);
  });
  const clockIsRight = values['clock-is-right'];
  const order = { dir, repo, file, prefix: values.prefix, json: values.json, clockIsRight, against: values.against };
  try {
    return await withLock(repo, () => release(order, async () => atHand ?? (await needed()), terminal, now));
  } finally {
    // An empty folder says nothing; what is in it stays.
    if (made !== undefined) await rmdir(repo).catch(() => undefined);
  }
}

interface ReleaseOrder {
  readonly dir: string;
  readonly repo: string;
  readonly file: string | undefined;
  readonly prefix: readonly string[];
  readonly json: boolean;
  readonly clockIsRight: boolean;
  readonly against: string | undefined;
}

async function release(
  { dir, repo, file, prefix, json, clockIsRight, against }: ReleaseOrder,
  keysFor: () => Promise<readonly KeyFile[]>,
  terminal: Terminal,
  now: () => Date,
): Promise<ExitCode> {
  const read = await readRepository(repo);
  const before = read === null ? null : await withLeftNames(repo, read);
  await demandAgainst(repo, before, against);
  const { findings, made } = await makePack(dir, buildEffects);
  if (made === undefined) {
    if (json) terminal.json({ findings });
    else {
      listFindings(findings, terminal, { warnings: 20 });
      terminal.line(`Nothing was signed: ${countWords(errorsIn(findings), 'error')}. Correct them and release again.`);
    }
    return 1;
  }
  const { id, version, release: number } = made.manifest;
  const said = { id, version, release: number, manifest: made.hash };
  if (before !== null && file !== undefined && isPublished(before, made)) {
    await writeTree(repo, before, id, file);
    if (json) terminal.json({ ...said, founded: false, roles: rolesOf(before), file, delta: null });
    else terminal.line(`${id} ${version} (release ${number}) lay in ${repo} already. ${file} holds the same.`);
    return 0;
  }
  const keys = await keysFor();
  const time = now();
  if (before === null) await demandNoMetadata(repo);
  else {
    if (!clockIsRight) demandClock(before, time);
    await demandContent(repo, before, terminal, id);
    await demandNewNumber(repo, before, made);
  }
  const founded = before === null ? newRepository(foundersOf(keys, prefix, id), time) : null;
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
  demandReadable(before, edition.repository);
  await writeEdition(repo, edition);
  if (file !== undefined) await writeTree(repo, edition.repository, id, file);
  const code = isRefused(edition.repository, time) ? 1 : 0;
  if (json) {
    const roles = rolesOf(edition.repository);
    const since = delta && { from: delta.from, bytes: delta.bytes };
    terminal.json({ ...said, founded: founded !== null, roles, file: file ?? null, delta: since });
    return code;
  }
  if (founded) tellFounded(repo, founded.repository, terminal);
  terminal.line(`${id} ${version} (release ${number}) lies in ${repo}.`);
  if (delta) terminal.line(`From release ${delta.from} to it are ${delta.bytes.toLocaleString('en-GB')} bytes.`);
  if (file !== undefined) terminal.line(`${file} holds the same.`);
  tellRoles(edition.repository, terminal);
  tellDates(edition.repository, terminal, time);
  return code;
}

/** Before anything is signed: a release lies there once, and its file would be missing. */
async function demandFile(file: string, dir: string): Promise<void> {
  if (await isInside(file, dir)) throw new Failure(`${file} is in the folder of the pack. Name one outside it.`);
  await demandPackFile(file);
  await demandWritable(file);
}

const isPublished = ({ publishers }: Repository, { manifest: { id }, hash }: BuiltRelease): boolean =>
  [...publishers.values()].some(({ signed }) => signed.targets[targetPath(id)]?.hashes.sha256 === hash);

/** Laptops may trust a root that is gone here: a second repository is not founded over the first. */
async function demandNoMetadata(repo: string): Promise<void> {
  const folder = join(repo, 'metadata');
  const names = await readdir(folder).catch((): string[] => []);
  if (names.some((name) => name.endsWith('.json')))
    throw new Failure(
      `${folder} has metadata and no 1.root.json: bring that back or, where a founding was broken off, delete the folder ${folder}.`,
    );
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
