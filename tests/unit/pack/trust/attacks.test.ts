// Long, because it is one list of attacks on a source, each with what a laptop says of it.
import { existsSync } from 'node:fs';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import { openRepositoryPack } from '#pack/carriers/repository-pack.ts';
import { openCarried } from '#pack/read/open-pack.ts';
import type { TrustedPack } from '#pack/trust/trusted-packs.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import {
  changeFile,
  inDays,
  madeRelease,
  NOW,
  newFounders,
  newKeys,
  said,
  TestLaptop,
  TestRepository,
} from '#support/test-repository.ts';
import type { TargetsSigned } from '#tool/publish/signed-file.ts';
import { refusal, takeOpened } from '../read/outcome.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

let made = 0;
const place = (): string => join(folder.path, `${made++}`);
const found = (options: Parameters<typeof TestRepository.found>[1] = {}): Promise<TestRepository> =>
  TestRepository.found(place(), options);
const laptopOf = ({ root }: TestRepository): TestLaptop => new TestLaptop(place(), root);

/** What a laptop that knows nothing yet says of a repository, and that it keeps nothing of what it refused. */
async function firstSaid(repository: TestRepository, path = repository.folder): Promise<string> {
  const laptop = laptopOf(repository);
  const checked = await laptop.check(path);
  if (!checked.ok) {
    expect(existsSync(laptop.source.floor)).toBe(false);
    // A root that follows from the given one is kept whatever came after it.
    const kept = await readFile(laptop.source.state, 'utf8').catch(() => null);
    if (kept !== null) expect(Object.keys(JSON.parse(kept.slice(65)).files)).toEqual(['root.json']);
  }
  return said(checked);
}

/** What reading the whole pack says. */
async function packSaid(path: string, pack: TrustedPack): Promise<string> {
  const repository = folderRepository(path);
  const opened = await openCarried(() => openRepositoryPack(repository, pack, AbortSignal.timeout(20_000)));
  return refusal(await takeOpened(opened));
}

/** Another manifest under the pack's name: what a thief would like to be read. */
const evil = (signed: TargetsSigned): TargetsSigned => ({
  ...signed,
  version: signed.version + 1,
  targets: Object.fromEntries(
    Object.entries(signed.targets).map(([path, target]) => [
      path,
      { ...target, hashes: { sha256: 'e'.repeat(64) }, custom: { ...target.custom, release: 99 } },
    ]),
  ),
});

describe('what is right', () => {
  test('T1 a pack is reached by root, timestamp, snapshot, targets, publisher, manifest and blobs', async () => {
    const repository = await found();
    const checked = await laptopOf(repository).check(repository.folder);
    expect(said(checked)).toBe('test-pack 1');
    if (!checked.ok) return;
    const { hash, manifest } = await madeRelease(1);
    expect(checked.value).toMatchObject({
      root: 1,
      withheld: [],
      validUntil: '2027-03-01T09:00:00Z',
      expiredSince: null,
      verifiedAt: NOW.toISOString(),
    });
    expect(checked.value.packs).toEqual([
      {
        id: 'test-pack',
        path: 'packs/test-pack/pack.json',
        sha256: hash,
        length: expect.any(Number),
        release: 1,
        version: '2026.1',
        title: manifest.title,
        publisher: 'packs-test',
        validUntil: '2027-03-01T09:00:00Z',
        expiredSince: null,
      },
    ]);
    expect(await packSaid(repository.folder, checked.value.packs[0] as TrustedPack)).toBe('none');
  });

  test('T1 a publisher that cannot be relied on takes no other one with it', async () => {
    const repository = await found();
    await repository.rotate('packs-other', newKeys(2), ['other-']);
    await repository.release(3, 'other-pack');
    const laptop = laptopOf(repository);
    expect(said(await laptop.check(repository.folder))).toBe('test-pack 1, other-pack 3');
    const { version } = repository.current.publishers.get('packs-other')?.signed ?? {};
    await changeFile(join(repository.folder, `metadata/${version}.packs-other.json`), () => '{}');
    expect(await firstSaid(repository)).toBe('test-pack 1, [damaged packs-other]');
  });
});

