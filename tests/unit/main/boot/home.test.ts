import { join } from 'node:path';
import { expect, test } from 'vitest';
import { homeFolders } from '#main/boot/home.ts';

const usual = (): string => '/usual';

test('SATCHEL_HOME moves everything', () => {
  const home = homeFolders({ SATCHEL_HOME: '/stick', LOCALAPPDATA: '/local' }, 'win32', usual);
  expect(home.folder).toBe('/stick');
  for (const path of [home.profile, home.logs, home.crashes, home.journal, home.files, home.snapshots])
    expect(path.startsWith(join('/stick/'))).toBe(true);
});

test('on Windows the local profile, never the roaming one', () => {
  expect(homeFolders({ LOCALAPPDATA: '/local', APPDATA: '/roaming' }, 'win32', usual).folder).toBe(
    join('/local', 'Satchel'),
  );
});

test('elsewhere the usual place', () => {
  expect(homeFolders({ LOCALAPPDATA: '/local' }, 'linux', usual).folder).toBe('/usual');
  expect(homeFolders({ SATCHEL_HOME: '' }, 'linux', usual).folder).toBe('/usual');
});
