import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eraseHome } from '#main/boot/erase.ts';
import { mayAskServers } from '#main/packs/sources/may-ask-servers.ts';
import { readRelease } from '#main/reading/read-pack.ts';
import { CarrierRefused, type RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { writeArchive } from '#pack/write/write-archive.ts';
import { inDays, NOW, TestRepository } from '#support/test-repository.ts';
import { rootOf, sourcesAt, temporary, updateFrom } from '#support/test-sources.ts';
import { treeEntries } from '#tool/publish/tree-entries.ts';

const blobsIn = async (home: string): Promise<readonly string[]> =>
  (await readdir(join(home, 'blobs'), { recursive: true })).filter((name) => name.endsWith('.br'));

const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'held',
    (error: { problem?: { code: string; reason?: string } }) => {
      if (error.problem === undefined) throw error;
      return [error.problem.code, ...(error.problem.reason ? [error.problem.reason] : [])].join(' ');
    },
  );

const here = (sha256: string) => ({ pack: 'test-pack', sha256 });

async function laptop() {
  const place = await temporary();
  const repository = await TestRepository.found(join(place, 'repo'));
  return { place, home: join(place, 'home'), repository, root: rootOf(repository.root) };
}

/** A page comes by itself, or in one file with all that changed. */
const hasWords = (path: string): boolean => path.startsWith('blobs/') || path.endsWith('.zip');

describe('a source is added', () => {
  test('by the root that vouches for it, and is known at the next start', async () => {
    const { place, home, repository, root } = await laptop();
    const other = await TestRepository.found(join(place, 'other'));
    const { sources } = sourcesAt(home, [rootOf(other.root), root]);
    await sources.add('folder', repository.folder);
    const again = sourcesAt(home, [root]).sources.list();
    expect(again).toEqual(sources.list());
    expect(again).toMatchObject([
      {
        name: 'repo',
        kind: 'folder',
        setBy: 'person',
        checking: false,
        known: {
          fault: null,
          good: NOW.toISOString(),
          packs: [{ id: 'test-pack', release: 1, publisher: 'packs-test' }],
        },
      },
    ]);
    expect(again[0]?.known.packs[0]?.size).toBeGreaterThan(50);
    // A path stays in main.
    expect(JSON.stringify(again)).not.toContain(place);
    expect(await refusal(sources.add('folder', repository.folder))).toBe('source-known');
  });

  test('T1 never where no root of ours vouches for it: nothing is trusted because it came first', async () => {
    const { home, repository, place } = await laptop();
    const other = await TestRepository.found(join(place, 'other'));
    for (const roots of [[], [rootOf(other.root)]]) {
      const { sources } = sourcesAt(home, roots);
      expect(await refusal(sources.add('folder', repository.folder))).toMatch(
        /^source-refused (?:foreign-root|signature)$/,
      );
      expect(sources.list()).toEqual([]);
    }
    expect(await readFile(join(home, 'sources.json')).catch(() => 'absent')).toBe('absent');
  });

  test('never where it cannot be reached, or what is signed there has expired', async () => {
    const { home, repository, place, root } = await laptop();
    const { sources } = sourcesAt(home, [root], { now: () => inDays(100) });
    expect(await refusal(sources.add('folder', join(place, 'gone')))).toBe('source-refused unreachable');
    expect(await refusal(sources.add('folder', repository.folder))).toBe('source-refused expired');
    expect(sources.list()).toEqual([]);
  });
});

