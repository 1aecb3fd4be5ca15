import { expect, test } from 'vitest';
import { invert } from '#search/invert.ts';

test('the lists of each stem are ordered by slot and then by section', () => {
  // Three sections: heading "0", around nothing, text "1 1"; nothing at all; heading nothing, around "0", text "1".
  const lists = invert(
    {
      stream: Uint32Array.of(0, 1, 1, 0, 1),
      starts: Uint32Array.of(0, 3, 3, 5),
      headings: Uint16Array.of(1, 0, 0),
      surroundings: Uint16Array.of(0, 0, 1),
    },
    3,
  );
  expect([...lists.postingStarts]).toEqual([0, 2, 4, 4]);
  expect([...lists.postings]).toEqual([2, 0, 2, 0]);
  expect([...lists.slots]).toEqual([16, 64, 1, 2]);
});
