import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '#domain/problem.ts';
import { readRegular } from '#files/regular-file.ts';
import type { Fetch } from '#pack/carriers/https-repository.ts';
import { CarrierRefused, type RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { openRepositoryPack } from '#pack/carriers/repository-pack.ts';
import { withinTime } from '#pack/carriers/within-time.ts';
import { manifestEntryName } from '#pack/entry-name.ts';
import { openCarried } from '#pack/read/open-pack.ts';
import { checkSource, type SourceAnswer } from '#pack/trust/check-source.ts';
import type { TrustedPack } from '#pack/trust/trusted-packs.ts';
import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure } from '#tool/failure.ts';
import { packWords } from '#tool/pack-words.ts';
import type { Terminal } from '#tool/terminal.ts';
import { standingAgainst } from './against.ts';
import { dayHere } from './day-here.ts';
import { faultWords } from './fault-words.ts';
import { openPlace } from './open-place.ts';
import { readTree } from './read-repository.ts';
import { carriedTree } from './repository-tree.ts';
import { standingWords } from './standing.ts';
import { fingerprint, rolesOf, tellDates, tellRoles } from './told-edition.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'verify a signed repository or .satchel file and say what is in it',
  usage: `satchel verify REPO|FILE|ADDRESS [--root FILE] [--against PLACED] [--json]

Verifies a repository (a folder, one .satchel file, or an https address) as the app does: from its root to each byte of
each pack. Says what is in it, who signed it and until when that is good, for each role.

  --root FILE   the root that you trust, as you were given it. Without it the repository is held to its own first root:
                then compare the letters that are printed with those that the publisher names
  --against PLACED
                the address or folder where the repository is placed: says whether REPO goes on from what is there, or
                whether somebody else has signed meanwhile
  --json        print the result as JSON and nothing else

The exit code is 0 when all holds, 1 when something does not, 2 when it could not be looked at.`,
  run: (args, terminal) => runVerify(args, terminal),
};

/** Ten minutes: a share may be slow, and a pack large. */
const LONGEST = 600_000;
const MOST_ROOT = 128 * 1024;

/** A pack, and whether its bytes are what was signed. */
interface VerifiedPack extends TrustedPack {
  /** `absent`: it is vouched for, and does not lie in this file. */
  readonly content: 'whole' | 'absent' | { readonly reason: string };
}

interface VerifyEffects {
  readonly now: () => Date;
  readonly fetch: Fetch;
}

const verifyEffects: VerifyEffects = { now: () => new Date(), fetch };

