import { expect, test } from 'vitest';
import { packState } from '#rooms/welcome/pack-state.ts';
import type { InstalledPack } from '#store/db.ts';
import type { Install, InstallStage } from '#store/packs/installs.ts';
import type { Starter } from '#store/packs/known-starters.ts';

const manifest = {
  id: 'engage',
  title: 'Engage early',
  version: '1',
  release: 1,
  publisher: 'Us',
  hash: 'h',
  origin: 'app' as const,
  pages: 8,
  pageIds: [],
  bytes: 1,
};
const starter: Starter = { file: 'engage-1.satchel', removed: false, found: { manifest } };
const pack = { id: 'engage', key: 'engage@h' };
const install = (at: InstallStage): Install => ({ ticket: 't', file: starter.file, pack: manifest, quiet: true, at });
const yes = () => true;
const no = () => false;

test('a pack that came with the app goes from waiting to ready', () => {
  expect(packState(starter, [], [], no).word).toBe('welcome.state.waiting');
  expect(packState(starter, [], [install({ stage: 'waiting' })], no).word).toBe('welcome.state.waiting');
  expect(packState(starter, [], [install({ stage: 'running', done: 0, total: 0 })], no).values).toEqual({ percent: 0 });
  expect(packState(starter, [], [install({ stage: 'running', done: 2, total: 3 })], no).values).toEqual({
    percent: 66,
  });
  expect(packState(starter, [], [install({ stage: 'done', pack: pack as InstalledPack })], no).word).toBe(
    'welcome.state.read',
  );
  expect(packState(starter, [pack], [], no).word).toBe('welcome.state.read');
  expect(packState(starter, [pack], [], yes)).toEqual({ state: 'ready', word: 'welcome.state.ready' });
});

test('an older release that is there can be read while a newer one comes or fails', () => {
  expect(packState(starter, [pack], [install({ stage: 'running', done: 1, total: 3 })], yes).state).toBe('ready');
  const refused = install({ stage: 'refused', problem: { code: 'no-space', needed: 1 } });
  expect(packState(starter, [pack], [refused], yes).state).toBe('ready');
  expect(packState(starter, [], [refused], yes).state).toBe('failed');
});

test('a file that is no pack is said to be so', () => {
  const damaged: Starter = {
    file: 'bad.satchel',
    removed: false,
    found: { problem: { code: 'not-a-pack', file: 'bad.satchel' } },
  };
  expect(packState(damaged, [pack], [], yes).state).toBe('failed');
});
