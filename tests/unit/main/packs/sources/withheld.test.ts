import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inDays, NOW, newFounders, newKeys, TestRepository } from '#support/test-repository.ts';
import { rootOf, sourcesAt, temporary, updateFrom } from '#support/test-sources.ts';
import type { TargetsSigned } from '#tool/publish/signed-file.ts';

const HEALTHY = 'packs-healthy';

/** A source with two publishers that was asked while both held, and then has release 2 of the first one's pack. */
async function asked() {
  const place = await temporary();
  const first = newFounders();
  const founders = {
    ...first,
    publishers: [...first.publishers, { role: HEALTHY, prefixes: ['healthy-'], keys: newKeys(2) }] as const,
  };
  const repository = await TestRepository.found(join(place, 'repo'), { founders });
  await repository.release(1, 'healthy-pack');
  let now = NOW;
  const { sources } = sourcesAt(join(place, 'home'), [rootOf(repository.root)], { now: () => now });
  await sources.add('folder', repository.folder);
  const id = sources.list()[0]?.id ?? '';
  const known = () => sources.list()[0]?.known;
  const forge = (change: (signed: TargetsSigned) => TargetsSigned, keys = first.publishers[0].keys): Promise<void> =>
    repository.forge({ publisher: { change: (signed) => change({ ...signed, version: signed.version + 1 }), keys } });
  const file = () =>
    join(
      repository.folder,
      `metadata/${repository.current.publishers.get('packs-test')?.signed.version}.packs-test.json`,
    );
  await repository.release(2);
  return {
    repository,
    sources,
    id,
    known,
    forge,
    file,
    later: (days: number) => {
      now = inDays(days);
    },
  };
}

type Asked = Awaited<ReturnType<typeof asked>>;

const FAULTS: readonly (readonly [string, string, (at: Asked) => Promise<unknown>])[] = [
  ['past its date', 'expired', ({ forge }) => forge((signed) => ({ ...signed, expires: '2026-11-01T00:00:00Z' }))],
  [
    'signed by one key of two',
    'signature',
    ({ forge, repository }) => forge((signed) => signed, repository.founders.publishers[0].keys.slice(0, 1)),
  ],
  ['left out by a mirror', 'absent', ({ file }) => unlink(file())],
  ['too large', 'too-large', ({ file }) => writeFile(file(), Buffer.alloc(300 * 1024, ' '))],
];

describe('a publisher whose list is not accepted is told of', () => {
  test.each(FAULTS)('%s', async (_, fault, spoil) => {
    const at = await asked();
    await spoil(at);
    await at.sources.check(at.id);
    expect(at.known()).toMatchObject({
      fault: null,
      failures: 0,
      withheld: [{ publisher: 'packs-test', pack: null, fault }],
    });
    // What was known of it stays as it was known; the other publisher is no worse for it.
    expect(at.known()?.packs.map(({ id, release }) => `${id} ${release}`)).toEqual(['healthy-pack 1', 'test-pack 1']);
    await expect(updateFrom(at.sources, at.id, 'test-pack')).rejects.toMatchObject({
      problem: { code: 'update-refused', reason: fault },
    });
    expect((await updateFrom(at.sources, at.id, 'healthy-pack')).release.release).toBe(1);
  });

  test('and no more once it holds again', async () => {
    const at = await asked();
    await at.forge((signed) => ({ ...signed, expires: '2026-11-01T00:00:00Z' }));
    await at.sources.check(at.id);
    await at.repository.resign('packs-test', 'online');
    await at.sources.check(at.id);
    expect(at.known()?.withheld).toEqual([]);
    expect(at.known()?.packs.map(({ id, release }) => `${id} ${release}`)).toEqual(['test-pack 2', 'healthy-pack 1']);
  });
});

test('each release has the date until which all is good that vouches for it', async () => {
  const at = await asked();
  await at.forge((signed) => ({ ...signed, expires: '2026-12-05T00:00:00Z' }));
  await at.sources.check(at.id);
  const dates = Object.fromEntries(at.known()?.packs.map(({ id, validUntil }) => [id, validUntil]) ?? []);
  expect(dates['test-pack']).toBe('2026-12-05T00:00:00Z');
  expect(dates['healthy-pack']).toBe(at.known()?.validUntil);
});
