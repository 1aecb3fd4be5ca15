import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { changeFile, TestRepository } from '#support/test-repository.ts';
import { demandContent } from '#tool/publish/demand-content.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let repository: TestRepository;
beforeAll(async () => {
  folder = await temporaryFolder();
  repository = await TestRepository.found(join(folder.path, 'repo'));
});
afterAll(() => folder.remove());

let made = 0;
const copy = () => repository.copy(join(folder.path, `${made++}`));
const found = async (path: string, end: string): Promise<string> =>
  (await readdir(path, { recursive: true })).find((name) => name.endsWith(end)) ?? '';
const demand = (path: string, replaced?: string) =>
  demandContent(path, repository.current, { progress: () => {} }, replaced);

describe('T1 nothing is signed over content that somebody changed', () => {
  test('what is whole holds, and it is said how far it is', async () => {
    const steps: string[] = [];
    await demandContent(await copy(), repository.current, { progress: (...step) => steps.push(step.join(' ')) });
    expect(steps).toEqual(['Files verified: 1 1']);
  });

  test.each(['.br', '.pack.json'])('%s', async (end) => {
    const changes: readonly ((bytes: Buffer) => Uint8Array)[] = [
      (bytes) => bytes.fill(32, 2, 8),
      (bytes) => Buffer.concat([bytes, Buffer.from(' ')]),
      (bytes) => Buffer.concat([bytes, Buffer.alloc(100_000)]),
      (bytes) => bytes.subarray(0, 10),
    ];
    for (const change of changes) {
      const path = await copy();
      const name = await found(path, end);
      await changeFile(join(path, name), change);
      const sentence = `${join(path, name)} is not the file that was signed. Nothing was signed: find out who changed the repository.`;
      await expect(demand(path)).rejects.toThrow(sentence);
      await expect(demand(path, 'test-pack')).rejects.toThrow(sentence);
    }
    const path = await copy();
    const name = await found(path, end);
    await rm(join(path, name));
    await expect(demand(path)).rejects.toThrow(`${join(path, name)} is missing. Nothing was signed`);
    // The next release of the same pack brings its own.
    await demand(path, 'test-pack');
  });
});
