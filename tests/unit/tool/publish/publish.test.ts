import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import {
  changeFile,
  inDays,
  keysOf,
  madeRelease,
  NOW,
  newFounders,
  newKeys,
  said,
  TestLaptop,
  TestRepository,
} from '#support/test-repository.ts';
import { addRelease } from '#tool/publish/add-release.ts';
import { makeKeys, readKeys } from '#tool/publish/keys/key-files.ts';
import { keyId } from '#tool/publish/keys/signing-key.ts';
import { newRepository } from '#tool/publish/new-repository.ts';
import { readRepository } from '#tool/publish/read-repository.ts';
import type { Edition } from '#tool/publish/repository.ts';
import { repositoryAt } from '#tool/publish/repository-at.ts';
import { resign } from '#tool/publish/resign.ts';
import { rotate } from '#tool/publish/rotate.ts';
import { writeEdition } from '#tool/publish/write-edition.ts';
import { onceEffects } from '#tool/publish/write-once.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

let made = 0;
const place = (): string => join(folder.path, `${made++}`);

const QUIET = { progress: () => undefined };

describe('keys', () => {
  test('are files that their owner alone may read, and nothing is written over', async () => {
    const keys = place();
    const first = await makeKeys(keys, 'root', 3, undefined);
    const more = await makeKeys(keys, 'root', 1, undefined);
    await makeKeys(keys, 'packs-hmt', 2, undefined);
    // The beginning of its id: no new key has the name of one that was lost.
    expect([...first, ...more].map(({ file }) => file.slice(keys.length + 1))).toEqual(
      [...first, ...more].map(({ key }, at) => `root-${at + 1}-${key.id.slice(0, 8)}.pem`),
    );
    for (const { file } of first) expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(keys)).mode & 0o777).toBe(0o700);
    const read = await readKeys([keys, keys], undefined);
    expect(read.map(({ role }) => role)).toEqual(['packs-hmt', 'packs-hmt', 'root', 'root', 'root', 'root']);
    expect(read.filter(({ role }) => role === 'root').map(({ key }) => key.id)).toEqual(
      [...first, ...more].map(({ key }) => key.id),
    );
  });

  test('T11 have the id that other programs of TUF give them', () => {
    // The public key of RFC 8410, 10.1; SHA-256 of it as the specification of TUF writes it, 4.2.
    const keyval = { public: '19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1' };
    const id = keyId({ keytype: 'ed25519', scheme: 'ed25519', keyval });
    expect(id).toBe('946bbfb4fd58b1aeac3ddb00f68fd8c8dea7e9a84e6c149b1c10b36b707c38fd');
  });

  test('with a passphrase say nothing without it', async () => {
    const keys = place();
    const [key] = await makeKeys(keys, 'online', 1, 'four random words here');
    expect(await readFile(key?.file ?? '', 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    expect((await readKeys([keys], 'four random words here'))[0]?.key.id).toBe(key?.key.id);
    await expect(readKeys([keys], undefined)).rejects.toThrow(/has a passphrase/);
    await expect(readKeys([keys], 'another')).rejects.toThrow(/does not open/);
  });

  test('that are none are named', async () => {
    const keys = place();
    await makeKeys(keys, 'online', 1, undefined);
    await writeFile(join(keys, 'root-1.pem'), 'no key');
    await expect(readKeys([keys], undefined)).rejects.toThrow(/root-1\.pem is not an Ed25519 key/);
    await expect(readKeys([place()], undefined)).rejects.toThrow(/is not a folder/);
  });
});

