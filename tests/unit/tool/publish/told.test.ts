import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { sourceFiles, writeSource } from '#support/pack-source.ts';
import { changeFile } from '#support/test-repository.ts';
import { bundleTool, type Tool } from '#support/tool.ts';
import { faultWords } from '#tool/publish/fault-words.ts';
import { runResign } from '#tool/publish/resign-command.ts';
import { runVerify } from '#tool/publish/verify-command.ts';

let tool: Tool;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const at = (name: string): string => join(folder.path, name);
const run = (...args: readonly string[]) => tool.run(args, { cwd: folder.path });
const right = async (...args: readonly string[]): Promise<string> => {
  const ran = await run(...args);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
};

beforeAll(async () => {
  [tool, folder] = await Promise.all([bundleTool(), temporaryFolder()]);
  await writeSource(at('pack'), sourceFiles);
  await right('keys', 'init', 'keys', '--publisher', 'small');
  await right('release', 'pack', '--repo', 'repo', '--keys', 'keys');
}, 60_000);
afterAll(async () => {
  await Promise.all([tool.remove(), folder.remove()]);
});

const listening = () => {
  const lines: string[] = [];
  const jsons: unknown[] = [];
  const terminal = {
    line: (text: string) => void lines.push(text),
    json: (value: unknown) => void jsons.push(value),
    note: () => {},
    progress: () => {},
  };
  return { lines, jsons, terminal };
};
const inDays = (days: number) => () => new Date(Date.now() + days * 86_400_000);

describe('T3 dates', () => {
  test('a day is that of whoever reads it, as in the app; a certificate that is not known is said to be so', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const fault = { kind: 'expired', role: 'targets', since: '2026-11-22T10:05:00.000Z' } as const;
    const said = faultWords(fault);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(said).toContain('good until 2026-11-23.');
    const certificate = faultWords({ kind: 'unreachable', role: 'timestamp', certificate: 'CERT_HAS_EXPIRED' });
    expect(certificate).toMatch(/does not trust the certificate of the server \(CERT_HAS_EXPIRED\)\. Ask whoever runs/);
  });

  test('resign says which roles are past or soon will be, and ends with 1 when one is past', async () => {
    const resigned = async (days: number, ...more: readonly string[]) => {
      await rm(at('dated'), { recursive: true, force: true });
      await cp(at('repo'), at('dated'), { recursive: true });
      const { lines, jsons, terminal } = listening();
      const code = await runResign([at('dated'), '--keys', at('keys'), ...more], terminal, inDays(days));
      return { code, lines: lines.filter((line) => line.startsWith('What ')), jsons };
    };
    expect(await resigned(7)).toMatchObject({ code: 0, lines: [] });
    expect(await resigned(340)).toMatchObject({
      code: 0,
      lines: ['targets', 'packs-small'].map((role) =>
        expect.stringMatching(
          new RegExp(
            `^What ${role} signed is good until \\d{4}-\\d\\d-\\d\\d only: 2\\d whole days from now\\. Sign it again with satchel resign --role ${role}\\.$`,
          ),
        ),
      ),
    });
    const past = await resigned(400);
    expect(past.code).toBe(1);
    expect(past.lines).toEqual(
      ['targets', 'packs-small'].map((role) =>
        expect.stringMatching(
          new RegExp(
            `^What ${role} signed was good until \\d{4}-\\d\\d-\\d\\d, and laptops rely on it no more\\. Sign it again with satchel resign --role ${role}\\.$`,
          ),
        ),
      ),
    );
    expect(await resigned(400, '--json')).toMatchObject({ code: 1, jsons: [{ past: ['targets', 'packs-small'] }] });
    expect(await resigned(400, '--role', 'targets', '--role', 'packs-small')).toMatchObject({ code: 0, lines: [] });
  });

  test('verify names the date of each role', async () => {
    const { lines, terminal } = listening();
    expect(await runVerify([at('repo')], terminal, { now: inDays(0), fetch })).toBe(0);
    for (const role of ['root', 'timestamp', 'snapshot', 'targets', 'packs-small'])
      expect(lines.join('\n')).toMatch(new RegExp(`^ {2}${role} +version +\\d, good until \\d{4}-\\d\\d-\\d\\d$`, 'm'));
  });
});

