import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { sourceFiles, writeSource } from '#support/pack-source.ts';
import { changeFile } from '#support/test-repository.ts';
import { bundleTool, type Tool } from '#support/tool.ts';
import { runVerify } from '#tool/publish/verify-command.ts';

let tool: Tool;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  [tool, folder] = await Promise.all([bundleTool(), temporaryFolder()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([tool.remove(), folder.remove()]);
});

const run = async (...args: readonly string[]) => tool.run(args, { cwd: folder.path });
const right = async (...args: readonly string[]): Promise<string> => {
  const ran = await run(...args);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
};

const pack = (release: number): Readonly<Record<string, string | Uint8Array>> => ({
  ...sourceFiles,
  'pack.yaml': String(sourceFiles['pack.yaml']).replace('release: 3', `release: ${release}`),
});

test('T4 T3 a publisher follows the page: keys, release, verify, sign again, another publisher, a lost key', async () => {
  const at = (name: string): string => join(folder.path, name);
  await writeSource(at('my-pack'), pack(3));

  const keys = await right('keys', 'init', 'keys', '--publisher', 'small');
  expect(keys).toMatch(/^keys\/root-1-([0-9a-f]{8})\.pem {2}\1[0-9a-f]{56}$/m);
  expect(keys).toMatch(/^9 keys made\./m);
  expect((await readdir(at('keys'))).length).toBe(9);

  const founded = await right('release', 'my-pack', '--repo', 'repo', '--keys', 'keys', '--file', 'my-pack.satchel');
  expect(founded).toMatch(
    /^A new repository was founded\. Its root is repo\/metadata\/1\.root\.json:\n {2}(?:[0-9a-f]{8} ?){8}$/m,
  );
  expect(founded).toContain('small-pack 2026.11 (release 3) lies in repo.');
  const print = /^ {2}((?:[0-9a-f]{8} ?){8})$/m.exec(founded)?.[1];
  await cp(at('repo/metadata/1.root.json'), at('1.root.json'));

  for (const what of ['repo', 'my-pack.satchel']) {
    const seen = await right('verify', what, '--root', '1.root.json');
    expect(seen).toMatch(
      /^small-pack 2026\.11 \(release 3\), Small pack: whole\n {2}signed by packs-small, good until \d{4}-\d\d-\d\d$/m,
    );
    expect(await right('verify', what)).toContain(`Held to its own first root: compare:\n  ${print}\n`);
  }
  // The app of today reads it too, as a pack without a source.
  expect(
    JSON.parse(await right('search', '--pack', 'my-pack.satchel', 'outline business case', '--json')).length,
  ).toBeGreaterThan(0);

  const again = await run('release', 'my-pack', '--repo', 'repo', '--keys', 'keys');
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('small-pack has release 3 in the repository') });
  await writeSource(at('my-pack'), pack(4));
  const json = JSON.parse(await right('release', 'my-pack', '--repo', 'repo', '--keys', 'keys', '--json'));
  expect(json).toMatchObject({ id: 'small-pack', release: 4, founded: false });

  expect(await right('resign', 'repo', '--keys', 'keys', '--role', 'targets')).toMatch(/^repo is signed again\.$/m);

  await right('keys', 'init', 'other-keys', '--role', 'packs-other');
  await right('rotate', 'repo', '--role', 'packs-other', '--prefix', 'other-', '--keys', 'keys', '--new', 'other-keys');

  await mkdir(at('root-now'));
  const roots = (await readdir(at('keys'))).filter((name) => name.startsWith('root-')).sort();
  for (const name of [roots[0], roots[2]]) await cp(at(`keys/${name}`), at(`root-now/${name}`));
  await rm(at(`keys/${roots[1]}`));
  await right('keys', 'init', 'root-now', '--role', 'root', '--count', '1');
  const rotated = await right('rotate', 'repo', '--role', 'root', '--keys', 'keys', '--new', 'root-now');
  expect(rotated).toContain('root has 3 keys from now on.');
  const all = JSON.parse(await right('verify', 'repo', '--root', '1.root.json', '--json'));
  expect(all).toMatchObject({ ok: true, root: 2, packs: [{ id: 'small-pack', release: 4, content: 'whole' }] });
}, 120_000);

