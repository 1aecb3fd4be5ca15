import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetsOf, type Part, partsOf, spanAt } from '#ui/row-window.ts';

const height = (parts: readonly Part[], offsets: Float64Array): number =>
  parts.reduce(
    (sum, part) => sum + ('gap' in part ? part.gap : (offsets[part.rows.to] ?? 0) - (offsets[part.rows.from] ?? 0)),
    0,
  );
const drawn = (parts: readonly Part[]): readonly number[] =>
  parts.flatMap((part) =>
    'gap' in part ? [] : Array.from({ length: part.rows.to - part.rows.from }, (_, at) => part.rows.from + at),
  );

test('the rows of a stretch are those of which any part lies in it', () => {
  const offsets = offsetsOf(new Float64Array(100).fill(50));
  expect(spanAt(offsets, 0, 100)).toEqual({ from: 0, to: 3 });
  expect(spanAt(offsets, 75, 124)).toEqual({ from: 1, to: 3 });
  expect(spanAt(offsets, -500, -400)).toEqual({ from: 0, to: 1 });
  expect(spanAt(offsets, 90_000, 91_000)).toEqual({ from: 100, to: 100 });
  expect(spanAt(offsetsOf(new Float64Array(0)), 0, 800)).toEqual({ from: 0, to: 0 });
});

test('whatever is drawn, all is as high as all rows, in order, with what is in sight and what is held', () => {
  const list = fc.record({
    heights: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 400 }),
    top: fc.integer({ min: -2_000, max: 60_000 }),
    high: fc.integer({ min: 0, max: 2_000 }),
    held: fc.option(fc.nat(500)),
  });
  fc.assert(
    fc.property(list, ({ heights, top, high, held }) => {
      const offsets = offsetsOf(Float64Array.from(heights));
      const parts = partsOf(offsets, spanAt(offsets, top, top + high), held);
      const whole = heights.reduce((sum, one) => sum + one, 0);
      expect(height(parts, offsets)).toBe(whole);
      const rows = drawn(parts);
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
      if (held !== null && held < heights.length) expect(rows).toContain(held);
      for (const [row, one] of heights.entries()) {
        const at = offsets[row] ?? 0;
        if (at < top + high && at + one > top) expect(rows).toContain(row);
      }
      const keys = parts.flatMap((part) => ('gap' in part ? [part.key] : []));
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test('of 20,000 rows a window of 800 pixels draws fewer than fifty', () => {
  const heights = Float64Array.from({ length: 20_000 }, (_, row) => 59 + (row % 3) * 22);
  const offsets = offsetsOf(heights);
  const parts = partsOf(offsets, spanAt(offsets, 700_000 - 600, 700_800 + 600), 3);
  expect(drawn(parts).length).toBeLessThan(50);
  expect(drawn(parts)).toContain(3);
});
