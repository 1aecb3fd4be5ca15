import { expect, test } from 'vitest';
import { originOfFile, starterPins } from '#domain/pack/starter-pins.ts';

const pins = [{ id: 'engage', manifest: 'a' }];

test.each([
  ['engage', 'a', 'app'],
  ['engage', 'b', 'posing'],
  ['other', 'a', 'file'],
])('B6 a pack %s with the hash %s counts as %s', (id, hash, origin) => {
  expect(originOfFile(id, hash, pins)).toBe(origin);
});

test('B6 nothing that was not put in when the app was built is trusted', () => {
  expect(starterPins()).toEqual([]);
});
