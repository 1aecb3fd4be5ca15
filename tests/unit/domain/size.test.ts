import { expect, test } from 'vitest';
import { sizeWords } from '#domain/size.ts';

test.each([
  [0, '1 kB'],
  [400, '1 kB'],
  [12_345, '12 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [1_640_000, '1.6 MB'],
  [1_234_000_000, '1,234 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes, 'en-GB').replace('\u00a0', ' ')).toBe(words);
  expect(sizeWords(bytes, 'en-XA')).toBe(sizeWords(bytes, 'en-GB'));
});
