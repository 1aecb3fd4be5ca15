import { Metadata, MetadataKind, type Targets } from '@tufjs/models';
import { expect, test } from 'vitest';
import { targetLookup } from '#pack/trust/delegated-walk.ts';

const PACKS = ['hmt-one', 'hm', 'dft-one', 'hmt-', 'x'].map((id) => `packs/${id}/pack.json`);
const madeOf = (more: object): Metadata<Targets> =>
  Metadata.fromJSON(MetadataKind.Targets, {
    signatures: [],
    signed: {
      _type: 'targets',
      spec_version: '1.0.0',
      version: 1,
      expires: '2030-01-01T00:00:00Z',
      targets: {},
      ...more,
    },
  });

const listOf = (paths: readonly string[]): Metadata<Targets> =>
  madeOf({ targets: Object.fromEntries(paths.map((path) => [path, { length: 1, hashes: {} }])) });

const delegating = (...roles: readonly (readonly [name: string, paths: string[], terminating: boolean])[]) =>
  madeOf({
    delegations: {
      keys: {},
      roles: roles.map(([name, paths, terminating]) => ({ name, paths, terminating, keyids: [], threshold: 1 })),
    },
  });

test('who may speak for a path is what tuf-js says, for the patterns of our tools and for others', () => {
  for (const pattern of ['packs/hmt-*/*', 'packs/*/*', 'packs/hm?-*/*', 'packs/[dh]*/*', 'packs/*', 'other/*/*']) {
    const by = delegating(['packs-a', [pattern], true]);
    const list = listOf(PACKS);
    const lookUp = targetLookup(by, new Map([['packs-a', list]]));
    const role = by.signed.delegations?.roles?.['packs-a'];
    for (const path of [...PACKS, 'packs/.hidden/pack.json'])
      expect(`${pattern} ${path} ${lookUp(path) !== undefined}`).toBe(
        `${pattern} ${path} ${role?.isDelegatedPath(path) === true && PACKS.includes(path)}`,
      );
  }
});

test('the first role that may speak for a path counts, also while its list is withheld', () => {
  const [path = ''] = PACKS;
  const [first, second] = [listOf([path]), listOf([path])];
  const its = (by: Metadata<Targets>, loaded: readonly (readonly [string, Metadata<Targets>])[]) =>
    targetLookup(by, new Map(loaded))(path);
  const open = delegating(['packs-a', ['packs/hmt-*/*'], false], ['packs-b', ['packs/*/*'], false]);
  const both = [['packs-a', first] as const, ['packs-b', second] as const];
  expect(its(open, both)).toBe(first.signed.targets?.[path]);
  expect(its(open, both.slice(1))).toBeUndefined();
  expect(
    its(open, [
      ['packs-a', listOf([])],
      ['packs-b', second],
    ]),
  ).toBe(second.signed.targets?.[path]);
  const last = delegating(['packs-a', ['packs/hmt-*/*'], true], ['packs-b', ['packs/*/*'], true]);
  expect(
    its(last, [
      ['packs-a', listOf([])],
      ['packs-b', second],
    ]),
  ).toBeUndefined();
});