describe('a repository', () => {
  test('is founded with thresholds and times as they were decided', () => {
    const { repository } = newRepository(newFounders(['hmt-', 'grants']), NOW);
    const { root, targets, snapshot, timestamp } = repository;
    expect(root.signed.roles).toMatchObject({
      root: { threshold: 2 },
      targets: { threshold: 2 },
      snapshot: { threshold: 1 },
      timestamp: { threshold: 1 },
    });
    expect(root.signed.roles.root.keyids.length).toBe(3);
    expect(root.signed.consistent_snapshot).toBe(true);
    expect(targets.signed.targets).toEqual({});
    expect(targets.signed.delegations?.roles).toMatchObject([
      { name: 'packs-test', threshold: 2, terminating: true, paths: ['packs/hmt-*/*', 'packs/grants*/*'] },
    ]);
    const ends = [root, targets, repository.publishers.get('packs-test'), snapshot, timestamp].map(
      (one) => one?.signed.expires,
    );
    expect(ends).toEqual([
      '2028-11-30T09:00:00Z',
      '2027-12-01T09:00:00Z',
      '2027-12-01T09:00:00Z',
      '2027-03-01T09:00:00Z',
      '2027-03-01T09:00:00Z',
    ]);
  });

  test('needs enough different keys for each role', () => {
    const founders = newFounders();
    const [key] = founders.root;
    const same = key ? [key, key, key] : [];
    expect(() => newRepository({ ...founders, root: same }, NOW)).toThrow(
      /root needs at least 2 different keys, and has 1/,
    );
    expect(() => newRepository({ ...founders, online: [] }, NOW)).toThrow(/online needs at least 1 key, and has 0/);
  });

  test('is read back as it was written, and only as it was signed', async () => {
    const its = await TestRepository.found(place());
    expect(await readRepository(its.folder)).toEqual(its.current);
    expect(await readRepository(place())).toBeNull();
    for (const name of ['1.root.json', 'timestamp.json', '2.snapshot.json', '1.targets.json', '2.packs-test.json']) {
      const copy = await its.copy(place());
      await changeFile(join(copy, 'metadata', name), (bytes) =>
        bytes.toString().replace('"expires":"20', '"expires":"21'),
      );
      await expect(readRepository(copy)).rejects.toThrow(new RegExp(name.replaceAll('.', '\\.')));
      await rm(join(copy, 'metadata', name));
      if (name === '1.root.json') expect(await readRepository(copy)).toBeNull();
      else await expect(readRepository(copy)).rejects.toThrow(/is missing/);
    }
  });

  test('takes a release of a higher number by those who may publish it, and no other', async () => {
    const { current, keys, founders } = await TestRepository.found(place());
    const add = async (release: number, id: string, by = keys) =>
      addRelease(current, await madeRelease(release, id), by, NOW);
    await expect(add(1, 'test-pack')).rejects.toThrow(/test-pack has release 1 in the repository/);
    await expect(add(1, 'other-pack')).rejects.toThrow(
      /Nobody may publish other-pack here: ids of packs begin with "test-"/,
    );
    const without = keys.filter(({ id }) => id !== founders.publishers[0].keys[0]?.id);
    await expect(add(2, 'test-pack', without)).rejects.toThrow(
      'packs-test needs two of its keys, and one of them is at hand.',
    );
    await expect(add(2, 'test-pack', [...founders.publishers[0].keys])).rejects.toThrow(
      /online needs one of its keys, and none/,
    );
    const { files } = await add(2, 'test-pack', [...founders.publishers[0].keys, ...founders.online]);
    expect(files.map(({ name }) => name.replace(/[0-9a-f]{64}/, '*').replace(/blobs\/../, 'blobs/aa'))).toEqual([
      'blobs/aa/*.br',
      'targets/packs/test-pack/*.pack.json',
      'metadata/3.packs-test.json',
      'metadata/3.snapshot.json',
      'metadata/timestamp.json',
    ]);
  });

  test('is signed again for its whole time, the short roles always', async () => {
    const { current, keys, founders } = await TestRepository.found(place());
    const short = resign(current, [], founders.online, inDays(7));
    expect(short.files.map(({ name }) => name)).toEqual(['metadata/3.snapshot.json', 'metadata/timestamp.json']);
    expect(short.repository.timestamp.signed).toMatchObject({ version: 3, expires: '2027-03-08T09:00:00Z' });
    const all = resign(current, ['root', 'targets', 'packs-test'], keys, inDays(7));
    expect(all.repository.root.signed).toMatchObject({ version: 2, expires: '2028-12-07T09:00:00Z' });
    expect(all.files.map(({ name }) => name)).toEqual([
      'metadata/2.targets.json',
      'metadata/3.packs-test.json',
      'metadata/3.snapshot.json',
      'metadata/2.root.json',
      'metadata/timestamp.json',
    ]);
  });

  test('changes keys by those who name them', async () => {
    const { current, founders } = await TestRepository.found(place());
    const fresh = newKeys(3);
    const { root, targets, online } = founders;
    // Two old and two new keys sign a root.
    expect(() => rotate(current, { role: 'root', keys: fresh }, [...root.slice(0, 1), ...online], NOW)).toThrow(
      /root needs two/,
    );
    const next = rotate(current, { role: 'root', keys: fresh }, [...root.slice(0, 2), ...online], NOW).repository;
    expect(next.root.signed.version).toBe(2);
    for (const { id } of root) expect(next.root.signed.keys).not.toHaveProperty(id);
    expect(() => rotate(current, { role: 'packs-test', keys: fresh.slice(0, 2) }, [...root, ...online], NOW)).toThrow(
      /targets needs two/,
    );
    const one = { role: 'packs-test', keys: fresh.slice(0, 1), threshold: 1 } as const;
    const alone = rotate(current, one, [...targets, ...online], NOW).repository;
    expect(alone.targets.signed.delegations?.roles[0]).toMatchObject({ keyids: [fresh[0]?.id], threshold: 1 });
    const again = rotate(
      alone,
      { role: 'packs-test', keys: fresh.slice(0, 2) },
      [...targets, ...online],
      NOW,
    ).repository;
    expect(again.targets.signed.delegations?.roles[0]).toMatchObject({ threshold: 1 });
    const other = { role: 'packs-other', keys: fresh.slice(0, 2) } as const;
    expect(() => rotate(current, other, [...targets, ...online], NOW)).toThrow(/packs-other is new here/);
    const added = rotate(current, { ...other, prefixes: ['other-'] }, [...targets, ...online], NOW);
    expect([...added.repository.publishers.keys()]).toEqual(['packs-test', 'packs-other']);
  });
});

