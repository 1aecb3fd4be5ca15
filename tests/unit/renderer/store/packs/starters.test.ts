import { expect, test } from 'vitest';
import type { Bridge } from '#bridge/calls.ts';
import type { Offer } from '#bridge/packs.ts';
import type { OfferedOrigin, PackOrigin } from '#domain/pack/pack-origin.ts';
import { ok } from '#domain/result.ts';
import { installStarters, isWanted, putBack } from '#store/packs/starters.ts';

const offer = (id: string, release = 1, hash = `${id}${release}`, origin: OfferedOrigin = 'app'): Offer => ({
  ticket: `ticket-${id}`,
  file: `${id}.satchel`,
  size: 10,
  found: {
    manifest: {
      id,
      title: id,
      version: '1',
      release,
      publisher: 'Us',
      hash,
      origin,
      pages: 2,
      pageIds: [],
      bytes: 100,
    },
  },
});
const damaged: Offer = {
  ticket: 'none',
  file: 'bad.satchel',
  size: 0,
  found: { problem: { code: 'not-a-pack', file: 'bad.satchel' } },
};
const here = (
  id: string,
  release = 1,
  more: { origin?: PackOrigin; other?: { hash: string; release: number } } = {},
) => ({
  id,
  release,
  hash: `${id}${release}`,
  origin: 'app' as PackOrigin,
  ...more,
});
const none = new Set<string>();

test.each([
  ['is new here', offer('a'), [], none, true],
  ['is installed', offer('a'), [here('a')], none, false],
  ['has a newer release', offer('a', 2), [here('a')], none, true],
  ['has an older release', offer('a', 1), [here('a', 2)], none, false],
  ['has the same number but other content', offer('a', 1, 'other'), [here('a')], none, false],
  [
    'is the release that the person went back from',
    offer('a', 2),
    [here('a', 1, { other: { hash: 'a2', release: 2 } })],
    none,
    false,
  ],
  [
    'is newer than the one that the person went back from',
    offer('a', 3),
    [here('a', 1, { other: { hash: 'a2', release: 2 } })],
    none,
    true,
  ],
  ['is newer than what a person installed from a file', offer('a', 2), [here('a', 1, { origin: 'file' })], none, true],
  [
    'is newer than what a source brought',
    offer('a', 2),
    [here('a', 1, { origin: { root: 'r', source: 's', publisher: 'p' } })],
    none,
    false,
  ],
  ['was taken off by the person', offer('a'), [], new Set(['a']), false],
  ['was taken off and is newer now', offer('a', 2), [], new Set(['a']), false],
  ['is damaged: somebody has to know', damaged, [], none, true],
])('a pack that came with the app and %s', (_, one, packs, removed, wanted) => {
  expect(isWanted(one, packs, removed)).toBe(wanted);
});

function world(offers: readonly Offer[], packs = [here('old')]) {
  const vouched: unknown[] = [];
  const stopped: string[] = [];
  const started: { readonly tickets: readonly string[]; readonly quiet: boolean }[] = [];
  const call = {
    'packs:starters': async () => ok(offers),
    'packs:stop': async (ticket: string) => {
      stopped.push(ticket);
      return ok(null);
    },
  };
  return {
    vouched,
    stopped,
    started,
    effects: {
      from: () => ({ call }) as unknown as Bridge,
      packs: async () => packs,
      vouch: async (pack: string, hash: string, origin: PackOrigin) => {
        vouched.push([pack, hash, origin]);
      },
      removed: async () => new Set(['gone']),
      start: (more: readonly Offer[], { quiet = false } = {}) => {
        started.push({ tickets: more.map(({ ticket }) => ticket), quiet });
      },
    },
  };
}

test('the app installs what is wanted, quietly, and lets the other files go', async () => {
  const { stopped, started, effects } = world([offer('new'), offer('old'), offer('gone')]);
  await installStarters(effects);
  expect(started).toEqual([{ tickets: ['ticket-new'], quiet: true }]);
  expect(stopped).toEqual(['ticket-old', 'ticket-gone']);
});

test('B6 what lies beside the app and is not what it was built with is asked about like any other', async () => {
  const strange = offer('engage', 9, 'forged', 'posing');
  const { started, effects } = world([offer('new'), strange]);
  await installStarters(effects);
  expect(started).toEqual([
    { tickets: ['ticket-new'], quiet: true },
    { tickets: ['ticket-engage'], quiet: false },
  ]);
  expect(await putBack('engage', effects)).toBe(false);
});

test('what was installed from a file and is what the app was built with is known to be so, and nothing else', async () => {
  const packs = [
    here('same', 1, { origin: 'file' }),
    here('older', 1, { origin: 'file' }),
    here('ours', 1),
    here('back', 1, { other: { hash: 'back2', release: 2 } }),
  ];
  const offers = [offer('same'), offer('older', 2), offer('ours'), offer('back', 2), offer('posing', 1, 'x', 'posing')];
  const { vouched, effects } = world(offers, packs);
  await installStarters(effects);
  expect(vouched).toEqual([
    ['same', 'same1', 'app'],
    ['back', 'back2', 'app'],
  ]);
});

test('a pack is put back because the person asks', async () => {
  const { stopped, started, effects } = world([offer('new'), offer('gone'), damaged]);
  expect(await putBack('gone', effects)).toBe(true);
  expect(started).toEqual([{ tickets: ['ticket-gone'], quiet: false }]);
  expect(stopped).toEqual(['ticket-new']);
  expect(await putBack('never', effects)).toBe(false);
});
