import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { checkLater } from '#main/packs/sources/ask-source.ts';
import { type RepositoryCarrier, untilStopped } from '#pack/carriers/repository-carrier.ts';
import { TestRepository } from '#support/test-repository.ts';
import { rootOf, sourcesAt, temporary } from '#support/test-sources.ts';

/** Two places of one publisher; what is named in `slow` does not come from the first one. */
async function two({ patience = 60_000 } = {}) {
  const place = await temporary();
  const repository = await TestRepository.found(join(place, 'repo'));
  const copy = await repository.copy(join(place, 'copy'));
  let slow: RegExp | null = null;
  const asked: string[] = [];
  const carry = (carrier: RepositoryCarrier): RepositoryCarrier => ({
    ...carrier,
    read: (path, options) => {
      if (carrier.place !== repository.folder || !slow?.test(path)) return carrier.read(path, options);
      asked.push(path);
      return untilStopped(options.signal, new Promise<never>(() => undefined));
    },
  });
  const { sources } = sourcesAt(join(place, 'home'), [rootOf(repository.root)], {
    carry,
    check: (source, carrier, options) => checkLater(source, carrier, { ...options, patience }),
  });
  await sources.add('https', repository.folder);
  await sources.add('https', copy);
  const [first, second] = sources.list().map(({ id }) => id);
  const hang = (what: RegExp): void => {
    slow = what;
  };
  const known = (id = '') => sources.list().find((one) => one.id === id)?.known;
  return { repository, sources, asked, hang, known, first: first ?? '', second: second ?? '' };
}

const problem = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'held',
    (error: { problem?: unknown }) => error.problem ?? error,
  );

describe('a source that does not answer', () => {
  test('ends at its limit, and the one that waits for it then has all of its own time', async () => {
    const { sources, hang, known, first, second } = await two({ patience: 1_500 });
    hang(/timestamp/);
    await Promise.all([sources.check(first), sources.check(second)]);
    expect(known(first)).toMatchObject({ fault: 'stopped', failures: 1 });
    expect(known(second)).toMatchObject({ fault: null, failures: 0 });
  });

  test('is stopped by a person, and the others go on', async () => {
    const { sources, hang, known, asked, first, second } = await two();
    hang(/timestamp/);
    const checks = [sources.check(first), sources.check(second)];
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(sources.list().map(({ checking }) => checking)).toEqual([true, true]);
    sources.stopCheck(first);
    await Promise.all(checks);
    expect(known(first)).toMatchObject({ fault: 'stopped', failures: 0 });
    expect(known(second)?.fault).toBeNull();
  });

  test('is asked no more once it is removed', async () => {
    const { sources, hang, known, asked, first, second } = await two();
    hang(/timestamp/);
    const checks = [sources.check(first), sources.check(second)];
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    sources.remove(first);
    await Promise.all(checks);
    expect(known(first)).toBeUndefined();
    expect(known(second)?.fault).toBeNull();
  });
});

describe('what is fetched is wanted no more', () => {
  test('when its source is removed: the fetch ends, and what has come is not installed', async () => {
    const { repository, sources, hang, known, asked, first } = await two();
    const sha256 = known(first)?.packs[0]?.sha256 ?? '';
    const brought = await sources.update(first, 'test-pack', sha256);
    expect(brought.withdrawn()).toBeNull();
    await repository.release(2);
    await sources.check(first);
    hang(/^blobs|zip$/);
    const fetch = problem(sources.update(first, 'test-pack', known(first)?.packs[0]?.sha256 ?? ''));
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
    sources.remove(first);
    expect(await fetch).toMatchObject({ code: 'update-withdrawn', gone: 'source', source: repository.folder });
  });

  test('also where all of it is here and is not installed yet', async () => {
    const { sources, known, first } = await two();
    const brought = await sources.update(first, 'test-pack', known(first)?.packs[0]?.sha256 ?? '');
    sources.remove(first);
    expect(brought.withdrawn()).toMatchObject({ code: 'update-withdrawn', gone: 'source' });
  });

  test('when the pack that it updates is taken off; a pack that was never here is wanted all the same', async () => {
    const { repository, sources, hang, known, asked, first } = await two();
    const sha256 = known(first)?.packs[0]?.sha256 ?? '';
    const brought = await sources.update(first, 'test-pack', sha256);
    await sources.sweep([{ pack: 'another', sha256: 'b'.repeat(64) }]);
    expect(brought.withdrawn()).toBeNull();
    await sources.sweep([{ pack: 'test-pack', sha256 }]);
    await repository.release(2);
    await sources.check(first);
    hang(/^blobs|zip$/);
    const fetch = problem(sources.update(first, 'test-pack', known(first)?.packs[0]?.sha256 ?? ''));
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
    await sources.sweep([]);
    expect(await fetch).toMatchObject({ code: 'update-withdrawn', gone: 'pack' });
  });
});