describe('T1 attacks', () => {
  test('T1 attack A1: a changed pack: manifest, blob, or one that is not there', async () => {
    const repository = await found();
    const checked = await laptopOf(repository).check(repository.folder);
    const pack = checked.ok ? checked.value.packs[0] : undefined;
    if (pack === undefined) throw new Error(said(checked));
    const manifest = `targets/packs/test-pack/${pack.sha256}.pack.json`;
    const names = (await readdir(repository.folder, { recursive: true })).filter((name) => name.endsWith('.br'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of [manifest, ...names]) {
      const copy = await repository.copy(place());
      const file = join(copy, name);
      const bytes = await readFile(file);
      for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
        await writeFile(
          file,
          bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)),
        );
        expect(await packSaid(copy, pack)).toMatch(/^pack-(?:damaged|unsafe size-lie)$/);
      }
      await rm(file);
      expect(await packSaid(copy, pack)).toBe('pack-damaged');
    }
  });

  test.each([
    ['timestamp.json', 'signature timestamp'],
    ['2.snapshot.json', 'mixed snapshot'],
    ['1.targets.json', 'mixed targets'],
    ['2.packs-test.json', '[mixed packs-test]'],
  ])('T1 attack A2: changed metadata: another number in %s', async (name, expected) => {
    const repository = await found();
    await changeFile(join(repository.folder, 'metadata', name), (bytes) => {
      const { signed, signatures } = JSON.parse(bytes.toString());
      return JSON.stringify({ signatures, signed: { ...signed, version: 7 } });
    });
    expect(await firstSaid(repository)).toBe(expected);
  });

  test('T1 attack A3: another repository, with a root of its own', async () => {
    const [ours, theirs] = [await found(), await found()];
    expect(said(await laptopOf(ours).check(theirs.folder))).toBe('foreign-root root');
  });

  test('T1 attack A4: a whole repository of before the keys changed, as on an old stick, is an older one', async () => {
    const repository = await found();
    const old = await repository.copy(place());
    const laptop = laptopOf(repository);
    await repository.rotate('online', newKeys(1));
    expect(said(await laptop.check(repository.folder))).toBe('test-pack 1');
    expect(said(await laptop.check(old))).toBe('older root');
    expect(said(await laptop.check(repository.folder))).toBe('test-pack 1');
  });

  test('T1 attack A4: a whole repository of yesterday', async () => {
    const repository = await found();
    const old = await repository.copy(place());
    const laptop = laptopOf(repository);
    await repository.release(2);
    expect(said(await laptop.check(repository.folder))).toBe('test-pack 2');
    expect(said(await laptop.check(old))).toBe('older timestamp');
    expect(said(await laptop.check(repository.folder))).toBe('test-pack 2');
  });

  test('T1 attack A5: a source that stands still ends by its date', async () => {
    const repository = await found();
    const checked = await laptopOf(repository).check(repository.folder, { now: inDays(91) });
    expect(checked).toEqual({
      ok: false,
      fault: { kind: 'expired', role: 'timestamp', since: '2027-03-01T09:00:00Z' },
    });
  });

  test('T1 attack A6: a new timestamp over an old snapshot', async () => {
    const repository = await found();
    const old = await readFile(join(repository.folder, 'metadata/2.snapshot.json'));
    await repository.resign();
    await writeFile(join(repository.folder, 'metadata/3.snapshot.json'), old);
    expect(await firstSaid(repository)).toBe('mixed snapshot');
  });

  test('T1 attack A7: a timestamp without end, or longer than any', async () => {
    const repository = await found();
    await appendFile(join(repository.folder, 'metadata/timestamp.json'), Buffer.alloc(64 * 1024, 32));
    expect(await firstSaid(repository)).toBe('too-large timestamp');
  });

  test('T1 attack A7: no length that is signed lets more be read than is kept', async () => {
    const repository = await found();
    const online = repository.founders.online;
    await repository.forge({
      timestamp: {
        keys: online,
        change: (signed) => ({
          ...signed,
          meta: { 'snapshot.json': { ...signed.meta['snapshot.json'], length: 2 ** 40 } },
        }),
      },
    });
    await appendFile(join(repository.folder, 'metadata/3.snapshot.json'), Buffer.alloc(256 * 1024, 32));
    expect(await firstSaid(repository)).toBe('too-large snapshot');
  });

  test('T1 attack A8: a manifest that is longer than was signed', async () => {
    const repository = await found();
    const checked = await laptopOf(repository).check(repository.folder);
    const pack = checked.ok ? checked.value.packs[0] : undefined;
    if (pack === undefined) throw new Error(said(checked));
    await appendFile(
      join(repository.folder, `targets/packs/test-pack/${pack.sha256}.pack.json`),
      Buffer.alloc(5_000_000),
    );
    expect(await packSaid(repository.folder, pack)).toBe('pack-damaged');
  });

  test('T1 T6 attack A9: a thief of the online key cannot publish', async () => {
    const repository = await found();
    const thief = newKeys(2);
    const copy = await TestRepository.found(place(), { founders: repository.founders });
    await copy.forge({ publisher: { change: evil, keys: thief } });
    expect(said(await laptopOf(copy).check(copy.folder))).toBe('[signature packs-test]');
    await repository.forge({ targets: { change: (signed) => ({ ...signed, version: 2 }), keys: thief } });
    expect(await firstSaid(repository)).toBe('signature targets');
  });

  test('T1 T6 attack A10: one of two keys of a publisher is not enough', async () => {
    const repository = await found();
    const [one] = repository.founders.publishers[0].keys;
    await repository.forge({ publisher: { change: evil, keys: one ? [one] : [] } });
    expect(await firstSaid(repository)).toBe('[signature packs-test]');
  });

  test('T1 T10 attack A11: a publisher signs for the packs of its own names alone', async () => {
    const repository = await found();
    const [{ keys }] = repository.founders.publishers;
    await repository.forge({
      publisher: {
        keys,
        change: (signed) => {
          const [target] = Object.values(signed.targets);
          if (target === undefined) return signed;
          const custom = { ...target.custom, id: 'other-pack' };
          const targets = { ...signed.targets, 'packs/other-pack/pack.json': { ...target, custom } };
          return { ...signed, version: signed.version + 1, targets };
        },
      },
    });
    expect(await firstSaid(repository)).toBe('test-pack 1, [name packs-test]');
  });

  test('T1 T6 attack A12: a version of two thousand million by a thief of the online key, and the way back', async () => {
    const repository = await found();
    const laptop = laptopOf(repository);
    const honest = repository.current;
    const online = repository.founders.online;
    await repository.forge({ timestamp: { keys: online, change: (signed) => ({ ...signed, version: 2 ** 31 }) } });
    expect(said(await laptop.check(repository.folder))).toBe('test-pack 1');
    repository.current = honest;
    await repository.resign();
    expect(said(await laptop.check(repository.folder))).toBe('older timestamp');
    await repository.rotate('online', newKeys(1));
    await repository.release(2);
    expect(said(await laptop.check(repository.folder))).toBe('test-pack 2');
    // The state is lost: the floor alone must not stand in the way either, nor let the old key in again.
    await rm(laptop.source.state);
    expect(said(await laptop.check(repository.folder))).toBe('test-pack 2');
  });

  test('T1 T6 attack A13: a next root that the old one did not sign', async () => {
    const repository = await found();
    const keys = newKeys(3);
    await repository.forge({
      root: {
        keys,
        change: (signed) => {
          const keyids = keys.map(({ id }) => id);
          const records = Object.fromEntries(keys.map(({ id, record }) => [id, record]));
          const roles = { ...signed.roles, root: { keyids, threshold: 2 } };
          return { ...signed, version: 2, keys: { ...signed.keys, ...records }, roles };
        },
      },
    });
    expect(await firstSaid(repository)).toBe('signature root');
  });

  test('T1 T10 attack A14: the path of a target cannot leave its folder', async () => {
    const repository = await found();
    const [{ keys }] = repository.founders.publishers;
    const paths = [
      '../escape.txt',
      'packs/../../x/pack.json',
      'packs/..\\x/pack.json',
      'packs/C:/pack.json',
      'packs/test-CON/pack.json',
      'packs/test-a./pack.json',
      `packs/test-${'a'.repeat(300)}/pack.json`,
      'packs/test-cafe\u0301/pack.json',
      'packs/__proto__/pack.json',
    ];
    await repository.forge({
      publisher: {
        keys,
        change: (signed) => {
          const [target] = Object.values(signed.targets);
          const targets = Object.fromEntries(paths.map((path) => [path, target]));
          return { ...signed, version: 9, targets: { ...signed.targets, ...targets } as TargetsSigned['targets'] };
        },
      },
    });
    const before = await readdir(folder.path);
    const checked = await laptopOf(repository).check(repository.folder);
    expect(said(checked)).toBe(`test-pack 1, ${paths.map(() => '[name packs-test]').join(', ')}`);
    // Nothing but the laptop's own folder came into being.
    expect((await readdir(folder.path)).length).toBe(before.length + 1);
  });

  test.each([
    '../up',
    '..\\up',
    'C:',
    'con',
    'packs-',
    'packs-a.',
    'packs-CON',
    `packs-${'a'.repeat(300)}`,
    'packs-cafe\u0301',
    'targets.x',
    '__proto__',
  ])('T10 a role that is called %j ends the source', async (name) => {
    const repository = await found();
    const { targets } = repository.founders;
    await repository.forge({
      targets: {
        keys: targets,
        change: (signed) => {
          const delegations = signed.delegations ?? { keys: {}, roles: [] };
          const [first] = delegations.roles;
          if (first === undefined) return signed;
          return {
            ...signed,
            version: 2,
            delegations: { ...delegations, roles: [...delegations.roles, { ...first, name }] },
          };
        },
      },
    });
    expect(await firstSaid(repository)).toMatch(/^(?:name|damaged) targets$/);
  });
});