describe('a source is asked', () => {
  test('T3 what stands still says since when it is out of date, and what was known stays', async () => {
    const { home, repository, root } = await laptop();
    let now = NOW;
    const { sources, seen } = sourcesAt(home, [root], { now: () => now });
    await sources.add('folder', repository.folder);
    const id = sources.list()[0]?.id ?? '';
    now = inDays(91);
    await sources.check(id);
    const [{ known } = { known: null }] = sources.list();
    expect(known).toMatchObject({ fault: 'expired', failures: 1, good: NOW.toISOString(), asked: now.toISOString() });
    expect(known?.expiredSince).toBe(known?.validUntil);
    expect(known?.packs).toHaveLength(1);
    expect(await refusal(updateFrom(sources, id, 'test-pack'))).toBe('update-refused expired');
    expect(seen.some(([one]) => one?.checking)).toBe(true);
    expect(seen.at(-1)?.[0]?.checking).toBe(false);
    repository.now = now;
    await repository.resign('targets', 'packs-test', 'online');
    await sources.check(id);
    expect(sources.list()[0]?.known).toMatchObject({ fault: null, failures: 0, expiredSince: null });
  });

  test('T1 one whose root is trusted no more gives nothing', async () => {
    const { home, repository, root } = await laptop();
    await sourcesAt(home, [root]).sources.add('folder', repository.folder);
    const { sources } = sourcesAt(home, []);
    const id = sources.list()[0]?.id ?? '';
    expect(await refusal(updateFrom(sources, id, 'test-pack'))).toBe('update-refused foreign-root');
    expect(await refusal(sources.check('another'))).toBe('ticket-unknown');
  });

  test('T2 two places of one publisher are one: neither brings back what the other has gone past', async () => {
    const { home, place, repository, root } = await laptop();
    const stick = await repository.copy(join(place, 'stick'));
    const { sources } = sourcesAt(home, [root]);
    await sources.add('folder', repository.folder);
    await sources.add('folder', stick);
    await repository.release(2);
    const [server, old] = sources.list();
    await sources.check(server?.id ?? '');
    await sources.check(old?.id ?? '');
    expect(sources.list().map(({ known }) => known.fault)).toEqual([null, 'older']);
    // Nor does one that is removed and added again.
    sources.remove(old?.id ?? '');
    expect(await refusal(sources.add('folder', stick))).toBe('source-refused older');
  });

  test('once at a time, however often it is asked for', async () => {
    const { home, repository, root } = await laptop();
    let reads = 0;
    const carry = (carrier: RepositoryCarrier): RepositoryCarrier => ({
      ...carrier,
      read: (path, options) => {
        if (path === 'metadata/timestamp.json') reads += 1;
        return carrier.read(path, options);
      },
    });
    const { sources } = sourcesAt(home, [root], { carry });
    await sources.add('folder', repository.folder);
    const id = sources.list()[0]?.id ?? '';
    reads = 0;
    await Promise.all([sources.check(id), sources.check(id), sources.check(id)]);
    expect(reads).toBe(1);
  });
});

