/** The tops of rows that stand below one another, and the end of the last: one more than there are rows. Pixels. */
export function offsetsOf(heights: Float64Array): Float64Array {
  const offsets = new Float64Array(heights.length + 1);
  let end = 0;
  for (let row = 0; row < heights.length; row += 1) {
    end += heights[row] ?? 0;
    offsets[row + 1] = end;
  }
  return offsets;
}

/** Rows from `from` up to, not with, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The rows that any part of `top` to `bottom` shows. */
export function spanAt(offsets: Float64Array, top: number, bottom: number): Span {
  const count = offsets.length - 1;
  const from = Math.min(rowAt(offsets, top), count);
  return { from, to: Math.max(from, Math.min(rowAt(offsets, bottom) + 1, count)) };
}

/** The last row whose top is not below `at`; the first where all are. */
function rowAt(offsets: Float64Array, at: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What is drawn: rows, and empty space as high as the rows that are not. */
export type Part = { readonly rows: Span } | { readonly gap: number; readonly key: string };

/** The rows in sight and the one that is held (it has focus, so it must not go), with the space between. */
export function partsOf(offsets: Float64Array, seen: Span, held: number | null): readonly Part[] {
  const count = offsets.length - 1;
  const spans: Span[] = seen.to > seen.from ? [seen] : [];
  if (held !== null && held < count && (held < seen.from || held >= seen.to)) {
    const alone = { from: held, to: held + 1 };
    if (held < seen.from) spans.unshift(alone);
    else spans.push(alone);
  }
  const parts: Part[] = [];
  let at = 0;
  const leave = (to: number, key: string): void => {
    const gap = (offsets[to] ?? 0) - (offsets[at] ?? 0);
    if (gap > 0) parts.push({ gap, key });
  };
  for (const [place, span] of spans.entries()) {
    leave(span.from, `before-${place}`);
    parts.push({ rows: span });
    at = span.to;
  }
  leave(count, 'after');
  return parts;
}
