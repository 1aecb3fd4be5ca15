import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isHalf } from '#files/half-file.ts';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { type Forgery, forged, inDays, newKeys, said, TestLaptop, TestRepository } from '#support/test-repository.ts';
import type { SigningKey } from '#tool/publish/keys/signing-key.ts';
import type { AnySigned, MetaFile, TargetsSigned } from '#tool/publish/signed-file.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

let made = 0;
const place = (): string => join(folder.path, `${made++}`);

interface Hands {
  readonly root: readonly SigningKey[];
  readonly targets: readonly SigningKey[];
  readonly online: readonly SigningKey[];
  readonly publisher: readonly SigningKey[];
}

const handsOf = ({ founders }: TestRepository): Hands => ({ ...founders, publisher: founders.publishers[0].keys });

const again = (signed: TargetsSigned): TargetsSigned => ({ ...signed, version: signed.version + 1 });

/** What is forged, by those who hold the right keys unless told otherwise; what a laptop says that knew the edition before. */
const FORGERIES: readonly (readonly [string, (hands: Hands) => Forgery, string])[] = [
  ['a timestamp by another key', () => ({ timestamp: { keys: newKeys(1) } }), 'signature timestamp'],
  ['a timestamp by nobody', () => ({ timestamp: { keys: [] } }), 'signature timestamp'],
  [
    'a timestamp of a lower version',
    ({ online }) => ({ timestamp: { keys: online, change: (signed) => ({ ...signed, version: 1 }) } }),
    'older timestamp',
  ],
  [
    'a timestamp that names an older snapshot',
    ({ online }) => ({
      timestamp: {
        keys: online,
        change: (signed) => ({ ...signed, meta: { 'snapshot.json': { ...signed.meta['snapshot.json'], version: 1 } } }),
      },
    }),
    'older snapshot',
  ],
  [
    'a timestamp that is over',
    ({ online }) => ({
      timestamp: { keys: online, change: (signed) => ({ ...signed, expires: '2026-11-30T00:00:00Z' }) },
    }),
    'expired timestamp',
  ],
  [
    'a timestamp whose date is none',
    ({ online }) => ({ timestamp: { keys: online, change: (signed) => ({ ...signed, expires: 'never' }) } }),
    'damaged timestamp',
  ],
  [
    'a timestamp whose version is beyond all counting',
    ({ online }) => ({ timestamp: { keys: online, change: (signed) => ({ ...signed, version: 2 ** 60 }) } }),
    'damaged timestamp',
  ],
  [
    'a timestamp of a specification to come',
    ({ online }) => ({ timestamp: { keys: online, change: (signed) => ({ ...signed, spec_version: '2.0.0' }) } }),
    'unsupported timestamp',
  ],
  ['a snapshot by another key', () => ({ snapshot: { keys: newKeys(1) } }), 'signature snapshot'],
  [
    'a snapshot that is over',
    ({ online }) => ({
      snapshot: { keys: online, change: (signed) => ({ ...signed, expires: '2026-11-30T00:00:00Z' }) },
    }),
    'expired snapshot',
  ],
  [
    'a snapshot that lowers a role',
    ({ online }) => ({
      snapshot: {
        keys: online,
        change: (signed) => {
          const its = signed.meta['packs-test.json'];
          return its ? { ...signed, meta: { ...signed.meta, 'packs-test.json': { ...its, version: 1 } } } : signed;
        },
      },
    }),
    'older packs-test',
  ],
  [
    'a snapshot that leaves a role out',
    ({ online }) => ({
      snapshot: {
        keys: online,
        change: ({ meta, ...signed }) => {
          const { 'packs-test.json': _, ...rest } = meta;
          return { ...signed, meta: rest };
        },
      },
    }),
    'mixed snapshot',
  ],
  [
    'a snapshot whose hash is of a kind that nobody knows',
    ({ online }) => ({
      timestamp: {
        keys: online,
        change: (signed) => {
          const file = { ...signed.meta['snapshot.json'], hashes: { md99: 'ab' } };
          return { ...signed, meta: { 'snapshot.json': file as unknown as (typeof signed.meta)['snapshot.json'] } };
        },
      },
    }),
    'damaged snapshot',
  ],
  ['targets by another key', () => ({ targets: { keys: newKeys(2), change: again } }), 'signature targets'],
  [
    'targets by one key of two',
    ({ targets }) => ({ targets: { keys: targets.slice(0, 1), change: again } }),
    'signature targets',
  ],
  [
    'targets that are over',
    ({ targets }) => ({
      targets: { keys: targets, change: (signed) => ({ ...again(signed), expires: '2026-11-30T00:00:00Z' }) },
    }),
    'expired targets',
  ],
  [
    'targets with roles by a pattern of hashes',
    ({ targets }) => ({
      targets: {
        keys: targets,
        change: (signed) => {
          const { delegations, ...rest } = again(signed);
          const keys = delegations?.keys ?? {};
          const succinct = { keyids: Object.keys(keys), threshold: 1, bit_length: 4, name_prefix: 'packs' };
          return { ...rest, delegations: { keys, succinct_roles: succinct } } as unknown as TargetsSigned;
        },
      },
    }),
    'unsupported targets',
  ],
  [
    'targets that list a pack themselves: those who name publishers publish nothing',
    ({ targets }) => ({
      targets: {
        keys: targets,
        change: (signed) => {
          const custom = { id: 'test-pack', release: 9, version: '9', title: 'Nine', publisher: 'packs-test' };
          const target = { length: 10, hashes: { sha256: 'e'.repeat(64) }, custom };
          return { ...again(signed), targets: { 'packs/test-pack/pack.json': target } };
        },
      },
    }),
    '[name packs-test]',
  ],
  ['a publisher by another key', () => ({ publisher: { keys: newKeys(2), change: again } }), '[signature packs-test]'],
  [
    'a publisher that is over',
    ({ publisher }) => ({
      publisher: { keys: publisher, change: (signed) => ({ ...again(signed), expires: '2026-11-30T00:00:00Z' }) },
    }),
    '[expired packs-test]',
  ],
  [
    'a publisher that names others',
    ({ publisher, online }) => ({
      publisher: {
        keys: publisher,
        change: (signed) => {
          const [key] = online;
          const role = {
            name: 'packs-more',
            keyids: key ? [key.id] : [],
            threshold: 1,
            terminating: true as const,
            paths: ['*'],
          };
          return { ...again(signed), delegations: { keys: key ? { [key.id]: key.record } : {}, roles: [role] } };
        },
      },
    }),
    '[unsupported packs-test]',
  ],
  [
    'a pack of a publisher who calls itself another',
    ({ publisher }) => ({
      publisher: {
        keys: publisher,
        change: (signed) => ({
          ...again(signed),
          targets: Object.fromEntries(
            Object.entries(signed.targets).map(([path, target]) => [
              path,
              { ...target, custom: { ...target.custom, publisher: 'packs-other' } },
            ]),
          ),
        }),
      },
    }),
    '[unsupported packs-test]',
  ],
  [
    'a pack whose release is no number',
    ({ publisher }) => ({
      publisher: {
        keys: publisher,
        change: (signed) => ({
          ...again(signed),
          targets: Object.fromEntries(
            Object.entries(signed.targets).map(([path, target]) => [
              path,
              { ...target, custom: { ...target.custom, release: -1 } },
            ]),
          ),
        }),
      },
    }),
    '[unsupported packs-test]',
  ],
];

