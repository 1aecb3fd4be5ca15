import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ListedRelease, NOTHING_KNOWN, type PackSource } from '#domain/pack/source.ts';
import { eraseHome } from '#main/boot/erase.ts';
import { mayAskServers } from '#main/packs/sources/may-ask-servers.ts';
import { openSourceList } from '#main/packs/sources/source-list.ts';
import { TestRepository } from '#support/test-repository.ts';
import { rootOf, sourcesAt, temporary } from '#support/test-sources.ts';

const source = (at: number, more: Partial<PackSource> = {}): PackSource => ({
  id: randomUUID(),
  kind: 'folder',
  where: `/media/stick-${at}`,
  setBy: 'person',
  root: 'a'.repeat(64),
  known: NOTHING_KNOWN,
  ...more,
});
const packs = (count: number): ListedRelease[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `test-${at}`,
    title: 'Guidance '.repeat(20),
    version: '1',
    release: 1,
    publisher: 'packs-test',
    sha256: 'b'.repeat(64),
    length: 10,
    size: 10,
    validUntil: null,
  }));

async function home(rows: readonly unknown[], more: object = {}) {
  const folder = await temporary();
  const path = join(folder, 'sources.json');
  await writeFile(path, JSON.stringify({ format: 1, servers: false, sources: rows, ...more }));
  const kept = async () => JSON.parse(await readFile(path, 'utf8')) as { sources: unknown[]; servers: boolean };
  return { folder, path, kept };
}

describe('no source is lost', () => {
  test('where a newer Satchel set one up: it is told of, kept as it is, and the others are asked', async () => {
    const odd = [
      { ...source(1), kind: 's3', where: 'https://a.example/', bucket: { name: 'b' } },
      { ...source(2), setBy: 'fleet' },
      'a word',
    ];
    const plain = { ...source(3), note: 'from a newer one' };
    const { folder, kept } = await home([odd[0], plain, ...odd.slice(1)], { mirror: true });
    const list = openSourceList(folder);
    expect(list.all().map(({ where }) => where)).toEqual(['/media/stick-3']);
    expect(list.newer()).toEqual(['https://a.example/', '', '']);
    list.put(source(4));
    list.remove(list.all()[1]?.id ?? '');
    list.letNextAsk();
    expect(await kept()).toEqual({ format: 1, servers: true, mirror: true, sources: [odd[0], plain, ...odd.slice(1)] });
    expect(
      sourcesAt(folder, [])
        .sources.list()
        .map(({ kind, name }) => `${kind} ${name}`),
    ).toEqual(['folder stick-3', 'newer https://a.example/', 'newer ', 'newer ']);
  });

  test('where what is known of one cannot be read: it is asked anew', async () => {
    const known = { ...NOTHING_KNOWN, fault: 'a-fault-to-come' };
    const { folder } = await home([{ ...source(1), known }, source(2)]);
    const list = openSourceList(folder);
    expect(list.all().map((one) => one.known)).toEqual([NOTHING_KNOWN, NOTHING_KNOWN]);
  });

  test.each(['{"format": 1, "sour', '[]', '{"format": 2, "servers": true, "sources": []}'])(
    'where the file holds %j: it is told, and put aside before another takes its place',
    async (text) => {
      const { folder, path } = await home([]);
      await writeFile(path, text);
      expect(sourcesAt(folder, []).sources.list()).toMatchObject([{ kind: 'unread' }]);
      const list = openSourceList(folder);
      expect(await readdir(folder)).toEqual(['sources.json']);
      list.put(source(1));
      list.put(source(2));
      expect(await readFile(join(folder, 'sources.aside-1.json'), 'utf8')).toBe(text);
      expect(openSourceList(folder).all()).toHaveLength(2);
      // A second one takes nothing from the first; "Delete everything" knows both.
      await writeFile(path, '{');
      openSourceList(folder).put(source(1));
      expect((await readdir(folder)).toSorted()).toEqual([
        'sources.aside-1.json',
        'sources.aside-2.json',
        'sources.json',
      ]);
      expect(eraseHome(folder)).toEqual([]);
    },
  );

  test('where there are more than may be: none is added, which is said, and none is gone at the next start', async () => {
    const place = await temporary();
    const repository = await TestRepository.found(join(place, 'repo'));
    const { folder } = await home(Array.from({ length: 100 }, (_, at) => source(at)));
    const { sources } = sourcesAt(folder, [rootOf(repository.root)]);
    await expect(sources.add('folder', repository.folder)).rejects.toMatchObject({
      problem: { code: 'source-too-many', most: 100 },
    });
    expect(openSourceList(folder).all()).toHaveLength(100);
    const more = await home(Array.from({ length: 101 }, (_, at) => source(at)));
    expect(openSourceList(more.folder).all()).toHaveLength(101);
  });

  test('where more is known than the file may hold: what can be asked anew is left out', async () => {
    const { folder, path } = await home([]);
    const list = openSourceList(folder);
    list.put(source(1, { known: { ...NOTHING_KNOWN, packs: packs(20) } }));
    list.put(source(2, { known: { ...NOTHING_KNOWN, packs: packs(10_000) } }));
    expect((await stat(path)).size).toBeLessThan(4 * 1024 * 1024);
    expect(list.all().map(({ known }) => known.packs.length)).toEqual([20, 10_000]);
    expect(
      openSourceList(folder)
        .all()
        .map(({ known }) => known.packs.length),
    ).toEqual([20, 0]);
  });
});

test('that the next start may ask a server holds whatever else is kept of sources in this one', async () => {
  const { folder } = await home([source(1)]);
  const list = openSourceList(folder);
  list.letNextAsk();
  const added = source(2);
  list.put(added);
  list.put({ ...added, known: { ...NOTHING_KNOWN, failures: 1 } });
  list.remove(added.id);
  expect(mayAskServers(folder)).toBe(true);
  // And for that start alone.
  openSourceList(folder).put(source(3));
  expect(mayAskServers(folder)).toBe(false);
});

test('a source of another kind does not keep a start from asking those that it knows', async () => {
  const { folder } = await home(['a word', { ...source(1), kind: 'https', where: 'https://a.example/' }]);
  expect(mayAskServers(folder)).toBe(true);
});
