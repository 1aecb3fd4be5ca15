import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_BYTES } from '#pack/trust/carrier-fetcher.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { NOW, newFounders, newKeys, said, TestLaptop, TestRepository } from '#support/test-repository.ts';
import { demandReadable } from '#tool/publish/laptop-limits.ts';
import type { Repository } from '#tool/publish/repository.ts';
import { resign } from '#tool/publish/resign.ts';
import { sealed } from '#tool/publish/sealed-edition.ts';
import { delegationsOf, signedPublisher, signedTargets } from '#tool/publish/signed-roles.ts';
import { withdraw } from '#tool/publish/withdraw.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const ROLE = 'packs-test';

/** An edition with so many packs of one publisher. */
function withPacks({ current, keys }: TestRepository, count: number) {
  const targets = Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const id = `test-pack-${1_000 + at}`;
      const custom = {
        id,
        release: 1,
        version: '2026.1',
        title: `Pack ${`${at}`.padStart(6, '0')} `.repeat(16).trim(),
        publisher: ROLE,
      };
      return [`packs/${id}/pack.json`, { length: 900, hashes: { sha256: `${at}`.padStart(64, '0') }, custom }];
    }),
  );
  const version = (current.publishers.get(ROLE)?.signed.version ?? 0) + 1;
  const its = signedPublisher(current.targets, ROLE, targets, version, keys, NOW);
  return sealed(current, { publishers: new Map([[ROLE, its]]) }, keys, NOW);
}

const bytesOf = ({ publishers }: Repository): number => publishers.get(ROLE)?.bytes.length ?? 0;

test('a publisher has as many packs as laptops read, and not one more', async () => {
  const its = await TestRepository.found(join(folder.path, 'many'));
  const [two, three] = [2, 3].map((few) => bytesOf(withPacks(its, few).repository));
  const each = Number(three) - Number(two);
  const count = 2 + Math.floor((MOST_BYTES.targets - Number(two)) / each);
  const most = withPacks(its, count);
  expect(() => demandReadable(its.current, most.repository)).not.toThrow();
  const more = withPacks(its, count + 1);
  expect(() => demandReadable(its.current, more.repository)).toThrow(
    /^Nothing was signed: the metadata of packs-test would have 262,\d{3} bytes, and laptops read no more than 262,144\. It has \d+ packs: take some out with satchel withdraw/,
  );
  // That is where a laptop ends, too.
  await its.take(more);
  const laptop = new TestLaptop(join(folder.path, 'laptop'), its.root);
  expect(said(await laptop.check(its.folder))).toBe('[too-large packs-test]');
  // What was too large already may be signed again, and made smaller.
  expect(() => demandReadable(its.current, resign(its.current, [], its.keys, NOW).repository)).not.toThrow();
  const fewer = withdraw(its.current, 'test-pack-1000', its.keys, NOW).repository;
  expect(() => demandReadable(its.current, fewer)).not.toThrow();
  expect(bytesOf(fewer)).toBeLessThanOrEqual(MOST_BYTES.targets);
}, 120_000);

test('a repository has as many publishers as laptops take, and not one more', async () => {
  const its = await TestRepository.found(join(folder.path, 'publishers'), { empty: true });
  const keys = newKeys(2);
  const withPublishers = (count: number) => {
    const others = Array.from(
      { length: count - 1 },
      (_, at) => ({ role: `packs-p${at}`, prefixes: [`p${at}-`], keys }) as const,
    );
    const all = [...its.founders.publishers, ...others];
    const head = { version: 2, targets: {}, delegations: delegationsOf(all) };
    const signing = [...its.keys, ...keys];
    const targets = signedTargets(head, its.current.root, signing, NOW);
    const publishers = new Map(all.map(({ role }) => [role, signedPublisher(targets, role, {}, 2, signing, NOW)]));
    return sealed(its.current, { targets, publishers }, signing, NOW);
  };
  const most = withPublishers(200);
  expect(() => demandReadable(its.current, most.repository)).not.toThrow();
  const more = withPublishers(201).repository;
  expect(() => demandReadable(its.current, more)).toThrow(
    /would have 201 publishers, and laptops take no more than 200/,
  );
  await its.take(most);
  expect(said(await new TestLaptop(join(folder.path, 'l2'), its.root).check(its.folder))).toBe('');
}, 60_000);

test('a root with more keys than laptops read is not signed', async () => {
  const its = await TestRepository.found(join(folder.path, 'root'), { founders: newFounders(), empty: true });
  const root = { ...its.current.root, bytes: Buffer.alloc(MOST_BYTES.root + 1) };
  expect(() => demandReadable(its.current, { ...its.current, root })).toThrow(/metadata of root .* Give it fewer keys/);
});