test('F3 what changed since the release before lies there as one file, and only where that is what was signed', async () => {
  const at = (name: string): string => join(folder.path, name);
  const release = (repo: string) => run('release', 'again', '--repo', repo, '--keys', 'again-keys', '--json');
  const files = async (): Promise<readonly string[]> => (await readdir(at('again-repo/bundles/small-pack'))).sort();
  await writeSource(at('again'), pack(3));
  await right('keys', 'init', 'again-keys', '--publisher', 'small');
  const first = JSON.parse((await release('again-repo')).out);
  expect(first).toMatchObject({ founded: true, delta: null });
  await cp(at('again-repo'), at('again-changed'), { recursive: true });
  await cp(at('again-repo'), at('again-without'), { recursive: true });
  const page = String(sourceFiles['pages/second.md']).replace('Do it', 'Do it now');
  await writeSource(at('again'), { ...pack(4), 'pages/second.md': page });
  const second = JSON.parse((await release('again-repo')).out);
  const name = `${first.manifest.slice(0, 16)}-${second.manifest.slice(0, 16)}`;
  expect(await files()).toEqual([`${name}.json.br`, `${name}.zip`]);
  expect(second.delta).toEqual({ from: 3, bytes: expect.any(Number) });
  // The same from the same, wherever it is made.
  const made = await readFile(at(`again-repo/bundles/small-pack/${name}.zip`));
  const manifest = `targets/packs/small-pack/${first.manifest}.pack.json`;
  await rm(at(`again-without/${manifest}`));
  expect(JSON.parse((await release('again-without')).out).delta).toBeNull();
  await changeFile(at(`again-changed/${manifest}`), (bytes) => Buffer.concat([bytes, Buffer.from(' ')]));
  const refused = await release('again-changed');
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('is not the file that was signed') });
  expect(await readdir(at('again-changed/metadata'))).not.toContain('3.snapshot.json');
  await rm(at('again-repo'), { recursive: true });
  await writeSource(at('again'), pack(3));
  await release('again-repo');
  await writeSource(at('again'), { ...pack(4), 'pages/second.md': page });
  await release('again-repo');
  expect(await readFile(at(`again-repo/bundles/small-pack/${name}.zip`))).toEqual(made);
}, 120_000);

