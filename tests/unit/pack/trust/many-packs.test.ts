import { join } from 'node:path';
import { Metadata, Targets } from '@tufjs/models';
import { afterEach, expect, test, vi } from 'vitest';
import { targetPath } from '#pack/trust/names.ts';
import { keysOf, NOW, newKeys, said, TestLaptop } from '#support/test-repository.ts';
import { temporary } from '#support/test-sources.ts';
import { newRepository } from '#tool/publish/new-repository.ts';
import { sealed } from '#tool/publish/sealed-edition.ts';
import { signedPublisher } from '#tool/publish/signed-roles.ts';
import { writeEdition } from '#tool/publish/write-edition.ts';

/** A repository whose publishers each sign so many packs. */
async function repositoryOf(publishers: number, each: number) {
  const founders = {
    root: newKeys(3),
    targets: newKeys(3),
    online: newKeys(1),
    publishers: Array.from({ length: publishers }, (_, at) => ({
      role: `packs-p${at}` as const,
      prefixes: [`p${at}-`],
      keys: newKeys(2),
    })),
  };
  const keys = keysOf(founders);
  const first = newRepository(founders, NOW);
  const lists = founders.publishers.map(({ role, prefixes: [prefix] }) => {
    const targets = Array.from({ length: each }, (_, at) => {
      const id = `${prefix}pack-${at}`;
      const custom = { id, release: 1, version: '1', title: `Guidance ${at}`, publisher: role };
      return [targetPath(id), { length: 500, hashes: { sha256: 'ab'.repeat(32) }, custom }] as const;
    });
    return [role, signedPublisher(first.repository.targets, role, Object.fromEntries(targets), 2, keys, NOW)] as const;
  });
  const folder = await temporary();
  await writeEdition(folder, first);
  await writeEdition(folder, sealed(first.repository, { publishers: new Map(lists) }, keys, NOW));
  return { folder, laptop: new TestLaptop(join(folder, 'laptop'), first.repository.root.bytes) };
}

/** Processor time of the longest piece of work that nothing else could come between, in milliseconds. */
async function longestPiece(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = process.cpuUsage();
  let isOver = false;
  const look = (): void => {
    const { user } = process.cpuUsage(before);
    longest = Math.max(longest, user / 1_000);
    before = process.cpuUsage();
    if (!isOver) setImmediate(look);
  };
  look();
  await work();
  isOver = true;
  return longest;
}

afterEach(() => vi.restoreAllMocks());

test.each([
  [1, 600],
  [20, 100],
])('%i publishers of %i packs: no list is verified more than once', async (many, each) => {
  const { folder, laptop } = await repositoryOf(many, each);
  const plain = vi.spyOn(Targets.prototype, 'toJSON');
  const verified = vi.spyOn(Metadata.prototype, 'verifyDelegate');
  let checked = '';
  const longest = await longestPiece(async () => {
    checked = said(await laptop.check(folder));
  });
  expect(checked.split(', ')).toHaveLength(many * each);
  // Once each, and three times for the list of all publishers.
  expect(plain.mock.calls.length).toBeLessThan(many + 10);
  expect(verified.mock.calls.length).toBeLessThan(2 * many + 20);
  console.log(`${many} × ${each}: the longest piece took ${Math.round(longest)} ms`);
});

test('a publisher of more packs than are read is refused by itself, before tuf-js reads its list', async () => {
  const { folder, laptop } = await repositoryOf(1, 701);
  const read = vi.spyOn(Targets, 'fromJSON');
  expect(said(await laptop.check(folder))).toBe('[too-large packs-p0]');
  // That of all publishers.
  expect(read.mock.calls.length).toBeLessThan(3);
});
