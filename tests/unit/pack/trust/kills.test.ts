import { spawnSync } from 'node:child_process';
import { cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { bundleForNode } from '#support/node-bundle.ts';
import { ROOT } from '#support/source-files.ts';
import { newKeys, said, TestLaptop, TestRepository } from '#support/test-repository.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let repository: TestRepository;
let root = '';
const at = (name: string): string => join(folder.path, name);

beforeAll(async () => {
  folder = await temporaryFolder();
  await bundleForNode({ 'killed-check': join(ROOT, 'tests/support/killed-check.ts') }, folder.path, 'mjs');
  repository = await TestRepository.found(at('repository'));
  root = at('root.json');
  await writeFile(root, repository.root);
  await repository.copy(at('edition-1'));
  await repository.release(2);
  await repository.copy(at('edition-2'));
  await repository.rotate('root', newKeys(3));
  await repository.release(3);
  await repository.copy(at('edition-3'));
}, 60_000);
afterAll(() => folder.remove());

/** Checks an edition in a process of its own, which is killed at a call; `null` where it was. */
function child(edition: number, home: string, number: number): { readonly calls: number; readonly ok: boolean } | null {
  const args = [at('killed-check.mjs'), at(`edition-${edition}`), home, root, `${number}`];
  const { stdout, stderr, signal, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (signal === 'SIGKILL') return null;
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

describe('T5 the power goes at any write of what is remembered', () => {
  test.each([
    ['the first time', 0],
    ['after two editions', 2],
  ])(
    'T5 %s: what is left is usable, and no older',
    async (_, before) => {
      const seed = at(`seed-${before}`);
      if (before > 0) expect(child(before, seed, 0)).toMatchObject({ ok: true });
      const laptopAt = (home: string): TestLaptop => new TestLaptop(home, repository.root);
      const homeOf = async (name: string): Promise<string> => {
        if (before > 0) await cp(seed, at(name), { recursive: true });
        return at(name);
      };
      const { calls } = child(3, await homeOf(`whole-${before}`), 0) ?? { calls: 0 };
      expect(calls).toBeGreaterThan(before > 0 ? 30 : 20);
      let kept = 0;
      for (let number = 1; number <= calls; number++) {
        const home = await homeOf(`killed-${before}-${number}`);
        expect(child(3, home, number)).toBeNull();
        const laptop = laptopAt(home);
        if (before > 0)
          expect([number, said(await laptop.check(at('edition-1')))]).toEqual([number, 'older timestamp']);
        const between = said(await laptop.check(at('edition-2')));
        // Either it had not been kept, or it had, and then yesterday is over.
        expect(['test-pack 2', 'signature timestamp', 'older timestamp', 'older root']).toContain(between);
        if (between !== 'test-pack 2') kept += 1;
        expect([number, said(await laptop.check(at('edition-3')))]).toEqual([number, 'test-pack 3']);
        expect(said(await laptop.check(at('edition-2')))).toBe('older timestamp');
        // What was left of the run that was broken off is gone.
        expect(await readdir(join(home, 'source'))).toEqual(['trusted.json']);
      }
      expect(kept).toBeGreaterThan(0);
      expect(kept).toBeLessThan(calls);
    },
    240_000,
  );
});
