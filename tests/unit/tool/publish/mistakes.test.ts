import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { sourceFiles, writeSource } from '#support/pack-source.ts';
import { bundleTool, type Tool } from '#support/tool.ts';
import { runResign } from '#tool/publish/resign-command.ts';

let tool: Tool;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const at = (name: string): string => join(folder.path, name);
const run = (...args: readonly string[]) => tool.run(args, { cwd: folder.path });
const right = async (...args: readonly string[]): Promise<string> => {
  const ran = await run(...args);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
};
const refused = async (sentence: RegExp, ...args: readonly string[]): Promise<void> => {
  const ran = await run(...args);
  expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringMatching(sentence) });
  expect(ran.err).not.toContain('    at ');
};
const pack = (id: string, release: number): Readonly<Record<string, string | Uint8Array>> => ({
  ...sourceFiles,
  'pack.yaml': String(sourceFiles['pack.yaml']).replace('release: 3', `release: ${release}`).replace('small-pack', id),
});
const packsIn = async (repo: string): Promise<readonly string[]> => {
  const said = JSON.parse((await run('verify', repo, '--root', 'r/metadata/1.root.json', '--json')).out);
  expect(said).toMatchObject({ ok: true });
  return said.packs.map(({ id, release }: { id: string; release: number }) => `${id} ${release}`).sort();
};
/** The file of a key, in the folder of all. */
const keyOf = async (role: string, number: number): Promise<string> =>
  `k/${(await readdir(at('k'))).find((name) => name.startsWith(`${role}-${number}-`))}`;
let made = 0;
const copyOf = async (repo: string): Promise<string> => {
  const name = `copy-${made++}`;
  await cp(at(repo), at(name), { recursive: true });
  return name;
};

beforeAll(async () => {
  [tool, folder] = await Promise.all([bundleTool(), temporaryFolder()]);
  await writeSource(at('p3'), pack('small-pack', 3));
  await writeSource(at('p4'), pack('small-pack', 4));
  await writeSource(at('other'), pack('small-other', 1));
  await right('keys', 'init', 'k', '--publisher', 'small');
  await right('release', 'p3', '--repo', 'r', '--keys', 'k');
}, 120_000);
afterAll(async () => {
  await Promise.all([tool.remove(), folder.remove()]);
});

