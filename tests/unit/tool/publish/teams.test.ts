import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { inDays, said, TestLaptop, TestRepository } from '#support/test-repository.ts';
import { demandAgainst } from '#tool/publish/against.ts';
import { readRepository } from '#tool/publish/read-repository.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

let made = 0;
const place = (): string => join(folder.path, `${made++}`);

/** A repository that is placed, and two working copies of it. */
async function twoCopies() {
  const one = await TestRepository.found(place());
  const placed = await one.copy(place());
  const copy = { ...one, folder: await one.copy(place()) };
  const other: TestRepository = Object.assign(Object.create(TestRepository.prototype), copy);
  return { one, other, placed };
}

/** Lays a copy over what is placed, as rsync does. */
const lay = (from: TestRepository, to: string) => cp(from.folder, to, { recursive: true });

const against = async (its: TestRepository, placed: string): Promise<string> =>
  demandAgainst(its.folder, await readRepository(its.folder), placed).then(
    () => 'held',
    (error: Error) => error.message,
  );

describe('T4 two teams with a copy each', () => {
  test('who signs over what the other has placed is refused, and not who goes on from it', async () => {
    const { one, other, placed } = await twoCopies();
    expect(await against(one, placed)).toBe('held');
    await one.release(2);
    expect(await against(one, placed)).toBe('held');
    await lay(one, placed);
    expect(await against(one, placed)).toBe('held');
    expect(await against(other, placed)).toBe(
      `${placed} is newer than ${other.folder}: it has snapshot 3, and ${other.folder} has 2. Fetch it first. Nothing was signed.`,
    );
    // The same numbers, and higher ones, of a copy that went its own way.
    await other.resign();
    expect(await against(other, placed)).toMatch(/were signed apart: snapshot 3 .* Fetch what is placed first/);
    await other.resign();
    expect(await against(other, placed)).toMatch(/were signed apart: snapshot 3 /);
  });

  test('a root that was changed in one of them is seen', async () => {
    const { one, other, placed } = await twoCopies();
    await one.resign('root');
    await lay(one, placed);
    expect(await against(other, placed)).toMatch(/is newer than .*: it has root 2, and .* has 1\./);
    other.now = inDays(1);
    await other.resign('root');
    expect(await against(other, placed)).toMatch(/were signed apart: root 2 /);
  });

  test('another repository, none, and one where none is founded yet are told apart', async () => {
    const { one, placed } = await twoCopies();
    const stranger = await TestRepository.found(place());
    expect(await against(one, stranger.folder)).toMatch(
      /is another repository than .*: its first root is not the same/,
    );
    const empty = place();
    await mkdir(empty);
    expect(await against(one, empty)).toMatch(/is no repository/);
    await expect(demandAgainst('new', null, placed)).rejects.toThrow(
      /has a repository, and new has none\. Fetch it first/,
    );
    await demandAgainst('new', null, empty);
    expect(await against(one, place())).toMatch(/is not there, or cannot be read/);
  });

  test('an address is asked as a folder is', async () => {
    const { one, other, placed } = await twoCopies();
    await one.release(2);
    await lay(one, placed);
    const address = 'https://packs.example.org/all/';
    const served = (asked: string): Promise<Response> =>
      readFile(join(placed, asked.replace(address, ''))).then(
        (bytes) => new Response(bytes),
        () => new Response('', { status: 404 }),
      );
    const ask = async (its: TestRepository) =>
      demandAgainst(its.folder, await readRepository(its.folder), address, served);
    await ask(one);
    await expect(ask(other)).rejects.toThrow(/^https:\/\/packs\.example\.org\/all\/ is newer/);
  });

  test('a laptop that saw the one says so of the other, and takes it when both are in one', async () => {
    const { one, other, placed } = await twoCopies();
    const laptop = new TestLaptop(place(), one.root);
    await one.release(2);
    await lay(one, placed);
    expect(said(await laptop.check(placed))).toBe('test-pack 2');
    await other.resign();
    expect(said(await laptop.check(other.folder))).toBe('forked timestamp');
    expect(said(await laptop.check(placed))).toBe('test-pack 2');
    await one.resign();
    await lay(one, placed);
    expect(said(await laptop.check(placed))).toBe('test-pack 2');
  });

  test('what was taken away and is released again reaches those who saw it before', async () => {
    const { one, other } = await twoCopies();
    const laptop = new TestLaptop(place(), one.root);
    await one.release(2);
    expect(said(await laptop.check(one.folder))).toBe('test-pack 2');
    await other.resign();
    expect(said(await laptop.check(other.folder))).toBe('forked timestamp');
    await other.release(2);
    expect(said(await laptop.check(other.folder))).toBe('test-pack 2');
  });

  test('a newer timestamp over another snapshot of the same number is told too', async () => {
    const { one, other } = await twoCopies();
    const laptop = new TestLaptop(place(), one.root);
    await one.release(2);
    expect(said(await laptop.check(one.folder))).toBe('test-pack 2');
    await other.forge({
      timestamp: { keys: one.founders.online, change: (signed) => ({ ...signed, version: signed.version + 1 }) },
    });
    expect(said(await laptop.check(other.folder))).toBe('forked snapshot');
  });
});

test('T4 what a copy has fetched is what is placed, and it goes on from there', async () => {
  const { one, other, placed } = await twoCopies();
  await one.release(2);
  await lay(one, placed);
  await other.release(2);
  await rm(other.folder, { recursive: true });
  await cp(placed, other.folder, { recursive: true });
  const fetched = await readRepository(other.folder);
  if (fetched === null) throw new Error('no repository');
  other.current = fetched;
  await other.release(3);
  expect(await against(other, placed)).toBe('held');
  expect((await readdir(join(placed, 'metadata'))).length).toBeGreaterThan(0);
});
