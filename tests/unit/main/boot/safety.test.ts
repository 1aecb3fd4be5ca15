import { expect, test } from 'vitest';
import { sayIn } from '#domain/words/words.ts';
import { openGuards } from '#main/boot/guards.ts';
import type { FileEffects } from '#main/boot/json-file.ts';
import { openSafety, type SafetyEffects } from '#main/boot/safety.ts';

/** Files in memory; `full` refuses to write. */
function files(full = false): FileEffects & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: (path) => {
      const text = texts.get(path);
      if (text === undefined) throw new Error('ENOENT');
      return text;
    },
    write: (path, text) => {
      if (full) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      texts.set(path, text);
    },
    putAside: () => undefined,
  };
}

const NOW = { app: '0.2.0', chromium: '130' };
const SCHEMA = { 'satchel-notes': 4 };

test('two starts that did not come to work are known at the third, and one that did ends that', () => {
  const disk = files();
  const start = () => openGuards('/h', NOW, disk);
  expect([start().failed, start().failed, start().failed]).toEqual([false, false, true]);
  start().started(SCHEMA);
  expect(start().failed).toBe(false);
});

test('another version of app, browser or schema asks for a backup until there is one', () => {
  const disk = files();
  expect(openGuards('/h', NOW, disk).started(SCHEMA)).toBe(true);
  openGuards('/h', NOW, disk).keep(SCHEMA);
  expect(openGuards('/h', NOW, disk).started(SCHEMA)).toBe(false);
  expect(openGuards('/h', NOW, disk).started({ 'satchel-notes': 5 })).toBe(true);
  expect(openGuards('/h', { ...NOW, chromium: '134' }, disk).started(SCHEMA)).toBe(true);
});

test('a file of guards that is spoilt, or a disk that is full, keeps nobody from starting', () => {
  const disk = files();
  disk.texts.set('/h/guards.json', '{"failed": "often"');
  expect(openGuards('/h', NOW, disk).failed).toBe(false);
  expect(openGuards('/h', NOW, files(true)).started(SCHEMA)).toBe(true);
});

function safety(over: Partial<SafetyEffects> = {}) {
  const did: string[] = [];
  const does = (what: string) => () => void did.push(what);
  const effects: SafetyEffects = {
    moveAside: () => did.push('aside') > 0,
    reload: does('reload'),
    guidance: does('guidance'),
    restart: does('restart'),
    confirm: async () => true,
    erase: async () => void did.push('erase'),
    probe: async () => 3,
    problem: async () => null,
    ...over,
  };
  const ballast = { look: async () => ({ free: 1e9, low: false, ballast: 'kept' as const }) };
  const opened = openSafety(
    '/h',
    openGuards('/h', NOW, files()),
    { compose: async () => null },
    ballast,
    () => {},
    effects,
  );
  return { did, opened };
}

test('D11 a disk that is slow, or that fails, is said to be; a quick one is not', async () => {
  expect(await safety().opened.space()).toEqual({ free: 1e9, low: false, unsteady: false });
  const slow = safety({ probe: async () => 4_000 });
  const gone = safety({ probe: async () => Number.POSITIVE_INFINITY });
  expect([(await slow.opened.space()).unsteady, (await gone.opened.space()).unsteady]).toEqual([true, true]);
});

test('a store that can be moved aside is built anew at once, one that is held at the next start', () => {
  const free = safety();
  free.opened.mend(false);
  expect(free.did).toEqual(['aside', 'reload']);
  const held = safety({
    moveAside: () => {
      throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
    },
  });
  held.opened.mend(false);
  expect(held.did).toEqual(['restart']);
  const open = safety();
  open.opened.mend(true);
  expect(open.did).toEqual(['restart']);
});

test('D12 nothing is deleted without a yes', async () => {
  const no = safety({ confirm: async () => false });
  await no.opened.erase(String);
  expect(no.did).toEqual([]);
  const yes = safety();
  await yes.opened.erase(String);
  expect(yes.did).toEqual(['erase']);
});

test('B9 what another machine has taken over while the question stood is not deleted', async () => {
  const { did, opened } = safety({ problem: async () => ({ code: 'in-use', host: 'LAPTOP-2', since: '2026-11-30' }) });
  await expect(opened.erase(sayIn('en-GB'))).rejects.toMatchObject({ problem: { code: 'in-use' } });
  expect(did).toEqual([]);
});
