import { expect, test } from 'vitest';
import { distance, nearestOf, WordList } from '#tool/lint/near.ts';

test.each([
  ['policy', 'policy', 0],
  ['polcy', 'policy', 1],
  ['poilcy', 'policy', 1],
  ['plicyy', 'policy', 2],
  ['', 'ab', 2],
  ['ab', '', 2],
  ['abcd', 'badc', 2],
  ['legal', 'finance', 3],
  ['policy', 'office', 3],
])('"%s" is %s away: %i', (a, b, far) => {
  expect(distance(a, b)).toBe(far);
});

test('B27 the nearest of a list, or none', () => {
  expect(nearestOf('polcy', ['legal', 'policy'])).toBe('policy');
  expect(nearestOf('wizard', ['legal', 'policy'])).toBeUndefined();
  expect(new WordList(['a', 'legal', 'policy', 'suppliers']).like('polcy')).toEqual(['legal', 'policy']);
});

test('B27 words of any length are held beside each other letter by letter, not each with all', () => {
  const letters = 'a'.repeat(500_000);
  expect(distance(`${letters}b`, `${letters}c`)).toBe(1);
  expect(distance(letters, 'b'.repeat(500_000))).toBe(3);
});
