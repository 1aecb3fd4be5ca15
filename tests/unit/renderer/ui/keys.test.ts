import { expect, test } from 'vitest';
import { keysText } from '#ui/keys.tsx';

test.each([
  ['Ctrl+K', 'Ctrl+K'],
  ['Ctrl+Plus', 'Ctrl +'],
  ['Ctrl+-', 'Ctrl −'],
  ['Alt+Left', 'Alt+←'],
  ['?', '?'],
])('%s reads %s in a sentence', (keys, words) => {
  expect(keysText(keys)).toBe(words);
});
