import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openKeptBlobs } from '#main/packs/sources/kept-blobs.ts';
import type { RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { TestRepository } from '#support/test-repository.ts';
import { rootOf, sourcesAt, temporary, updateFrom } from '#support/test-sources.ts';

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

/** A page comes by itself, or in one file with all that changed. */
const hasWords = (path: string): boolean => path.startsWith('blobs/') || path.endsWith('.zip');

describe('what an update changes', () => {
  /** Release 1 of three pages is here; release 2 has other words on the first. */
  async function updated(more: Parameters<typeof sourcesAt>[2] = {}) {
    const place = await temporary();
    const repository = await TestRepository.found(join(place, 'repo'), { empty: true });
    await repository.release(1, 'test-pack', 3);
    const root = rootOf(repository.root);
    const home = join(place, 'home');
    const asked: string[] = [];
    const carry = (carrier: RepositoryCarrier): RepositoryCarrier => ({
      ...carrier,
      read: (path, options) => {
        asked.push(path);
        return carrier.read(path, options);
      },
    });
    const laptop = sourcesAt(home, [root], { carry, ...more });
    const { sources } = laptop;
    await sources.add('folder', repository.folder);
    const id = sources.list()[0]?.id ?? '';
    const first = (await updateFrom(sources, id, 'test-pack')).release.sha256;
    await repository.release(2, 'test-pack', 3);
    await sources.check(id);
    const second = sources.list()[0]?.known.packs[0]?.sha256 ?? '';
    asked.length = 0;
    return { ...laptop, home, repository, id, first, second, asked };
  }

  test('is counted by pages and bytes before anything is fetched, and nobody is asked', async () => {
    const { sources, id, first, second, asked } = await updated();
    const ahead = await sources.ahead(id, 'test-pack', second, first);
    expect(ahead).toMatchObject({ created: '2026-11-23', pages: { added: 0, changed: 1, gone: 0 } });
    const size = sources.list()[0]?.known.packs[0]?.size ?? 0;
    expect(ahead?.fetch).toBeGreaterThan(50);
    expect(ahead?.fetch).toBeLessThan(size / 2);
    expect(asked).toEqual([]);
    expect(await sources.ahead(id, 'test-pack', 'f'.repeat(64), first)).toBe(null);
  });

  test('of a pack that came in a file no pages are counted, and all are looked at', async () => {
    const { sources, id, second } = await updated();
    const unknown = 'e'.repeat(64);
    expect(await sources.ahead(id, 'test-pack', second, unknown)).toMatchObject({ pages: null });
    expect(await sources.look(id, 'test-pack', second, unknown)).toMatchObject({
      differ: ['page-1', 'page-2', 'page-3'],
      filesKnown: false,
    });
  });

  test('of a pack that came with the app is known by its own list of files', async () => {
    const { sources, id, second } = await updated({
      starterPages: async (hash) => (hash === 'd'.repeat(64) ? [{ page: 'page-9', sha256: 'x' }] : null),
    });
    expect(await sources.ahead(id, 'test-pack', second, 'd'.repeat(64))).toMatchObject({
      pages: { added: 3, changed: 0, gone: 1 },
    });
  });

  test('is read page by page, installs nothing, and is not fetched again by the update', async () => {
    const { sources, id, first, second, asked, progress } = await updated();
    expect(await refusal(sources.page(second, 'page-1'))).toBe('ticket-unknown');
    const look = await sources.look(id, 'test-pack', second, first);
    expect(look).toMatchObject({ pages: ['page-1', 'page-2', 'page-3'], differ: ['page-1'], filesKnown: true });
    expect(asked.filter(hasWords)).toHaveLength(1);
    expect(progress.at(-1)).toMatchObject({ filesDone: 1, files: 1 });
    const page = await sources.page(second, 'page-1');
    expect(page.title).toBe('Page page-1');
    expect(page.sections.map(({ text }) => text).join(' ')).toContain('Words of release 2');
    // A page that was not fetched for it is refused, and one of another release is not known.
    expect(await refusal(sources.page(first, 'page-1'))).toBe('ticket-unknown');
    expect(await sources.ahead(id, 'test-pack', second, first)).toMatchObject({ fetch: 0 });
    asked.length = 0;
    await updateFrom(sources, id, 'test-pack');
    expect(asked.filter(hasWords)).toEqual([]);
  });

  test('a release that came since it was shown is not taken in its place', async () => {
    const { sources, id, second, repository, asked } = await updated();
    await repository.release(3, 'test-pack', 3);
    expect(await refusal(sources.update(id, 'test-pack', second))).toBe('update-moved');
    expect(asked.filter((path) => path.startsWith('blobs/'))).toEqual([]);
  });

  test('what would not fit is refused before anything is fetched, with both figures', async () => {
    let left = Number.POSITIVE_INFINITY;
    const { sources, id, first, second, asked } = await updated({ free: async () => left });
    left = 40_000_000;
    for (const work of [
      () => sources.update(id, 'test-pack', second),
      () => sources.look(id, 'test-pack', second, first),
    ]) {
      const problem = await work().then(
        () => null,
        (error: { problem: unknown }) => error.problem,
      );
      expect(problem).toEqual({ code: 'update-no-space', pack: 'Test pack', needed: 68, free: 40 });
    }
    expect(asked.filter((path) => path.startsWith('blobs/'))).toEqual([]);
    left = 80_000_000;
    await sources.update(id, 'test-pack', second);
  });

  test('a pack that is taken off gives its space back at once, though its source still offers it', async () => {
    const { sources, home, id, first, second } = await updated();
    const [size] = await sources.sweep([here(first)]);
    expect(size?.pack).toBe('test-pack');
    const bytes = await Promise.all((await blobsIn(home)).map((name) => readFile(join(home, 'blobs', name))));
    expect(size?.bytes).toBe(bytes.reduce((sum, { length }) => sum + length, 0));
    // The release that can be gone back to stays with the one that is read.
    await updateFrom(sources, id, 'test-pack');
    await sources.sweep([here(second), here(first)]);
    expect(await blobsIn(home)).toHaveLength(4);
    expect(await sources.sweep([])).toEqual([]);
    expect(await blobsIn(home)).toEqual([]);
    // It can be had again, and what comes of it stays until it is here.
    expect(sources.list()[0]?.known.packs).toHaveLength(1);
    await updateFrom(sources, id, 'test-pack');
    await sources.sweep([]);
    expect(await blobsIn(home)).toHaveLength(3);
  });

  test('a blob is expanded once in a run, and again where its file is another', async () => {
    const { sources, reader, home, id } = await updated();
    await updateFrom(sources, id, 'test-pack');
    const questions = vi.spyOn(reader, 'ask');
    const expanded = () => questions.mock.calls.filter(([name]) => name === 'blob:kept').length;
    await updateFrom(sources, id, 'test-pack');
    expect(expanded()).toBe(0);
    const [blob = ''] = await blobsIn(home);
    await writeFile(join(home, 'blobs', blob), await readFile(join(home, 'blobs', blob)));
    await updateFrom(sources, id, 'test-pack');
    expect(expanded()).toBeLessThan(2);
    // The next start trusts none unseen.
    const next = openKeptBlobs(home, reader);
    await next.has({ sha256: blob.split('/').at(-1)?.replace('.br', '') ?? '', size: 1 });
    expect(expanded()).toBeGreaterThan(0);
  });
});