describe('two at once', () => {
  test('T5 what a run says that it published is there, and the metadata holds', async () => {
    for (let round = 0; round < 3; round++) {
      const repo = await copyOf('r');
      const release = (dir: string) => run('release', dir, '--repo', repo, '--keys', 'k');
      const ran = await Promise.all([release('p4'), release('other'), run('resign', repo, '--keys', 'k')]);
      for (const { code, err } of ran.filter((one) => one.code !== 0)) {
        expect(code).toBe(2);
        expect(err).toMatch(/^satchel: Another run of satchel works on copy-\d+ \(on this computer, process \d+,/);
      }
      const packs = await packsIn(repo);
      if (ran[0].code === 0) expect(packs).toContain('small-pack 4');
      if (ran[1].code === 0) expect(packs).toContain('small-other 1');
      expect(ran.some(({ code }) => code === 0)).toBe(true);
      expect(await readdir(at(repo))).not.toContain('satchel.lock');
    }
  }, 120_000);

  test('T5 the lock of a dead run is taken over, that of another computer is not', async () => {
    const repo = await copyOf('r');
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const lock = (host: string, id: number) =>
      writeFile(
        at(`${repo}/satchel.lock`),
        JSON.stringify({ id: 'another', host, process: id, since: '2026-11-01T09:00:00.000Z' }),
      );
    await lock(hostname(), process.pid);
    await refused(
      /on this computer, process \d+.*or delete copy-\d+\/satchel\.lock if it is surely dead\.$/m,
      'resign',
      repo,
      '--keys',
      'k',
    );
    await lock('elsewhere', dead);
    for (const args of [
      ['resign', repo],
      ['release', 'p4', '--repo', repo],
      ['rotate', repo, '--role', 'packs-small', '--new', 'k'],
      ['withdraw', 'small-pack', '--repo', repo],
    ])
      await refused(/\(on elsewhere, process \d+, since 2026-11-01T09:00:00\.000Z\)/, ...args, '--keys', 'k');
    await writeFile(at(`${repo}/satchel.lock`), '');
    await refused(/satchel\.lock says not whose it is/, 'resign', repo, '--keys', 'k');
    await lock(hostname(), dead);
    await right('resign', repo, '--keys', 'k');
    expect(await readdir(at(repo))).toEqual(['blobs', 'metadata', 'targets']);
  }, 120_000);

  test('keys are never written over', async () => {
    const init = () => run('keys', 'init', 'twice', '--role', 'online', '--count', '9', '--json');
    const ran = await Promise.all([init(), init(), init()]);
    const ids = ran.flatMap(({ code, out }) => (code === 0 ? JSON.parse(out).keys : []));
    expect((await readdir(at('twice'))).length).toBe(ids.length);
    expect(new Set(ids.map(({ file }: { file: string }) => file)).size).toBe(ids.length);
  }, 120_000);
});

test('T5 a number that a broken run left is not used again', async () => {
  const repo = await copyOf('r');
  const left = ['3.packs-small.json', '3.snapshot.json'];
  for (const name of left) await writeFile(at(`${repo}/metadata/${name}`), 'half of it');
  await right('release', 'p4', '--repo', repo, '--keys', 'k');
  for (const name of left) expect(await readFile(at(`${repo}/metadata/${name}`), 'utf8')).toBe('half of it');
  expect(await packsIn(repo)).toEqual(['small-pack 4']);
}, 120_000);

test('no second repository is founded over one whose first root is gone', async () => {
  const repo = await copyOf('r');
  await rm(at(`${repo}/metadata/1.root.json`));
  const before = await readFile(at(`${repo}/metadata/1.targets.json`));
  await refused(/has metadata and no 1\.root\.json/, 'release', 'p4', '--repo', repo, '--keys', 'k');
  expect(await readFile(at(`${repo}/metadata/1.targets.json`))).toEqual(before);
}, 120_000);

test('a pack is taken out, and comes back under a higher number alone', async () => {
  const repo = await copyOf('r');
  await right('release', 'other', '--repo', repo, '--keys', 'k');
  await refused(
    /small-x is not in the repository, which has small-/,
    'withdraw',
    'small-x',
    '--repo',
    repo,
    '--keys',
    'k',
  );
  expect(await right('withdraw', 'small-pack', '--repo', repo, '--keys', 'k')).toContain('small-pack is in copy-');
  expect(await packsIn(repo)).toEqual(['small-other 1']);
  const page = String(sourceFiles['pages/second.md']).replace('Do it', 'Do it now');
  await writeSource(at('changed'), { ...pack('small-pack', 3), 'pages/second.md': page });
  await refused(
    /small-pack had release 3 in the repository: raise/,
    'release',
    'changed',
    '--repo',
    repo,
    '--keys',
    'k',
  );
  await right('release', 'p4', '--repo', repo, '--keys', 'k');
  expect(await packsIn(repo)).toEqual(['small-other 1', 'small-pack 4']);
}, 120_000);

describe('--file', () => {
  test('writes over pack files alone, and where it cannot write nothing is signed', async () => {
    const repo = await copyOf('r');
    const before = await readdir(at(`${repo}/metadata`));
    const own = await keyOf('root', 1);
    const key = await readFile(at(own));
    const to = (file: string) => ['release', 'p4', '--repo', repo, '--keys', 'k', '--file', file];
    await refused(/k\/root-1-[\da-f]{8}\.pem is no name of a pack file: it must end in \.satchel/, ...to(own));
    expect(await readFile(at(own))).toEqual(key);
    await writeFile(at('notes.satchel'), 'my notes');
    await refused(/notes\.satchel is there and is no pack file/, ...to('notes.satchel'));
    await mkdir(at('f.satchel'));
    await refused(/could not be written: there is a folder/, ...to('f.satchel'));
    await refused(/could not be written: a part of the path is a file/, ...to('notes.satchel/x.satchel'));
    await refused(/is in the folder of the pack/, ...to('p4/x.satchel'));
    expect(await readFile(at('notes.satchel'), 'utf8')).toBe('my notes');
    expect(await readdir(at(`${repo}/metadata`))).toEqual(before);
    expect(await readdir(folder.path)).not.toContainEqual(expect.stringMatching(/\.part$/));
  }, 120_000);

  test('is written later by itself, without keys, and over the one before', async () => {
    const repo = await copyOf('r');
    await right('release', 'p4', '--repo', repo, '--keys', 'k', '--file', 'later.satchel');
    const first = await readFile(at('later.satchel'));
    const files = await readdir(at(repo), { recursive: true });
    await rm(at('later.satchel'));
    for (let twice = 0; twice < 2; twice++) {
      const out = await right('release', 'p4', '--repo', repo, '--file', 'later.satchel');
      expect(out).toMatch(/release 4\) lay in copy-\d+ already\. later\.satchel holds the same\.\n$/);
      expect(await readFile(at('later.satchel'))).toEqual(first);
    }
    expect(await readdir(at(repo), { recursive: true })).toEqual(files);
    await refused(/--keys is missing/, 'release', 'other', '--repo', repo, '--file', 'later.satchel');
  }, 120_000);

  test('and build write over no file and no folder of others', async () => {
    await mkdir(at('out/small-pack-2026.11'), { recursive: true });
    await writeFile(at('out/small-pack-2026.11/diary.txt'), 'mine');
    await refused(/has diary\.txt, which is not of a pack/, 'build', 'p3', '--out', 'out', '--tree', '--json');
    expect(await readdir(at('out'))).toEqual(['small-pack-2026.11']);
    await writeFile(at('out/small-pack-2026.11.satchel'), 'mine');
    await refused(/\.satchel is there and is no pack file/, 'build', 'p3', '--out', 'out', '--json');
    await rm(at('out'), { recursive: true });
    for (let twice = 0; twice < 2; twice++) await right('build', 'p3', '--out', 'out', '--tree');
  }, 120_000);
});

