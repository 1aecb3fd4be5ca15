import { expect, test } from 'vitest';
import { ContestedLines } from '#main/notes/journal/contested.ts';

const line = (note: string, seq: number, id: string, knew: number) => ({
  ...{ note, seq, rev: String(seq), op: 'put' as const, time: '', full: true },
  start: { id, knew },
});

test('B9 two lines of one start are never beside each other, whatever was settled between them', () => {
  const lines = new ContestedLines();
  for (const [at, one] of [
    line('n', 5, 'a', 0),
    line('n', 6, 'b', 0),
    line('m', 7, 'c', 5),
    line('n', 8, 'b', 0),
  ].entries())
    lines.read(one, at);
  expect(lines.all(new Map([['n', { start: 'b' }]]))).toEqual([]);
});
