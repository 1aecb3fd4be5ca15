import { expect, test } from 'vitest';
import { edits } from '#search/words/typos.ts';

test.each([
  ['tender', 'tender', 0],
  ['tender', 'tendre', 1],
  ['tender', 'tnder', 1],
  ['tender', 'ttender', 1],
  ['tender', 'tendar', 1],
  ['settlement', 'setlemnt', 2],
  ['market', 'tender', 2],
])('%s and %s are %i edits apart', (a, b, distance) => {
  const found = edits(a, b, 2);
  if (a === 'market') expect(found).toBeGreaterThan(distance);
  else expect(found).toBe(distance);
});
