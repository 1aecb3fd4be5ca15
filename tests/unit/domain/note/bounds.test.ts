import { expect, test } from 'vitest';
import { spansOf } from '#domain/charts/groups.ts';
import { boundsFault } from '#domain/note/bounds.ts';
import { sampleNote } from '#support/notes-made.ts';

test.each([
  [52, 41, 63, null],
  [52, 52, 52, null],
  [-3, -5, 0, null],
  [52, 63, 41, 'order'],
  [null, 63, 41, 'order'],
  [40, 41, 63, 'below'],
  [40, 41, null, 'below'],
  [64, 41, 63, 'above'],
  [64, null, 63, 'above'],
  [52, null, null, null],
  [null, 41, 63, null],
] as const)('%d from %d to %d: %s', (value, low, high, fault) => {
  expect(boundsFault({ value, low, high })).toBe(fault);
  if (value === null) return;
  // A picture draws an interval where nothing is told at the field, and only there.
  const metric = { id: 'm', name: 'Replies', unit: '%', role: 'primary', baseline: null, target: null } as const;
  const row = { id: 'r', metric: 'm', group: 'Short', n: 22, value, low, high, exploratory: false };
  const [span] = spansOf(sampleNote({ results: [row] }), { ...metric, direction: 'up', source: '' });
  expect(span?.low ?? null).toBe(fault === null && low !== null && high !== null ? low : null);
});