describe('what does not hold', () => {
  const at = (name: string): string => join(folder.path, name);
  beforeAll(async () => {
    await writeSource(at('pack'), pack(3));
    await right('keys', 'init', 'k', '--publisher', 'small');
    await right('release', 'pack', '--repo', 'r', '--keys', 'k');
    await right('keys', 'init', 'k2', '--publisher', 'small');
    await right('release', 'pack', '--repo', 'r2', '--keys', 'k2');
  }, 60_000);

  test('T1 verify ends with 1 and says what', async () => {
    await cp(at('r'), at('changed'), { recursive: true });
    const [blob = ''] = (await readdir(at('changed'), { recursive: true })).filter((name) => name.endsWith('.br'));
    await changeFile(join(at('changed'), blob), (bytes) => bytes.fill(1, 2, 8));
    const changed = await run('verify', 'changed');
    expect(changed.code).toBe(1);
    expect(changed.out).toMatch(/^small-pack .*(?:damaged|changed|broken)/m);
    await cp(at('r'), at('cut'), { recursive: true });
    await rm(at('cut/metadata/2.snapshot.json'));
    expect(await run('verify', 'cut')).toMatchObject({
      code: 1,
      out: 'cut does not hold: the metadata of snapshot is missing.\n',
    });
    expect(await run('verify', 'r2', '--root', 'r/metadata/1.root.json')).toMatchObject({
      code: 1,
      out: 'r2 does not hold: it is another repository: its root is not the one that is trusted.\n',
    });
    const told = JSON.parse((await run('verify', 'cut', '--json')).out);
    expect(told).toMatchObject({ ok: false, fault: { kind: 'absent', role: 'snapshot' } });
  });

  test('T3 verify says since when a repository is over', async () => {
    const lines: string[] = [];
    const terminal = { line: (text: string) => lines.push(text), json: () => {}, note: () => {}, progress: () => {} };
    const later = new Date(Date.now() + 100 * 86_400_000);
    expect(await runVerify([at('r')], terminal, { now: () => later, fetch })).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(
        /does not hold: what timestamp signed was good until \d{4}-\d\d-\d\d\. Sign it again with satchel resign\.$/,
      ),
      ...['root', 'timestamp', 'snapshot', 'targets', 'packs-small'].map((role) =>
        expect.stringMatching(new RegExp(`^  ${role} +version +\\d, good until \\d{4}-\\d\\d-\\d\\d$`)),
      ),
      ...['timestamp', 'snapshot'].map((role) =>
        expect.stringMatching(
          new RegExp(`^What ${role} signed was good until .* Sign it again with satchel resign\\.$`),
        ),
      ),
    ]);
  });

  test('T7 verify asks an address as it asks a folder', async () => {
    const lines: string[] = [];
    const terminal = { line: (text: string) => lines.push(text), json: () => {}, note: () => {}, progress: () => {} };
    const served = async (address: string): Promise<Response> => {
      const path = address.replace('https://packs.example.org/all/', '');
      return readFile(at(`r/${path}`)).then(
        (bytes) => new Response(bytes),
        () => new Response('not here', { status: 404 }),
      );
    };
    const effects = { now: () => new Date(), fetch: served };
    expect(
      await runVerify(['https://packs.example.org/all', '--root', at('r/metadata/1.root.json')], terminal, effects),
    ).toBe(0);
    expect(lines[0]).toBe('small-pack 2026.11 (release 3), Small pack: whole');
    const silent = async (): Promise<Response> => {
      throw new TypeError('fetch failed');
    };
    const asking = runVerify(['https://packs.example.org/all'], terminal, { ...effects, fetch: silent });
    await expect(asking).rejects.toThrow('https://packs.example.org/all could not be read.');
  });

  test('T1 nothing is signed over what somebody changed', async () => {
    await cp(at('r'), at('evil'), { recursive: true });
    await changeFile(at('evil/metadata/2.packs-small.json'), (bytes) =>
      bytes.toString().replace('Small pack', 'Great pack'),
    );
    for (const args of [
      ['resign', 'evil', '--keys', 'k'],
      ['release', 'pack', '--repo', 'evil', '--keys', 'k'],
    ]) {
      const ran = await run(...args);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain('is not the file that was signed. Nothing was signed');
    }
  });

  test.each([
    [['keys'], /^satchel: Say: satchel keys init DIR\./],
    [['keys', 'init', 'x'], /^satchel: --publisher is missing/],
    [['keys', 'init', 'x', '--role', 'king'], /^satchel: There is no role king:/],
    [['keys', 'init', 'x', '--role', 'root', '--count', '0'], /^satchel: --count needs/],
    [['release', 'pack', '--keys', 'k'], /^satchel: --repo is missing/],
    [['release', 'pack', '--repo', 'r'], /^satchel: --keys is missing/],
    [['release', 'absent', '--repo', 'r', '--keys', 'k'], /^satchel: absent is not a folder/],
    [['release', 'pack', '--repo', 'new', '--keys', 'k', '--prefix', 'A b'], /^satchel: No id begins with "A b"/],
    [['release', 'pack', '--repo', 'r', '--keys', 'k2'], /^satchel: /],
    [['verify', 'absent'], /^satchel: absent is not there/],
    [['verify', 'http://packs.example.org/'], /^satchel: http:\/\/packs\.example\.org\/ is not asked/],
    [['verify', 'pack'], /^satchel: pack is not signed/],
    [['verify', 'pack/pack.yaml'], /^satchel: pack\/pack\.yaml is no \.satchel file/],
    [['resign', 'pack', '--keys', 'k'], /^satchel: pack is no repository/],
    [['resign', 'r', '--keys', 'k2'], /^satchel: online needs one of its keys, and none of them are at hand\./],
    [['rotate', 'r', '--keys', 'k', '--new', 'k2'], /^satchel: --role needs/],
    [['rotate', 'r', '--role', 'root', '--keys', 'k'], /^satchel: --new is missing/],
    [['rotate', 'r', '--role', 'packs-x', '--keys', 'k', '--new', 'k2'], /^satchel: k2 has no keys of packs-x/],
  ])('%j is one plain sentence and exit code 2', async (args, sentence) => {
    const ran = await run(...args);
    expect(ran.err).toMatch(sentence);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).not.toContain('    at ');
  });

  test('locked keys are opened by the first line of a file', async () => {
    await writeFile(at('word'), 'four random words here\nand more\n');
    await right('keys', 'init', 'locked', '--publisher', 'small', '--passphrase', 'word');
    await right('release', 'pack', '--repo', 'r3', '--keys', 'locked', '--passphrase', 'word');
    expect(await run('resign', 'r3', '--keys', 'locked')).toMatchObject({
      code: 2,
      err: expect.stringContaining('has a passphrase: say where it is with --passphrase.'),
    });
  });
});
