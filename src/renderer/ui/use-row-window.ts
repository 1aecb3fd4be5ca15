import { type RefObject, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { offsetsOf, type Part, partsOf, type Span, spanAt } from './row-window.ts';

/** Pixels drawn beyond what is in sight, so that a turn of the wheel finds rows. */
const BEYOND = 600;
/** Height of a row of two lines, before any was measured. */
const USUAL = 59;
/** Rows drawn before the window is known. */
const FIRST: Span = { from: 0, to: 24 };

/** Heights by id stay when the screen goes, so that Back finds every row where it was. They belong to one width. */
const measured = { width: 0, usual: USUAL, heights: new Map<string, number>() };

export interface RowWindow {
  /** Where each row stands in the list. */
  readonly places: ReadonlyMap<string, number>;
  readonly body: RefObject<HTMLTableSectionElement | null>;
  readonly parts: readonly Part[];
}

/**
 * Only the rows in sight are drawn, whatever scrolls (main, the view or the page). Each drawn row is a child of `body`
 * with its id in `data-row`. What is drawn late keeps its place: the browser anchors the rows in sight.
 */
export function useRowWindow(ids: readonly string[], heldId: string | null): RowWindow {
  const body = useRef<HTMLTableSectionElement>(null);
  const [version, measuredAnew] = useReducer((count: number) => count + 1, 0);
  const [seen, setSeen] = useState(FIRST);
  const places = useMemo(() => new Map(ids.map((id, at) => [id, at])), [ids]);
  const heights = useMemo(() => Float64Array.from(ids, (id) => measured.heights.get(id) ?? measured.usual), [ids]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights themselves change when they are measured
  const offsets = useMemo(() => offsetsOf(heights), [heights, version]);
  const held = heldId === null ? null : (places.get(heldId) ?? null);

  const look = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    look.current = () => {
      const top = body.current?.getBoundingClientRect().top;
      if (top === undefined) return;
      const next = spanAt(offsets, -top - BEYOND, innerHeight - top + BEYOND);
      if (next.from !== seen.from || next.to !== seen.to) setSeen(next);
    };
    if (measure(body.current, heights, places)) measuredAnew();
    else look.current();
  });

  useEffect(() => {
    const scrolled = () => flushSync(() => look.current());
    // Scrolling does not bubble; it is heard on its way down.
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    window.addEventListener('resize', scrolled);
    const sizes = new ResizeObserver(() => measuredAnew());
    if (body.current) sizes.observe(body.current);
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true });
      window.removeEventListener('resize', scrolled);
      sizes.disconnect();
    };
  }, []);

  const parts = useMemo(
    () => partsOf(offsets, { from: Math.min(seen.from, ids.length), to: Math.min(seen.to, ids.length) }, held),
    [offsets, seen, held, ids],
  );
  return { places, body, parts };
}

/** Reads the heights of the drawn rows. True when one is not what it was taken to be. */
function measure(body: HTMLElement | null, heights: Float64Array, places: ReadonlyMap<string, number>): boolean {
  if (!body) return false;
  const { width } = body.getBoundingClientRect();
  const anew = Math.abs(width - measured.width) > 1;
  if (anew) {
    measured.width = width;
    measured.heights.clear();
  }
  let changed = anew;
  for (const row of body.querySelectorAll<HTMLElement>(':scope > [data-row]')) {
    const id = row.dataset.row ?? '';
    const at = places.get(id);
    const { height } = row.getBoundingClientRect();
    measured.heights.set(id, height);
    if (at === undefined || Math.abs((heights[at] ?? 0) - height) < 0.5) continue;
    heights[at] = height;
    changed = true;
  }
  if (anew) {
    const sorted = [...measured.heights.values()].sort((a, b) => a - b);
    measured.usual = sorted[sorted.length >> 1] ?? USUAL;
    for (const [id, at] of places) heights[at] = measured.heights.get(id) ?? measured.usual;
  }
  return changed;
}