describe('T1 one byte is another', () => {
  test.each(['timestamp', 'snapshot', 'targets', 'publisher', 'root'])(
    'T1 anywhere in %s: a fault with its kind and nothing kept, or the very same answer',
    async (role) => {
      const repository = await found();
      await repository.rotate('online', newKeys(1));
      const { timestamp, snapshot, targets, publishers, root } = repository.current;
      const its = publishers.get('packs-test');
      const [name, step] = {
        timestamp: ['timestamp.json', 11],
        snapshot: [`${snapshot.signed.version}.snapshot.json`, 17],
        targets: [`${targets.signed.version}.targets.json`, 61],
        publisher: [`${its?.signed.version}.packs-test.json`, 29],
        root: [`${root.signed.version}.root.json`, 61],
      }[role] as [string, number];
      expect(timestamp).toBeDefined();
      const file = join(repository.folder, 'metadata', name);
      const bytes = await readFile(file);
      const right = said(await laptopOf(repository).check(repository.folder));
      const heard = new Set<string>();
      for (let at = 0; at < bytes.length; at += step) {
        for (const bit of [1, 32]) {
          await writeFile(
            file,
            bytes.map((byte, index) => (index === at ? byte ^ bit : byte)),
          );
          heard.add(await firstSaid(repository));
        }
      }
      // A digit of a signature may be written as a capital, and of three signatures two are enough.
      const faults = [...heard].filter((one) => one !== right);
      expect(faults.length).toBeGreaterThan(0);
      for (const fault of faults)
        expect(fault).toMatch(/^\[?(?:signature|damaged|mixed|unsupported|foreign-root|expired|older) [a-z-]+\]?$/);
    },
    120_000,
  );
});

test('T1 founders of one name are not one repository', async () => {
  const founders = newFounders();
  const [one, other] = [
    await found({ founders }),
    await found({ founders: { ...newFounders(), online: founders.online } }),
  ];
  expect(said(await laptopOf(one).check(other.folder))).not.toMatch(/^test-pack/);
});
