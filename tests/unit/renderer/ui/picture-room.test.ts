import { expect, test } from 'vitest';
import { crowds } from '#ui/picture-room.ts';

test('B3 giants have room for two of the largest; what is smaller is not counted, and what goes gives its room back', () => {
  const [first, second, third] = [{}, {}, {}];
  const giant = 16_000 ** 2;
  expect([first, second, third].map((place) => crowds(place, giant))).toEqual([false, false, true]);
  for (let at = 0; at < 1_000; at += 1) expect(crowds({}, 12_000_000)).toBe(false);
  expect(crowds(first, 0)).toBe(false);
  expect(crowds(third, giant)).toBe(false);
});
