import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import { checkSource, trustEffects } from '#pack/trust/check-source.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { CutDisk, PowerCut } from '#support/power-cut.ts';
import { NOW, newKeys, said, TestLaptop, TestRepository } from '#support/test-repository.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let repository: TestRepository;
const at = (name: string): string => join(folder.path, name);
beforeAll(async () => {
  folder = await temporaryFolder();
  repository = await TestRepository.found(at('repository'));
  await repository.copy(at('edition-1'));
  await repository.release(2);
  await repository.copy(at('edition-2'));
  await repository.rotate('root', newKeys(3));
  await repository.release(3);
  await repository.copy(at('edition-3'));
}, 60_000);
afterAll(() => folder.remove());

/** Checks edition 3 on a disk whose power goes at a call, and leaves what that leaves; whether it had come to its end. */
async function cutAt(home: string, number: number, namesFirst: boolean): Promise<{ ended: boolean; calls: number }> {
  const laptop = new TestLaptop(home, repository.root);
  const files = [laptop.source.state, laptop.source.floor];
  const disk = new CutDisk(files, number);
  const effects = {
    ...trustEffects,
    whole: disk.whole,
    remove: async (path: string) => {
      await disk.step();
      await trustEffects.remove(path);
    },
  };
  const options = { now: NOW, signal: AbortSignal.timeout(20_000) };
  const ended = await checkSource(laptop.source, folderRepository(at('edition-3')), options, effects).then(
    ({ ok }) => ok,
    (error: unknown) => {
      if (error instanceof PowerCut) return false;
      throw error;
    },
  );
  await disk.leave(files, namesFirst);
  return { ended, calls: disk.calls };
}

/** Calls, from the last, among which are all that keep what held. */
const KEEPING = 24;

describe('T5 the power goes, and the disk had put down what it was told to and not more', () => {
  test.each([
    ['what was not synced is gone', false],
    ['names came before their bytes', true],
  ])(
    'T5 %s: what is left is usable and no older, and what was said to hold is kept',
    async (_, namesFirst) => {
      const seed = at(`seed-${namesFirst}`);
      expect(said(await new TestLaptop(seed, repository.root).check(at('edition-2')))).toBe('test-pack 2');
      const homeOf = async (number: number): Promise<string> => {
        const home = at(`cut-${namesFirst}-${number}`);
        await cp(seed, home, { recursive: true });
        return home;
      };
      const { calls } = await cutAt(await homeOf(0), 0, namesFirst);
      expect(calls).toBeGreaterThan(15);
      let old = 0;
      for (let number = 1; number <= calls + 1; number++) {
        // The first calls make the copy that is worked on: a few of them are enough.
        if (number < calls - KEEPING && number % 8 !== 1) continue;
        const home = await homeOf(number);
        const { ended } = await cutAt(home, number, namesFirst);
        const laptop = new TestLaptop(home, repository.root);
        expect([number, said(await laptop.check(at('edition-1')))]).toEqual([number, 'older timestamp']);
        const between = said(await laptop.check(at('edition-2')));
        if (between === 'test-pack 2') old += 1;
        else expect(between).toMatch(/^(?:signature timestamp|older (?:timestamp|root))$/);
        // Who was told that it holds keeps it.
        if (ended) expect([number, between]).not.toEqual([number, 'test-pack 2']);
        expect([number, said(await laptop.check(at('edition-3')))]).toEqual([number, 'test-pack 3']);
        expect(await readdir(dirname(laptop.source.state))).toEqual(['trusted.json']);
      }
      expect(old).toBeGreaterThan(0);
      expect(old).toBeLessThan(calls);
    },
    120_000,
  );

  test('T5 the measure sees a file that was never synced', async () => {
    const path = at('plain');
    await writeFile(path, 'before');
    const disk = new CutDisk([path], 0);
    const file = await disk.whole.create(`${path}.part`, 0o600);
    await file.write(Buffer.from('after'));
    await file.close();
    await disk.whole.rename(`${path}.part`, path);
    await disk.leave([path], true);
    expect(await trustEffects.read(path, 100)).toHaveLength(0);
    await disk.leave([path], false);
    expect((await trustEffects.read(path, 100)).toString()).toBe('before');
    await rm(path);
  });
});
