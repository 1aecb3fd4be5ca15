import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { inDays, newKeys, said, TestLaptop, TestRepository } from '#support/test-repository.ts';
import { readRepository } from '#tool/publish/read-repository.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

let made = 0;
const place = (): string => join(folder.path, `${made++}`);

const deed = fc.constantFrom(
  'release',
  'resign',
  'resign all',
  'root',
  'targets',
  'online',
  'packs-test',
  'another publisher',
);
const step = fc.record({
  deed,
  days: fc.nat(40),
  /** Which of three laptops look after it. */
  look: fc.array(fc.nat(2), { maxLength: 2 }),
});

async function doDeed(repository: TestRepository, what: string, release: number): Promise<void> {
  if (what === 'release') await repository.release(release + 1);
  else if (what === 'resign') await repository.resign();
  else if (what === 'resign all') await repository.resign('root', 'targets', 'packs-test');
  else if (what === 'another publisher') await repository.rotate(`packs-p${made++}`, newKeys(2), [`p${made}-`]);
  else if (what === 'online') await repository.rotate('online', newKeys(1));
  else if (what === 'packs-test') await repository.rotate('packs-test', newKeys(2));
  else if (what === 'root' || what === 'targets') await repository.rotate(what, newKeys(3));
}

test('T2 T4 whatever a publisher does in whatever order, each laptop has the newest when it looks, however long it was away', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const repository = await TestRepository.found(place());
      const laptops = [place(), place(), place()].map((home) => new TestLaptop(home, repository.root));
      let [release, day] = [1, 0];
      for (const { deed: what, days, look } of steps) {
        day += days;
        repository.now = inDays(day);
        await doDeed(repository, what, release);
        if (what === 'release') release += 1;
        expect(await readRepository(repository.folder)).toEqual(repository.current);
        for (const at of look) {
          const checked = await laptops[at]?.check(repository.folder, { now: repository.now });
          expect(checked && said(checked)).toBe(`test-pack ${release}`);
        }
      }
      for (const laptop of laptops) {
        const checked = await laptop.check(repository.folder, { now: repository.now });
        expect(said(checked)).toBe(`test-pack ${release}`);
        expect(checked).toMatchObject({ value: { root: repository.current.root.signed.version } });
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);