describe('a release is brought', () => {
  test('whole, and opens as a pack does; of the next one only what changed', async () => {
    const { home, repository, root } = await laptop();
    const asked: string[] = [];
    const carry = (carrier: RepositoryCarrier): RepositoryCarrier => ({
      ...carrier,
      read: (path, options) => {
        asked.push(path);
        return carrier.read(path, options);
      },
    });
    const { sources, reader, progress } = sourcesAt(home, [root], { carry });
    await sources.add('folder', repository.folder);
    const id = sources.list()[0]?.id ?? '';
    const { release } = await updateFrom(sources, id, 'test-pack');
    expect(progress.at(-1)).toMatchObject({ source: id, done: progress.at(-1)?.total });
    const opened = await readRelease(reader, home, release, 'repo');
    if (!opened.ok) throw new Error(opened.problem.code);
    const parts: string[] = [];
    for await (const { part } of opened.value.parts()) parts.push(part);
    expect(parts).toEqual(['manifest', 'pages', 'end']);
    await opened.value.close();
    asked.length = 0;
    await updateFrom(sources, id, 'test-pack');
    expect(asked.filter((path) => path.startsWith('blobs/'))).toEqual([]);
    await repository.release(2);
    await updateFrom(sources, id, 'test-pack');
    expect(asked.filter(hasWords)).toHaveLength(1);
  });

  test('T9 a stick that is pulled out half way leaves what has come, and goes on later', async () => {
    const { home, repository, root } = await laptop();
    let left = Number.POSITIVE_INFINITY;
    const asked: string[] = [];
    const carry = (carrier: RepositoryCarrier): RepositoryCarrier => ({
      ...carrier,
      read: async (path, options) => {
        if (path.startsWith('blobs/')) {
          if (left <= 0) throw new CarrierRefused({ why: 'unreachable' });
          left -= 1;
          asked.push(path);
        }
        return carrier.read(path, options);
      },
    });
    await repository.release(1, 'test-many', 12);
    const { sources } = sourcesAt(home, [root], { carry });
    await sources.add('folder', repository.folder);
    const id = sources.list()[0]?.id ?? '';
    left = 5;
    expect(await refusal(updateFrom(sources, id, 'test-many'))).toBe('update-refused unreachable');
    const come = await blobsIn(home);
    expect(come.length).toBeGreaterThan(0);
    expect(come.length).toBeLessThan(12);
    left = Number.POSITIVE_INFINITY;
    asked.length = 0;
    await updateFrom(sources, id, 'test-many');
    expect(asked).toHaveLength(12 - come.length);
    expect(await blobsIn(home)).toHaveLength(12);
  });

  test('a blob that is not what was signed is not kept, one that rotted here is brought again', async () => {
    const { home, repository, root } = await laptop();
    const { sources } = sourcesAt(home, [root]);
    await sources.add('folder', repository.folder);
    const id = sources.list()[0]?.id ?? '';
    const [blob = ''] = await blobsIn(repository.folder);
    const there = join(repository.folder, 'blobs', blob);
    const good = await readFile(there);
    await writeFile(there, Buffer.concat([good, Buffer.from('x')]));
    expect(await refusal(updateFrom(sources, id, 'test-pack'))).toBe('update-refused damaged');
    expect(await blobsIn(home).catch(() => [])).toEqual([]);
    await writeFile(there, good);
    await updateFrom(sources, id, 'test-pack');
    await writeFile(join(home, 'blobs', blob), 'rotten');
    await updateFrom(sources, id, 'test-pack');
    expect(await readFile(join(home, 'blobs', blob))).toEqual(good);
  });

  test('what is stopped says so, and is no failure of the source', async () => {
    const { home, repository, root } = await laptop();
    let hangs = false;
    const carry = (carrier: RepositoryCarrier): RepositoryCarrier => ({
      ...carrier,
      read: (path, options) =>
        hangs
          ? new Promise((_, reject) =>
              options.signal.addEventListener('abort', () =>
                reject(new CarrierRefused({ why: 'stopped', late: false })),
              ),
            )
          : carrier.read(path, options),
    });
    const { sources } = sourcesAt(home, [root], { carry });
    await sources.add('folder', repository.folder);
    const id = sources.list()[0]?.id ?? '';
    const [pack] = sources.list()[0]?.known.packs ?? [];
    hangs = true;
    const update = refusal(sources.update(id, 'test-pack', pack?.sha256 ?? ''));
    await new Promise((resolve) => setTimeout(resolve, 50));
    sources.stop();
    expect(await update).toBe('update-refused stopped');
    expect(sources.list()[0]?.known.failures).toBe(0);
  });

  test('what belongs to no installed and no offered release is swept; everything goes with the home', async () => {
    const { home, repository, root } = await laptop();
    const { sources } = sourcesAt(home, [root]);
    await sources.add('folder', repository.folder);
    const id = sources.list()[0]?.id ?? '';
    const first = (await updateFrom(sources, id, 'test-pack')).release.sha256;
    await repository.release(2);
    const second = (await updateFrom(sources, id, 'test-pack')).release.sha256;
    expect(await blobsIn(home)).toHaveLength(2);
    await sources.sweep([here(first)]);
    expect(await blobsIn(home)).toHaveLength(2);
    await sources.sweep([here(second)]);
    expect(await blobsIn(home)).toHaveLength(1);
    sources.remove(id);
    await sources.sweep([]);
    expect(await blobsIn(home)).toEqual([]);
    expect(eraseHome(home)).toEqual([]);
    expect(await readdir(home)).toEqual([]);
  });
});

test('H17 a start that may ask no server adds none, and lets the next one ask', async () => {
  const { home, repository, root } = await laptop();
  const { sources } = sourcesAt(home, [root], { servers: false });
  expect(await refusal(sources.add('https', repository.folder))).toBe('source-restart');
  expect(sources.list()).toEqual([]);
  expect(mayAskServers(home)).toBe(true);
});

test('one file is a source as a folder is', async () => {
  const { home, place, repository, root } = await laptop();
  const file = join(place, 'all.satchel');
  await writeArchive(await treeEntries(repository.folder, repository.current, 'test-pack'), file);
  const { sources } = sourcesAt(home, [root]);
  await sources.add('file', file);
  const id = sources.list()[0]?.id ?? '';
  expect((await updateFrom(sources, id, 'test-pack')).release.release).toBe(1);
  await rename(file, `${file}.away`);
  await sources.check(id);
  expect(sources.list()[0]?.known.fault).toBe('unreachable');
  await rm(place, { recursive: true });
});