test('T4 each command that signs refuses over what another has placed, and signs nothing', async () => {
  await cp(at('repo'), at('placed'), { recursive: true });
  await cp(at('repo'), at('mine'), { recursive: true });
  await right('resign', 'placed', '--keys', 'keys');
  const before = await readdir(at('mine'), { recursive: true });
  await right('keys', 'init', 'other-keys', '--role', 'packs-other');
  for (const args of [
    ['resign', 'mine'],
    ['release', 'pack', '--repo', 'mine'],
    ['rotate', 'mine', '--role', 'packs-other', '--prefix', 'other-', '--new', 'other-keys'],
  ])
    expect(await run(...args, '--keys', 'keys', '--against', 'placed')).toEqual({
      code: 2,
      out: '',
      err: 'satchel: placed is newer than mine: it has snapshot 3, and mine has 2. Fetch it first. Nothing was signed.\n',
    });
  expect(await readdir(at('mine'), { recursive: true })).toEqual(before);
  const seen = await run('verify', 'mine', '--against', 'placed');
  expect(seen.code).toBe(1);
  expect(seen.out).toContain('placed is newer than mine: it has snapshot 3, and mine has 2. Fetch it first.');
  expect(JSON.parse((await run('verify', 'mine', '--against', 'placed', '--json')).out)).toMatchObject({
    ok: false,
    against: { is: 'newer', role: 'snapshot' },
  });
  expect(await right('verify', 'placed', '--against', 'mine')).toContain('placed goes on from mine: place it there.');
  expect(await right('verify', 'placed', '--against', 'placed')).toContain('placed has the same.');
  await right('resign', 'placed', '--keys', 'keys', '--against', 'mine');
}, 60_000);

test('T1 nothing is signed over content that somebody changed, by any command', async () => {
  await cp(at('repo'), at('evil'), { recursive: true });
  const [blob = ''] = (await readdir(at('evil'), { recursive: true })).filter((name) => name.endsWith('.br'));
  await changeFile(join(at('evil'), blob), (bytes) => bytes.fill(1, 2, 8));
  await right('keys', 'init', 'more-keys', '--role', 'packs-more');
  for (const args of [
    ['resign', 'evil'],
    ['release', 'pack', '--repo', 'evil'],
    ['rotate', 'evil', '--role', 'packs-more', '--prefix', 'more-', '--new', 'more-keys'],
  ])
    expect(await run(...args, '--keys', 'keys')).toMatchObject({
      code: 2,
      err: `satchel: evil/${blob} is not the file that was signed. Nothing was signed: find out who changed the repository.\n`,
    });
  const seen = await run('verify', 'evil');
  expect(seen.out).toContain('is missing, damaged or changed');
  expect(seen.out).not.toContain('installed');
  const searched = await run('search', '--pack', 'pack/pack.yaml', 'word');
  expect(searched.err).toContain('“pack.yaml” is not a Satchel pack.');
}, 60_000);

describe('T4 keys', () => {
  test('after a change it is said which files sign and which no more, and no new one has the name of an old one', async () => {
    await cp(at('repo'), at('turned'), { recursive: true });
    await cp(at('keys'), at('turned-keys'), { recursive: true });
    await right('keys', 'init', 'new-online', '--role', 'online');
    const [old = ''] = (await readdir(at('turned-keys'))).filter((name) => name.startsWith('online-'));
    const [fresh = ''] = await readdir(at('new-online'));
    expect(fresh).not.toBe(old);
    const said = await right('rotate', 'turned', '--role', 'online', '--keys', 'turned-keys', '--new', 'new-online');
    expect(said).toContain(`From now on sign with new-online/${fresh}: put it where you keep keys.\n`);
    expect(said).toContain(`No longer signed with: turned-keys/${old}. Take it out of there.\n`);
    await cp(at(`new-online/${fresh}`), at(`turned-keys/${fresh}`));
    await rm(at(`turned-keys/${old}`));
    await right('resign', 'turned', '--keys', 'turned-keys');
  });
});

describe('T4 a repository is founded', () => {
  test('only where somebody may publish its first pack, and it is said what to do', async () => {
    await right('keys', 'init', 'hmt-keys', '--publisher', 'hmt');
    expect(await run('release', 'pack', '--repo', 'none', '--keys', 'hmt-keys')).toEqual({
      code: 2,
      out: '',
      err: 'satchel: Nobody could publish small-pack here: ids of packs would begin with "hmt-". No repository was founded. Say with --prefix how they begin, or give the pack another id.\n',
    });
    await expect(readdir(at('none'))).rejects.toThrow();
    await right('release', 'pack', '--repo', 'founded', '--keys', 'hmt-keys', '--prefix', 'small-');
  });

  test('by two publishers, each with its own beginnings', async () => {
    await right('keys', 'init', 'two-keys', '--publisher', 'hmt', '--publisher', 'dwp');
    const found = (...prefixes: readonly string[]) =>
      run('release', 'pack', '--repo', 'two', '--keys', 'two-keys', ...prefixes.flatMap((one) => ['--prefix', one]));
    expect(await found('small-')).toMatchObject({
      code: 2,
      err: 'satchel: The keys of several publishers are at hand (dwp, hmt): say whose beginning it is, as in --prefix NAME=small-.\n',
    });
    expect((await found('mod=small-')).err).toBe(
      'satchel: There are no keys of a publisher mod at hand, only of dwp, hmt.\n',
    );
    expect(await found('hmt=small-', 'hmt=grants')).toMatchObject({ code: 0 });
    expect(await right('verify', 'two')).toContain('signed by packs-hmt');
  });
});
