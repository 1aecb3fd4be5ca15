import { expect, test } from 'vitest';
import type { Bridge } from '#bridge/calls.ts';
import type { Offer } from '#bridge/packs.ts';
import type { PackOrigin } from '#domain/install-question.ts';
import { ok } from '#domain/result.ts';
import { installStarters, isWanted, putBack } from '#store/packs/starters.ts';

const offer = (id: string, release = 1, hash = `${id}${release}`, origin: PackOrigin = 'app'): Offer => ({
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
const here = (id: string, release = 1) => ({ id, release, hash: `${id}${release}` });
const none = new Set<string>();

test.each([
  ['is new here', offer('a'), [], none, true],
  ['is installed', offer('a'), [here('a')], none, false],
  ['has a newer release', offer('a', 2), [here('a')], none, true],
  ['has an older release', offer('a', 1), [here('a', 2)], none, false],
  ['has the same number but other content', offer('a', 1, 'other'), [here('a')], none, false],
  ['was taken off by the person', offer('a'), [], new Set(['a']), false],
  ['was taken off and is newer now', offer('a', 2), [], new Set(['a']), false],
  ['is damaged: somebody has to know', damaged, [], none, true],
])('a pack that came with the app and %s', (_, one, packs, removed, wanted) => {
  expect(isWanted(one, packs, removed)).toBe(wanted);
});

function world(offers: readonly Offer[]) {
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
    stopped,
    started,
    effects: {
      from: () => ({ call }) as unknown as Bridge,
      packs: async () => [here('old')],
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

test('a pack is put back because the person asks', async () => {
  const { stopped, started, effects } = world([offer('new'), offer('gone'), damaged]);
  expect(await putBack('gone', effects)).toBe(true);
  expect(started).toEqual([{ tickets: ['ticket-gone'], quiet: false }]);
  expect(stopped).toEqual(['ticket-new']);
  expect(await putBack('never', effects)).toBe(false);
});