describe('T5 a command that is broken off', () => {
  /** Writes an edition up to a number of files. */
  async function broken(its: TestRepository, edition: Edition, files: number): Promise<string> {
    const copy = await its.copy(place());
    let written = 0;
    const counted =
      (call: (from: string, to: string) => unknown) =>
      async (from: string, to: string): Promise<void> => {
        if (written++ >= files) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        await call(from, to);
      };
    const effects = { ...onceEffects, rename: counted(onceEffects.rename), link: counted(onceEffects.link) };
    if (files < edition.files.length)
      await expect(writeEdition(copy, edition, effects)).rejects.toThrow(/no space left/);
    else await writeEdition(copy, edition, effects);
    return copy;
  }

  test('T5 at any file: readers see the release before, and it can be done again', async () => {
    const its = await TestRepository.found(place());
    const edition = addRelease(its.current, await madeRelease(2), its.keys, NOW);
    for (let files = 0; files <= edition.files.length; files++) {
      const copy = await broken(its, edition, files);
      const isWhole = files === edition.files.length;
      expect(said(await new TestLaptop(place(), its.root).check(copy))).toBe(`test-pack ${isWhole ? 2 : 1}`);
      if (isWhole) continue;
      const again = await repositoryAt(copy, undefined, QUIET);
      await writeEdition(copy, addRelease(again, await madeRelease(2), its.keys, inDays(1)));
      expect(said(await new TestLaptop(place(), its.root).check(copy))).toBe('test-pack 2');
    }
  });

  test('T5 a change of the online key goes on from the root that laptops may have', async () => {
    const its = await TestRepository.found(place());
    const fresh = newKeys(1);
    const edition = rotate(its.current, { role: 'online', keys: fresh }, keysOf(its.founders), NOW);
    for (let files = 0; files < edition.files.length; files++) {
      const copy = await broken(its, edition, files);
      const laptop = new TestLaptop(place(), its.root);
      await laptop.check(copy);
      const again = await repositoryAt(copy, undefined, QUIET);
      const isRotated = again.root.signed.version === 2;
      const keys = [...keysOf(its.founders), ...fresh];
      await writeEdition(
        copy,
        isRotated ? resign(again, [], keys, NOW) : rotate(again, { role: 'online', keys: fresh }, keys, NOW),
      );
      expect([files, said(await laptop.check(copy))]).toEqual([files, 'test-pack 1']);
    }
  });
});
