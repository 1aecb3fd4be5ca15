import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWindowPlace, type WindowPlace, writeWindowPlace } from '#main/window/window-place.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const place: WindowPlace = {
  bounds: { x: 100, y: 50, width: 1280, height: 800 },
  maximised: false,
  address: '/read/engage-early/keep-it-fair#the-meeting-log',
};
const first = { bounds: null, maximised: false, address: '/' };
const home = (): string => mkdtempSync(join(tmpdir(), 'satchel-window-'));

describe('the window’s place', () => {
  test('comes back', () => {
    const folder = home();
    writeWindowPlace(folder, place);
    expect(readWindowPlace(folder, [screen])).toEqual(place);
  });

  test('is the first one when nothing is remembered', () => {
    expect(readWindowPlace(home(), [screen])).toEqual(first);
  });

  test.each([
    { ...place, address: 'https://evil.example/' },
    { ...place, address: '//evil.example/' },
    { ...place, address: '/etc/passwd' },
    { ...place, address: '/../x' },
    { ...place, bounds: { x: 0, y: 0, width: 1, height: 1 } },
    { ...place, bounds: { x: 0.5, y: 0, width: 800, height: 600 } },
    { ...place, maximised: 'yes' },
    [],
  ])('nonsense is not followed: %j', (nonsense) => {
    const folder = home();
    writeFileSync(join(folder, 'window.json'), JSON.stringify(nonsense));
    expect(readWindowPlace(folder, [screen])).toEqual(first);
  });

  test('a window whose screen is gone opens where it can be seen', () => {
    const folder = home();
    for (const [x, y] of [
      [5000, 50],
      [-1250, 50],
      [100, 2000],
      [100, -700],
    ] as const) {
      writeWindowPlace(folder, { ...place, bounds: { x, y, width: 1280, height: 800 } });
      expect(readWindowPlace(folder, [screen])).toEqual({ ...place, bounds: null });
    }
    expect(readWindowPlace(folder, [screen, { x: 0, y: -1080, width: 1920, height: 1080 }]).bounds).not.toBeNull();
  });
});

test('a window that is larger than its screen is made to fit it', () => {
  const folder = home();
  const large = { ...place, bounds: { x: 0, y: 0, width: 100_000, height: 2_100 } };
  writeWindowPlace(folder, large);
  expect(readWindowPlace(folder, [screen]).bounds).toEqual({ x: 0, y: 0, width: 1920, height: 1080 });
});
