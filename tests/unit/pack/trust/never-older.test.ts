import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import type { RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { changeFile, inDays, newKeys, said, TestLaptop, TestRepository } from '#support/test-repository.ts';
import { withLeftNames } from '#tool/publish/left-names.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let repository: TestRepository;
/** The repository after each of its changes; the number is the release in it. */
const editions: { readonly path: string; readonly release: number }[] = [];

let made = 0;
const place = (): string => join(folder.path, `${made++}`);

beforeAll(async () => {
  folder = await temporaryFolder();
  repository = await TestRepository.found(place());
  const keep = async (release: number): Promise<void> => {
    editions.push({ path: await repository.copy(place()), release });
  };
  await keep(1);
  await repository.release(2);
  await keep(2);
  await repository.resign();
  await keep(2);
  await repository.rotate('online', newKeys(1));
  await keep(2);
  await repository.release(3);
  await keep(3);
  await repository.rotate('packs-test', newKeys(2));
  await repository.release(4);
  await keep(4);
  await repository.rotate('root', newKeys(3));
  await repository.rotate('online', newKeys(1));
  await keep(4);
});
afterAll(() => folder.remove());

/** Ways to reach an edition; all but the first are in the suite of the carriers. */
const carriers: readonly ((path: string) => RepositoryCarrier)[] = [
  folderRepository,
  (path) => ({ ...folderRepository(path), name: 'another place', place: 'another place' }),
  // It names what it gives, and says when that is had already.
  (path) => {
    const real = folderRepository(path);
    return {
      ...real,
      read: async (name, options) => {
        const answer = await real.read(name, options);
        if (answer.is !== 'bytes') return answer;
        const mark = `${answer.bytes.length}-${answer.bytes.toString('hex').slice(-40)}`;
        return options.known === mark ? { is: 'unchanged' } : { ...answer, mark };
      },
    };
  },
];

/** What may happen to the files of a laptop. One of the two is left: what both forget, nobody knows. */
const TEARS = {
  none: async () => undefined,
  'state gone': ({ source }: TestLaptop) => rm(source.state, { force: true }),
  'state cut': ({ source }: TestLaptop) => changeFile(source.state, (bytes) => bytes.subarray(0, bytes.length >> 1)),
  'timestamp of the state changed': ({ source }: TestLaptop) =>
    changeFile(source.state, (bytes) => bytes.toString().replace(/"timestamp.json":"[^,]*,/, '"timestamp.json":"{},')),
  'root of the state changed': ({ source }: TestLaptop) =>
    changeFile(source.state, (bytes) => bytes.toString().replace('"root.json":"{', '"root.json":"[')),
  'year of the floor changed': ({ source }: TestLaptop) =>
    changeFile(source.floor, (bytes) => bytes.toString().replace('"time":"20', '"time":"28')),
  'version of the floor changed': ({ source }: TestLaptop) =>
    changeFile(source.floor, (bytes) => bytes.toString().replace('"version":', '"version":9')),
  'floor gone': ({ source }: TestLaptop) => rm(source.floor, { force: true }),
  'floor cut': ({ source }: TestLaptop) => changeFile(source.floor, (bytes) => bytes.subarray(0, 40)),
  'floor of nothing': ({ source }: TestLaptop) => writeFile(source.floor, ''),
};

const step = fc.record({
  edition: fc.nat(6),
  carrier: fc.nat(carriers.length - 1),
  clock: fc.integer({ min: -1_000, max: 80 }),
  tear: fc.constantFrom(...(Object.keys(TEARS) as (keyof typeof TEARS)[])),
});

describe('T2 an older release never replaces a newer one', () => {
  test('T2 in any order of carriers, editions and clocks, with what is remembered torn', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        const laptop = new TestLaptop(place(), repository.root);
        let [release, root] = [0, 0];
        let hasBoth = false;
        for (const { edition, carrier, clock, tear } of steps) {
          if (hasBoth && tear !== 'none') {
            await TEARS[tear](laptop);
            hasBoth = false;
          }
          const { path } = editions[edition] ?? { path: '' };
          const open = carriers[carrier] ?? folderRepository;
          const checked = await laptop.check(open(path), { now: inDays(clock) });
          if (!checked.ok) {
            expect(said(checked)).toMatch(/^(?:older|signature|foreign-root) /);
            continue;
          }
          hasBoth = true;
          expect(checked.value.root).toBeGreaterThanOrEqual(root);
          root = checked.value.root;
          for (const pack of checked.value.packs) {
            expect(pack.release).toBeGreaterThanOrEqual(release);
            release = pack.release;
          }
        }
        // Whatever happened, the newest is taken.
        const { path } = editions.at(-1) ?? { path: '' };
        expect(said(await laptop.check(path, { now: inDays(80) }))).toBe('test-pack 4');
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test('T2 whichever of the two is lost, yesterday is refused', async () => {
    for (const tear of Object.keys(TEARS) as (keyof typeof TEARS)[]) {
      const laptop = new TestLaptop(place(), repository.root);
      await laptop.check(editions[2]?.path ?? '');
      await TEARS[tear](laptop);
      const refused = said(await laptop.check(editions[0]?.path ?? ''));
      expect(`${tear}: ${refused}`).toMatch(/: older (?:timestamp|packs-test)$/);
    }
  });

  test('T2 one digit that a disk spoilt keeps nothing new out', async () => {
    for (const tear of ['year of the floor changed', 'version of the floor changed'] as const) {
      const laptop = new TestLaptop(place(), repository.root);
      await laptop.check(editions[0]?.path ?? '');
      await TEARS[tear](laptop);
      expect([tear, said(await laptop.check(editions[1]?.path ?? ''))]).toEqual([tear, 'test-pack 2']);
    }
  });

  test('T2 a source is asked once at a time, and who waits may give up', async () => {
    const laptop = new TestLaptop(place(), repository.root);
    const real = folderRepository(editions[1]?.path ?? '');
    let inside = 0;
    let most = 0;
    const counting: RepositoryCarrier = {
      ...real,
      read: async (path, options) => {
        inside += 1;
        most = Math.max(most, inside);
        const answer = await real.read(path, options);
        inside -= 1;
        return answer;
      },
    };
    const all = await Promise.all([1, 2, 3, 4].map(() => laptop.check(counting)));
    expect(all.map(said)).toEqual(Array(4).fill('test-pack 2'));
    expect(most).toBe(1);
    const controller = new AbortController();
    const hung = laptop.check(
      { ...real, read: () => new Promise(() => undefined) },
      { signal: AbortSignal.timeout(300) },
    );
    const waits = laptop.check(real, { signal: controller.signal });
    const after = laptop.check(real);
    let isOver = false;
    void hung.then(() => {
      isOver = true;
    });
    controller.abort();
    expect(said(await waits)).toBe('stopped root');
    expect(isOver).toBe(false);
    expect(said(await after)).toBe('test-pack 2');
    expect(said(await hung)).toBe('stopped root');
  });

  test('T2 a root that took a key away is never forgotten: its repository of before is refused', async () => {
    const laptop = new TestLaptop(place(), repository.root);
    await laptop.check(editions[4]?.path ?? '');
    await rm(laptop.source.state);
    expect(said(await laptop.check(editions[2]?.path ?? ''))).toBe('older root');
  });

  test('T2 a thief of the new online key cannot bring back what a publisher signed before', async () => {
    const its = await TestRepository.found(place());
    const laptop = new TestLaptop(place(), its.root);
    const old = its.current.publishers;
    await its.release(2);
    expect(said(await laptop.check(its.folder))).toBe('test-pack 2');
    // TUF remembers no version of a role at this very moment.
    await its.rotate('online', newKeys(1));
    const thief = its.keys.slice(-1);
    its.current = { ...its.current, publishers: old };
    await its.forge({ snapshot: { keys: thief }, timestamp: { keys: thief } });
    expect(said(await laptop.check(its.folder))).toBe('[older packs-test]');
  });

  test('T2 one number with another content is not taken', async () => {
    const its = await TestRepository.found(place());
    const laptop = new TestLaptop(place(), its.root);
    await laptop.check(its.folder);
    const [{ keys }] = its.founders.publishers;
    await its.forge({
      publisher: {
        keys,
        change: (signed) => ({
          ...signed,
          version: signed.version + 1,
          targets: Object.fromEntries(
            Object.entries(signed.targets).map(([path, target]) => [
              path,
              { ...target, hashes: { sha256: 'a'.repeat(64) } },
            ]),
          ),
        }),
      },
    });
    expect(said(await laptop.check(its.folder))).toBe('[mixed packs-test]');
  });

  test('T2 a publisher whose keys were stolen counts again from its own number when it has other keys', async () => {
    const its = await TestRepository.found(place());
    const laptop = new TestLaptop(place(), its.root);
    const honest = its.current;
    await its.release(2_000_000_000);
    expect(said(await laptop.check(its.folder))).toBe('test-pack 2000000000');
    // As the tool reads it: the thief's names lie there, and a name is used once.
    its.current = await withLeftNames(its.folder, { ...its.current, publishers: honest.publishers });
    await its.rotate('packs-test', newKeys(2));
    await its.resign('packs-test');
    expect(said(await laptop.check(its.folder))).toBe('test-pack 1');
  });
});