describe('T1 each refusal of tuf-js has its kind and its role', () => {
  test.each(FORGERIES)('T1 %s', async (_, forgery, expected) => {
    const repository = await TestRepository.found(place());
    const laptop = new TestLaptop(place(), repository.root);
    expect(said(await laptop.check(repository.folder))).toBe('test-pack 1');
    await repository.forge(forgery(handsOf(repository)));
    expect(said(await laptop.check(repository.folder))).toBe(expected);
  });

  /** What lies under the name of the next root. */
  const ROOTS: readonly (readonly [string, (repository: TestRepository) => Buffer | string, string])[] = [
    ['the same again', ({ root }) => root, 'older root'],
    [
      'one that leaves one out',
      ({ current, founders }) => next(current.root.signed, founders.root, { version: 3 }),
      'mixed root',
    ],
    ['one that nobody signed', ({ current }) => next(current.root.signed, [], { version: 2 }), 'signature root'],
    [
      'one by one key',
      ({ current, founders }) => next(current.root.signed, founders.root.slice(1, 2), { version: 2 }),
      'signature root',
    ],
    ['targets', ({ current }) => current.targets.bytes, 'damaged root'],
    ['no JSON', () => '{"signed":', 'damaged root'],
    ['a list', () => '[]', 'damaged root'],
    ['nothing', () => '', 'damaged root'],
    [
      'no signatures',
      ({ current }) => JSON.stringify({ signed: { ...current.root.signed, version: 2 } }),
      'damaged root',
    ],
    [
      'one of a specification to come',
      ({ current, founders }) =>
        next(current.root.signed, founders.root, { version: 2 }).toString().replace('1.0.31', '3.1.0'),
      'unsupported root',
    ],
    ['one that is nested without end', () => '['.repeat(60_000), 'damaged root'],
    ['one that is longer than any', () => ' '.repeat(128 * 1024 + 1), 'too-large root'],
  ];
  const next = <Signed extends AnySigned>(
    signed: Signed,
    keys: readonly SigningKey[],
    change: Partial<Signed>,
  ): Buffer => forged({ ...signed, ...change }, keys).bytes;

  test.each(ROOTS)('T1 a next root that is %s', async (_, bytes, expected) => {
    const repository = await TestRepository.found(place());
    const laptop = new TestLaptop(place(), repository.root);
    await writeFile(join(repository.folder, 'metadata/2.root.json'), bytes(repository));
    expect(said(await laptop.check(repository.folder))).toBe(expected);
  });

  test.each([
    ['snapshot', 'mixed snapshot'],
    ['targets', 'mixed targets'],
    ['packs-test', '[mixed packs-test]'],
  ])('T1 %s that says another version than the one by which it is named', async (role, expected) => {
    const repository = await TestRepository.found(place());
    const laptop = new TestLaptop(place(), repository.root);
    await laptop.check(repository.folder);
    const { online } = repository.founders;
    const raised = (file: MetaFile): MetaFile => ({ ...file, version: file.version + 3 });
    const { snapshot, targets, publishers } = repository.current;
    const its = role === 'targets' ? targets : publishers.get(role);
    await repository.forge({
      snapshot: {
        keys: online,
        change: (signed) => {
          const file = signed.meta[`${role}.json`];
          return file ? { ...signed, meta: { ...signed.meta, [`${role}.json`]: raised(file) } } : signed;
        },
      },
      timestamp: {
        keys: online,
        change: (signed) =>
          role === 'snapshot' ? { ...signed, meta: { 'snapshot.json': raised(signed.meta['snapshot.json']) } } : signed,
      },
    });
    const version = role === 'snapshot' ? snapshot.signed.version + 1 : (its?.signed.version ?? 0);
    const at = (number: number): string => join(repository.folder, `metadata/${number}.${role}.json`);
    await cp(at(version), at(version + 3));
    expect(said(await laptop.check(repository.folder))).toBe(expected);
  });

  test('T1 a snapshot that leaves out targets, to whom knows none and to whom knows one', async () => {
    const repository = await TestRepository.found(place());
    const [first, second] = [place(), place()].map((home) => new TestLaptop(home, repository.root));
    await second?.check(repository.folder);
    const { online } = repository.founders;
    await repository.forge({
      snapshot: { keys: online, change: ({ meta: _, ...signed }) => ({ ...signed, meta: {} }) },
    });
    expect(said((await first?.check(repository.folder)) ?? fail())).toBe('mixed targets');
    expect(said((await second?.check(repository.folder)) ?? fail())).toBe('mixed snapshot');
  });

  test('T1 a repository without consistent snapshots is not taken', async () => {
    const repository = await TestRepository.found(place(), { empty: true });
    const { current, founders, folder: tree } = repository;
    const root = forged({ ...current.root.signed, consistent_snapshot: false as unknown as true }, founders.root).bytes;
    for (const [role, { bytes }] of [
      ['snapshot', current.snapshot],
      ['targets', current.targets],
      ...current.publishers,
    ] as const)
      await writeFile(join(tree, 'metadata', `${role}.json`), bytes);
    expect(said(await new TestLaptop(place(), root).check(tree))).toBe('unsupported root');
  });

  test('T1 a root that is given and is none', async () => {
    const repository = await TestRepository.found(place());
    for (const root of [Buffer.from(''), Buffer.from('{}'), repository.current.targets.bytes])
      expect(said(await new TestLaptop(place(), root).check(repository.folder))).toBe('damaged root');
  });

  test('T1 what cannot be kept is not taken', async () => {
    const repository = await TestRepository.found(place());
    const home = place();
    const laptop = new TestLaptop(home, repository.root);
    await writeFile(home, 'a file where a folder should be');
    expect(said(await laptop.check(repository.folder))).toBe('unwritable root');
    await rm(home);
    // The folder of the run goes while it runs, as on a disk that is full.
    const real = folderRepository(repository.folder);
    for (const at of ['timestamp', 'snapshot', 'targets', 'packs-test']) {
      const checked = await laptop.check({
        ...real,
        read: async (path, options) => {
          if (path.endsWith(`${at}.json`))
            for (const name of await readdir(join(home, 'source')))
              if (isHalf(name)) await rm(join(home, 'source', name), { recursive: true });
          return real.read(path, options);
        },
      });
      expect([at, said(checked)]).toEqual([at, `unwritable ${at === 'packs-test' ? at : 'targets'}`]);
    }
    expect(said(await laptop.check(repository.folder, { now: inDays(1) }))).toBe('test-pack 1');
  });
});

const fail = (): never => {
  throw new Error('no laptop');
};