test('packs that a publisher could sign no more stop a rotation, unless they are to go', async () => {
  const repo = await copyOf('r');
  const rotate = (...more: string[]) => ['rotate', repo, '--role', 'packs-small', '--keys', 'k', '--new', 'k', ...more];
  await refused(/packs-small could sign small-pack no more\./, ...rotate('--prefix', 'other-'));
  expect(await packsIn(repo)).toEqual(['small-pack 3']);
  await right(...rotate('--prefix', 'other-', '--prefix', 'small-'));
  await right(...rotate('--prefix', 'other-', '--drop'));
  expect(await packsIn(repo)).toEqual([]);
  // Nor may one publisher's words reach for another's packs.
  const shared = await copyOf('r');
  await writeSource(at('far'), pack('far-pack', 1));
  await right('keys', 'init', 'fk', '--role', 'packs-far');
  await right('rotate', shared, '--role', 'packs-far', '--prefix', 'far-', '--keys', 'k', '--new', 'fk');
  await right('release', 'far', '--repo', shared, '--keys', 'k', '--keys', 'fk');
  const over = ['rotate', shared, '--role', 'packs-small', '--prefix', 'small-', '--prefix', 'fa'];
  await refused(/far-pack of another publisher would fall to packs-small/, ...over, '--keys', 'k', '--new', 'k');
}, 120_000);

test('a clock that cannot be right signs nothing, unless it is said to be', async () => {
  const repo = await copyOf('r');
  const terminal = { line: () => {}, json: () => {}, note: () => {}, progress: () => {} };
  const resign = (now: string, ...more: string[]) =>
    runResign([at(repo), '--keys', at('k'), ...more], terminal, () => new Date(now));
  await expect(resign('2020-01-01T00:00:00Z')).rejects.toThrow(
    /^The clock says 2020-01-01, and the repository was signed on \d{4}-\d\d-\d\d: set the clock/,
  );
  await expect(resign('2046-01-01T00:00:00Z')).rejects.toThrow(/^The clock says 2046-01-01, .* more than two years/);
  expect(await readdir(at(`${repo}/metadata`))).not.toContain('3.snapshot.json');
  // What it did not sign is past its date by then, and it says so.
  expect(await resign('2046-01-01T00:00:00Z', '--clock-is-right')).toBe(1);
  await refused(/the repository was signed on 2046-01-01/, 'release', 'p4', '--repo', repo, '--keys', 'k');
  await right('release', 'p4', '--repo', repo, '--keys', 'k', '--clock-is-right');
}, 120_000);

test('keys that others may read, keys in a repository and a repository in its pack are refused', async () => {
  await cp(at('k'), at('open'), { recursive: true });
  await chmod(at((await keyOf('online', 1)).replace(/^k/, 'open')), 0o644);
  if (process.platform !== 'win32')
    await refused(/open\/online-1-[\da-f]{8}\.pem can be read by others .* chmod 600/, 'resign', 'r', '--keys', 'open');
  const repo = await copyOf('r');
  await cp(at('k'), at(`${repo}/keys`), { recursive: true });
  await refused(/is in the repository, which others read/, 'resign', repo, '--keys', `${repo}/keys`);
  await refused(/is in the folder of the pack/, 'release', 'p4', '--repo', 'p4/repo', '--keys', 'k');
  await refused(/is in the folder of the pack/, 'release', 'p4', '--repo', 'p4', '--keys', 'k');
  await expect(stat(at('p4/repo'))).rejects.toThrow(/ENOENT/);
}, 120_000);
