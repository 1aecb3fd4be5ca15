import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { type Forgery, NOW, newFounders, said, TestLaptop, TestRepository } from '#support/test-repository.ts';
import type { SigningKey } from '#tool/publish/keys/signing-key.ts';
import type { TargetsSigned } from '#tool/publish/signed-file.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

let made = 0;
const place = (): string => join(folder.path, `${made++}`);

const evil = (signed: TargetsSigned): TargetsSigned => ({
  ...signed,
  version: signed.version + 1,
  targets: Object.fromEntries(
    Object.entries(signed.targets).map(([path, target]) => [
      path,
      { ...target, hashes: { sha256: 'e'.repeat(64) }, custom: { ...target.custom, release: 99 } },
    ]),
  ),
});

/** All that a thief may try with one key, alone and together. */
function attempts(key: SigningKey): readonly Forgery[] {
  const keys = [key];
  const publisher = { keys, change: evil };
  const own = {
    keys,
    change: (signed: TargetsSigned): TargetsSigned => {
      const [role] = signed.delegations?.roles ?? [];
      const mine = {
        ...role,
        name: 'packs-test',
        keyids: [key.id],
        threshold: 1,
        terminating: true as const,
        paths: ['packs/*/*'],
      };
      return { ...signed, version: signed.version + 1, delegations: { keys: { [key.id]: key.record }, roles: [mine] } };
    },
  };
  const all = { keyids: [key.id], threshold: 1 };
  const root: NonNullable<Forgery['root']> = {
    keys,
    change: (signed) => ({
      ...signed,
      version: 2,
      keys: { ...signed.keys, [key.id]: key.record },
      roles: { root: all, targets: all, snapshot: all, timestamp: all },
    }),
  };
  const online = { snapshot: { keys }, timestamp: { keys } };
  return [
    { publisher },
    { targets: own, publisher },
    { ...online, publisher },
    { ...online, targets: own, publisher },
    { ...online, root, targets: own, publisher },
    { root },
  ];
}

const founders = newFounders();
const KEYS = Object.entries({
  ...Object.fromEntries(founders.root.map((key, at) => [`root ${at + 1}`, key])),
  ...Object.fromEntries(founders.targets.map((key, at) => [`targets ${at + 1}`, key])),
  ...Object.fromEntries(founders.online.map((key) => ['online', key])),
  ...Object.fromEntries(founders.publishers[0].keys.map((key, at) => [`publisher ${at + 1}`, key])),
});

describe('T6 one stolen key changes no content', () => {
  test.each(KEYS)('T6 %s', async (_, key) => {
    for (const forgery of attempts(key)) {
      const repository = await TestRepository.found(place(), { founders });
      const [fresh, known] = [place(), place()].map((home) => new TestLaptop(home, repository.root));
      const before = await known?.check(repository.folder);
      expect(before && said(before)).toBe('test-pack 1');
      await repository.forge(forgery);
      for (const laptop of [fresh, known]) {
        const checked = await laptop?.check(repository.folder, { now: NOW });
        expect(checked).toBeDefined();
        if (checked?.ok) expect(checked.value.packs.map(({ release }) => release)).not.toContain(99);
        if (checked)
          expect(said(checked)).toMatch(/^(?:test-pack 1|\[?(?:signature|foreign-root|mixed|damaged) [a-z-]+\]?)$/);
      }
    }
  });

  test('T6 the trial is a fair one: two keys of a publisher and the online key do change it', async () => {
    const repository = await TestRepository.found(place(), { founders });
    await repository.forge({ publisher: { keys: founders.publishers[0].keys, change: evil } });
    expect(said(await new TestLaptop(place(), repository.root).check(repository.folder))).toBe('test-pack 99');
  });
});
