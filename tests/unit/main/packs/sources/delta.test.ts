// Long, because it is one table of what may be wrong with a delta bundle, and what a laptop does then.
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, deflateRawSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fetchRelease } from '#main/packs/sources/fetch-release.ts';
import { FetchRefused } from '#main/packs/sources/fetching.ts';
import { openKeptBlobs } from '#main/packs/sources/kept-blobs.ts';
import { readerRepository } from '#main/packs/sources/reader-repository.ts';
import { releaseFiles } from '#main/packs/sources/release-files.ts';
import { openReleaseStore } from '#main/packs/sources/release-store.ts';
import { type Reader, ReadingEnded } from '#main/reading/reader.ts';
import { type Fetch, httpsRepository } from '#pack/carriers/https-repository.ts';
import { CarrierRefused, type RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import type { NamedRelease } from '#pack/carriers/repository-pack.ts';
import { blobEntryName, deltaEntryNames } from '#pack/entry-name.ts';
import { type ForgedEntry, forgeZip, temporaryFolder } from '#support/make-pack.ts';
import { fileOfPage, releaseOf } from '#support/many-pages.ts';
import { readerHere } from '#support/reader-here.ts';
import { type StaticServer, serveFolder } from '#support/static-server.ts';
import { TestRepository } from '#support/test-repository.ts';

const PAGES = 12;
/** Pages that are another in release 2. */
const CHANGED = 6;

const releases = new Map<number, ReturnType<typeof releaseOf>>();
function made(release: number): ReturnType<typeof releaseOf> {
  const pages = Array.from({ length: PAGES }, (_, at) => fileOfPage(at, at < CHANGED ? `edition ${release}` : 'same'));
  const its = releases.get(release) ?? releaseOf(release, pages);
  releases.set(release, its);
  return its;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: StaticServer;
let repository: TestRepository;
/** Both releases, the bundle and the patch between them. */
let first: NamedRelease;
let second: NamedRelease;
let names: ReturnType<typeof deltaEntryNames>;
let places = 0;
/** Closed after each test. */
const opened: RepositoryCarrier[] = [];
const place = (): string => join(folder.path, `${places++}`);
const served = (): string => join(folder.path, 'served');
/** A home that has release 1. */
const firstHome = (): string => join(folder.path, 'first-home');

beforeAll(async () => {
  folder = await temporaryFolder();
  await mkdir(served());
  server = await serveFolder(served(), join(folder.path, 'server'));
  repository = await TestRepository.found(place(), { empty: true });
  const named = async (release: number): Promise<NamedRelease> => {
    const built = await made(release);
    await repository.publish(built);
    const length = built.entries.find(({ name }) => name.startsWith('targets/'))?.bytes.length ?? 0;
    return { id: 'test-pack', release, sha256: built.hash, length };
  };
  first = await named(1);
  second = await named(2);
  names = deltaEntryNames('test-pack', first.sha256, second.sha256);
  const reader = readerHere();
  await mkdir(firstHome());
  const store = openReleaseStore(firstHome());
  const carrier = readerRepository(reader, 'folder', repository.folder);
  const kept = openKeptBlobs(store.folder, reader);
  const signal = new AbortController().signal;
  await fetchRelease(first, { carrier, store, reader, signal, kept }, () => undefined);
  await carrier.close();
}, 60_000);
afterEach(async () => {
  for (const carrier of opened.splice(0)) await carrier.close();
});
afterAll(async () => {
  await server.close();
  await folder.remove();
});

async function filesIn(tree: string): Promise<readonly string[]> {
  const all = await readdir(tree, { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((one) => !one.isDirectory()).map((one) => join(one.parentPath, one.name).slice(tree.length + 1));
}

/** How a tree is laid onto each carrier, and opened. */
const CARRIERS: Readonly<Record<string, (tree: string, reader: Reader) => Promise<RepositoryCarrier>>> = {
  'an address': async (tree) => {
    const name = `tree-${places++}`;
    await cp(tree, join(served(), name), { recursive: true, verbatimSymlinks: true });
    return httpsRepository(`${server.address}${name}/`, fetch, { loopback: true });
  },
  'a folder': async (tree, reader) => readerRepository(reader, 'folder', tree),
  'one file': async (tree, reader) => {
    const entries = await Promise.all(
      (await filesIn(tree)).map(async (name) => ({ name, bytes: await readFile(join(tree, name)) })),
    );
    return readerRepository(reader, 'file', await folder.write(`${places++}.satchel`, forgeZip(entries)));
  },
};

interface Laptop {
  readonly home: string;
  readonly asked: string[];
  readonly progress: (readonly [number, number])[];
  readonly fetch: (release: NamedRelease, signal?: AbortSignal) => Promise<unknown>;
  readonly blobs: () => Promise<readonly string[]>;
}

/** A laptop on which release 1 lies whole, beside a carrier. `carry` may put something in its place. */
async function laptopAt(
  tree: string,
  open: (tree: string, reader: Reader) => Promise<RepositoryCarrier>,
  carry: (carrier: RepositoryCarrier) => RepositoryCarrier = (carrier) => carrier,
  reads: (reader: Reader) => Reader = (reader) => reader,
): Promise<Laptop> {
  const home = place();
  await cp(firstHome(), home, { recursive: true });
  const reader = reads(readerHere());
  const store = openReleaseStore(home);
  const kept = openKeptBlobs(store.folder, reader);
  const asked: string[] = [];
  const progress: (readonly [number, number])[] = [];
  const inner = carry(await open(tree, reader));
  opened.push(inner);
  const carrier: RepositoryCarrier = {
    ...inner,
    read: (path, options) => {
      asked.push(path);
      return inner.read(path, options);
    },
  };
  const fetchIt = (release: NamedRelease, signal = AbortSignal.timeout(20_000)): Promise<unknown> =>
    fetchRelease(release, { carrier, store, reader, signal, kept }, ({ done, total }) =>
      progress.push([done, total]),
    ).then(
      () => 'whole',
      (error: unknown) => {
        if (error instanceof FetchRefused) return error.fault;
        throw error;
      },
    );
  const blobs = async () => (await filesIn(join(home, 'blobs'))).map((name) => `blobs/${name}`).sort();
  return { home, asked, progress, fetch: fetchIt, blobs };
}

/** Every blob of the repository, and nothing beside them, byte for byte. */
async function isWhole({ home, blobs }: Laptop): Promise<void> {
  const right = (await filesIn(join(repository.folder, 'blobs'))).map((name) => `blobs/${name}`).sort();
  expect(await blobs()).toEqual(right);
  for (const name of right)
    expect(await readFile(join(home, name))).toEqual(await readFile(join(repository.folder, name)));
  expect((await filesIn(home)).filter((name) => !/^(?:blobs|targets)\//.test(name))).toEqual([]);
}

const counted = (asked: readonly string[]) => ({
  bundles: asked.filter((name) => name.endsWith('.zip')).length,
  blobs: asked.filter((name) => name.startsWith('blobs/')).length,
});

/** The blobs that release 2 has and release 1 has not. */
async function fresh(): Promise<readonly (ForgedEntry & { readonly name: string; readonly bytes: Buffer })[]> {
  const had = new Set((await made(1)).entries.map(({ name }) => name));
  return (await made(2)).entries.filter(({ name }) => name.startsWith('blobs/') && !had.has(name));
}

const withFirst =
  (lie: (entry: ForgedEntry, all: readonly ForgedEntry[]) => Partial<ForgedEntry>) => async (): Promise<Buffer> => {
    const all = await fresh();
    return forgeZip(all.map((entry, at) => (at === 0 ? { ...entry, ...lie(entry, all) } : entry)));
  };

const withFile =
  (name: string, more: Partial<ForgedEntry> = {}) =>
  async (): Promise<Buffer> =>
    forgeZip([...(await fresh()), { name, bytes: Buffer.from('x'), ...more }]);

const BOMB = brotliCompressSync(Buffer.alloc(30_000_000));
const TREE = 'blobs/00/';

/** What is put in the place of the bundle, `null` for none, and how many blobs are then brought one by one. */
const BUNDLES: Readonly<Record<string, readonly [() => Promise<Buffer | null>, number]>> = {
  'as it was published': [() => readFile(join(repository.folder, names.bundle)), 0],
  'made by hand': [async () => forgeZip(await fresh()), 0],
  absent: [async () => null, CHANGED],
  empty: [async () => Buffer.alloc(0), CHANGED],
  'no archive': [async () => Buffer.from('x'.repeat(5_000)), CHANGED],
  'cut off': [async () => (await readFile(join(repository.folder, names.bundle))).subarray(0, -500), CHANGED],
  'only its end': [async () => (await readFile(join(repository.folder, names.bundle))).subarray(-400), CHANGED],
  'wrong bytes under a right name': [withFirst(() => ({ bytes: Buffer.from('not what was signed') })), 1],
  'another right blob under a right name': [withFirst((_, all) => ({ bytes: all[1]?.bytes ?? Buffer.alloc(0) })), 1],
  'a wrong sum': [withFirst(() => ({ crc: 1 })), 1],
  'a bomb under a right name': [withFirst(() => ({ bytes: BOMB })), 1],
  'an archive bomb under a right name': [
    withFirst(() => {
      const packed = deflateRawSync(Buffer.alloc(10_000_000));
      return { bytes: packed, method: 8, size: 10_000_000 };
    }),
    CHANGED,
  ],
  'a size that lies': [withFirst(({ bytes }) => ({ size: bytes.length + 1 })), CHANGED],
  'one blob is missing': [async () => forgeZip((await fresh()).slice(1)), 1],
  'a right blob that nobody wants': [
    async () => {
      const [other] = (await made(3)).entries.filter(({ name }) => name.startsWith('blobs/'));
      return forgeZip([...(await fresh()), ...(other ? [other] : [])]);
    },
    0,
  ],
  'a foreign file': [withFile('pages/evil.md'), CHANGED],
  'metadata of its own': [withFile('metadata/timestamp.json'), CHANGED],
  'a manifest of its own': [withFile(`targets/packs/test-pack/${'0'.repeat(64)}.pack.json`), CHANGED],
  'a name that leads elsewhere': [withFile('../../sources.json'), CHANGED],
  'a name with backslashes': [withFile('blobs\\..\\..\\sources.json'), CHANGED],
  'a name of a disk': [withFile('C:\\evil.br'), CHANGED],
  'a link': [withFile(`${TREE}${'0'.repeat(64)}.br`, { mode: 0o120777 }), CHANGED],
  'a name twice': [async () => forgeZip([...(await fresh()), ...(await fresh()).slice(0, 1)]), CHANGED],
  'entries that share their bytes': [
    async () => forgeZip((await fresh()).map((entry, at) => (at === 1 ? { ...entry, offset: 0 } : entry))),
    CHANGED,
  ],
  encrypted: [withFirst(() => ({ flags: 0x801 })), CHANGED],
  'more entries than there may be': [
    async () =>
      forgeZip(
        Array.from({ length: 20_001 }, (_, at) => ({
          name: `${TREE}${`${at}`.padStart(64, '0')}.br`,
          bytes: Buffer.alloc(0),
        })),
      ),
    CHANGED,
  ],
  'too large': [async () => Buffer.concat([Buffer.alloc(4_000_000), forgeZip(await fresh())]), CHANGED],
};

describe.each(Object.entries(CARRIERS))('a delta bundle from %s', (_, open) => {
  test.each(Object.entries(BUNDLES))('T9 T7 %s', async (_name, [bundle, singles]) => {
    const tree = await repository.copy(place());
    const bytes = await bundle();
    if (bytes === null) await rm(join(tree, names.bundle));
    else await writeFile(join(tree, names.bundle), bytes);
    const laptop = await laptopAt(tree, open);
    expect(await laptop.fetch(second)).toBe('whole');
    expect(counted(laptop.asked)).toEqual({ bundles: 1, blobs: singles });
    await isWhole(laptop);
    const [before, total] = laptop.progress[0] ?? [];
    expect(before).toBe(0);
    expect(laptop.progress).toHaveLength(CHANGED + 1);
    expect(laptop.progress.at(-1)).toEqual([total, total]);
    expect(laptop.progress.every(([done], at) => at === 0 || done > (laptop.progress[at - 1]?.[0] ?? 0))).toBe(true);
  });

  test('the manifest comes as what changed, and whole where that is damaged, absent or another', async () => {
    const whole = `targets/packs/test-pack/${second.sha256}.pack.json`;
    const right = await readFile(join(repository.folder, names.patch));
    const patches = [right, Buffer.from('x'), null, brotliCompressSync('[[0,3]]'), Buffer.alloc(200_000)];
    for (const patch of patches) {
      const tree = await repository.copy(place());
      if (patch === null) await rm(join(tree, names.patch));
      else await writeFile(join(tree, names.patch), patch);
      const laptop = await laptopAt(tree, open);
      expect(await laptop.fetch(second)).toBe('whole');
      expect(laptop.asked.slice(0, 2)).toEqual(patch === right ? [names.patch, names.bundle] : [names.patch, whole]);
      await isWhole(laptop);
    }
  });
});

const folderAt = CARRIERS['a folder'] ?? (() => Promise.reject(new TypeError('no folder')));

/** A server whose bundle breaks off after so many bytes. */
const brokenAt =
  (at: number): Fetch =>
  async (address, init) => {
    const answer = await fetch(address, init);
    if (!address.endsWith('.zip')) return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer()).subarray(0, at);
    let isOver = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (to) => {
        if (isOver || at === 0) return to.error(new Error('the line is dead'));
        to.enqueue(bytes);
        isOver = true;
      },
    });
    return new Response(body, { headers: { etag: '"x"' } });
  };

describe('a fetch that is broken off', () => {
  test('T9 inside a bundle, at any byte, goes on file by file, and nothing of the bundle is kept', async () => {
    const size = (await readFile(join(repository.folder, names.bundle))).length;
    const name = `tree-${places++}`;
    await cp(repository.folder, join(served(), name), { recursive: true });
    for (const at of [0, 1, 100, Math.floor(size / 2), size - 1]) {
      const laptop = await laptopAt('', async () =>
        httpsRepository(`${server.address}${name}/`, brokenAt(at), { loopback: true }),
      );
      expect(await laptop.fetch(second)).toBe('whole');
      expect(counted(laptop.asked)).toEqual({ bundles: 1, blobs: CHANGED });
      await isWhole(laptop);
    }
  });

  test('T9 goes on from what has come: the bundle first, then what is left of it one by one', async () => {
    let left = 0;
    let isGone = false;
    const tree = await repository.copy(place());
    const laptop = await laptopAt(tree, folderAt, (carrier) => ({
      ...carrier,
      read: async (path, options) => {
        if (isGone && path.endsWith('.zip')) throw new CarrierRefused({ why: 'unreachable' });
        if (isGone && path.startsWith('blobs/') && left-- <= 0) {
          // Those that are under way beside it come to their end.
          await wait(300);
          throw new CarrierRefused({ why: 'unreachable' });
        }
        return carrier.read(path, options);
      },
    }));
    isGone = true;
    expect(await laptop.fetch(second)).toBe('unreachable');
    // Nothing of it is here but the manifest, which makes nothing count.
    expect(await laptop.blobs()).toHaveLength(PAGES);
    // Most of them come; for the few that are left the bundle is no gain.
    left = CHANGED - 1;
    expect(await laptop.fetch(second)).toBe('unreachable');
    const come = (await laptop.blobs()).length - PAGES;
    expect(come).toBe(CHANGED - 1);
    isGone = false;
    laptop.asked.length = 0;
    laptop.progress.length = 0;
    expect(await laptop.fetch(second)).toBe('whole');
    expect(counted(laptop.asked)).toEqual({ bundles: 0, blobs: CHANGED - come });
    expect(laptop.progress).toHaveLength(CHANGED - come + 1);
    await isWhole(laptop);
  });

  test('ends at once when a person stops it inside a bundle, and nothing else is asked for', async () => {
    const stop = new AbortController();
    const tree = await repository.copy(place());
    const laptop = await laptopAt(tree, folderAt, (carrier) => ({
      ...carrier,
      read: async (path, options) => {
        const answer = await carrier.read(path, options);
        if (path.endsWith('.zip')) stop.abort();
        return answer;
      },
    }));
    expect(await laptop.fetch(second, stop.signal)).toBe('stopped');
    expect(counted(laptop.asked)).toEqual({ bundles: 1, blobs: 0 });
    expect(await laptop.blobs()).toHaveLength(PAGES);
  });
});

test('B2 a bundle that ends the process for files of others is done without', async () => {
  const tree = await repository.copy(place());
  for (const why of ['memory', 'time', 'gone'] as const) {
    const laptop = await laptopAt(
      tree,
      folderAt,
      (carrier) => carrier,
      (reader) => ({
        ...reader,
        ask: (name, asked, told) =>
          name === 'delta:blobs' ? Promise.reject(new ReadingEnded(why)) : reader.ask(name, asked, told),
      }),
    );
    expect(await laptop.fetch(second)).toBe('whole');
    expect(counted(laptop.asked)).toEqual({ bundles: 1, blobs: CHANGED });
    await isWhole(laptop);
  }
});

test('a link in the place of a bundle is not followed', async () => {
  const tree = await repository.copy(place());
  await rm(join(tree, names.bundle));
  await symlink(join(repository.folder, names.bundle), join(tree, names.bundle));
  const laptop = await laptopAt(tree, folderAt);
  expect(await laptop.fetch(second)).toBe('whole');
  expect(counted(laptop.asked)).toEqual({ bundles: 1, blobs: CHANGED });
});

test('a bundle that has less than seven tenths of what is missing is not asked for', async () => {
  const tree = await repository.copy(place());
  const laptop = await laptopAt(tree, folderAt);
  // Of release 1, half has gone: by a hand that clears up, or because it was never brought whole.
  const kept = (await made(1)).entries.filter(({ name }) => name.startsWith('blobs/'));
  for (const { name } of kept.slice(0, 9)) await rm(join(laptop.home, name));
  expect(await laptop.fetch(second)).toBe('whole');
  expect(counted(laptop.asked).bundles).toBe(0);
});

test('the first release of a pack is brought as before', async () => {
  const tree = await repository.copy(place());
  const reader = readerHere();
  const asked: string[] = [];
  const inner = await folderAt(tree, reader);
  const carrier = {
    ...inner,
    read: (path: string, options: Parameters<RepositoryCarrier['read']>[1]) => {
      asked.push(path);
      return inner.read(path, options);
    },
  };
  const home = place();
  await mkdir(home);
  const store = openReleaseStore(home);
  const kept = openKeptBlobs(store.folder, reader);
  const fetching = { carrier, store, reader, signal: AbortSignal.timeout(20_000), kept };
  expect((await releaseFiles(second, fetching)).blobs).toHaveLength(PAGES);
  expect(asked).toEqual([`targets/packs/test-pack/${second.sha256}.pack.json`]);
  await fetchRelease(second, fetching, () => undefined);
  expect(asked.filter((name) => name.startsWith('bundles/'))).toEqual([]);
  const [blob = ''] = (await made(2)).manifest.files.map(({ sha256 }) => sha256);
  expect(await readFile(join(store.folder, blobEntryName(blob)))).toEqual(
    await readFile(join(repository.folder, blobEntryName(blob))),
  );
});