export async function runVerify(
  args: readonly string[],
  terminal: Terminal,
  effects: VerifyEffects = verifyEffects,
): Promise<ExitCode> {
  const { values, positionals } = readArgs('verify', args, {
    root: { type: 'string' },
    against: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const path = onlyOne('verify', 'REPO', positionals);
  return withinTime(new AbortController().signal, LONGEST, (signal) => verify(path, values, signal, terminal, effects));
}

async function verify(
  path: string,
  values: { readonly root?: string | undefined; readonly against?: string | undefined; readonly json: boolean },
  signal: AbortSignal,
  terminal: Terminal,
  effects: VerifyEffects,
): Promise<ExitCode> {
  const { carrier, isFile } = await openPlace(path, signal, effects.fetch);
  const home = await mkdtemp(join(tmpdir(), 'satchel-verify-'));
  try {
    const root = await rootOf(carrier, path, values.root, signal);
    const places = { state: join(home, 'source', 'trusted.json'), floor: join(home, 'floor.json') };
    const checked = await checkSource({ ...places, root }, carrier, { now: effects.now(), signal });
    const print = fingerprint(root);
    const tree = carriedTree(path, carrier, signal);
    if (!checked.ok) {
      // What is only too old is whole: then it is said what has to be signed again.
      const old = checked.fault.kind === 'expired' ? await readTree(tree) : null;
      const roles = old && rolesOf(old);
      if (values.json) terminal.json({ ok: false, fault: checked.fault, fingerprint: print, roles });
      else terminal.line(`${path} does not hold: ${faultWords(checked.fault)}`);
      if (old && !values.json) {
        tellRoles(old, terminal);
        tellDates(old, terminal, effects.now());
      }
      return 1;
    }
    const repository = await readTree(tree);
    if (repository === null) throw new TypeError('a repository that holds without its root');
    const packs: VerifiedPack[] = [];
    for (const pack of checked.value.packs)
      packs.push({ ...pack, content: await contentOf(carrier, pack, isFile, signal) });
    const standing =
      values.against === undefined
        ? null
        : await standingAgainst({ place: path, tree, repository }, values.against, effects.fetch);
    const apart = standing === null ? null : standingWords(standing, path, values.against ?? '');
    const isWhole = checked.value.withheld.length === 0 && packs.every(({ content }) => typeof content === 'string');
    const ok = isWhole && apart === null;
    if (values.json) {
      const roles = rolesOf(repository);
      terminal.json({ ok, ...checked.value, packs, roles, against: standing, fingerprint: print });
    } else {
      tell(path, { ...checked.value, packs }, { print, isGiven: values.root !== undefined }, terminal);
      tellRoles(repository, terminal);
      tellDates(repository, terminal, effects.now());
      if (apart !== null) terminal.line(apart);
      else if (standing?.is === 'same') terminal.line(`${values.against} has the same.`);
      else if (standing?.is === 'behind') terminal.line(`${path} goes on from ${values.against}: place it there.`);
    }
    return ok ? 0 : 1;
  } finally {
    await carrier.close();
    await rm(home, { recursive: true, force: true });
  }
}

async function rootOf(
  carrier: RepositoryCarrier,
  path: string,
  given: string | undefined,
  signal: AbortSignal,
): Promise<Buffer> {
  if (given !== undefined)
    return readRegular(given, MOST_ROOT).catch((): never => {
      throw new Failure(`${given} could not be read.`);
    });
  const own = await carrier.read('metadata/1.root.json', { most: MOST_ROOT, signal }).catch((error: unknown): never => {
    if (error instanceof CarrierRefused) throw new Failure(`${path} could not be read.`);
    throw error;
  });
  if (own.is === 'bytes') return own.bytes;
  throw new Failure(`${path} is not signed: it has no metadata/1.root.json.`);
}

async function contentOf(
  carrier: RepositoryCarrier,
  pack: TrustedPack,
  isFile: boolean,
  signal: AbortSignal,
): Promise<VerifiedPack['content']> {
  const manifest = { most: pack.length, signal };
  const name = manifestEntryName(pack.id, pack.sha256);
  // One file may carry one pack of many.
  if (isFile && (await carrier.read(name, manifest).catch(() => null))?.is === 'absent') return 'absent';
  try {
    const its = await openCarried(() => openRepositoryPack(carrier, pack, signal));
    if (!its.ok) throw new ProblemError(its.problem);
    for await (const _ of its.value.parts());
    return 'whole';
  } catch (error) {
    if (error instanceof ProblemError) return { reason: packWords(error.problem) };
    throw error;
  }
}

function tell(
  path: string,
  { packs, withheld, validUntil, root }: Omit<SourceAnswer, 'packs'> & { readonly packs: readonly VerifiedPack[] },
  { print, isGiven }: { readonly print: string; readonly isGiven: boolean },
  terminal: Terminal,
): void {
  for (const { id, version, release, title, publisher, validUntil: until, content } of packs) {
    const state = content === 'whole' ? 'whole' : content === 'absent' ? 'not in this file' : content.reason;
    terminal.line(`${id} ${version} (release ${release}), ${title}: ${state}`);
    terminal.line(`  signed by ${publisher}, good until ${dayHere(until)}`);
  }
  if (packs.length === 0) terminal.line('There is no pack in it.');
  for (const fault of withheld) terminal.line(`Not relied on: ${faultWords(fault)}`);
  terminal.line(`${path}: root ${root}, good until ${dayHere(validUntil)}.`);
  terminal.line(`${isGiven ? 'Held to the root that was given' : 'Held to its own first root: compare'}:`);
  terminal.line(`  ${print}`);
}
