import { type RefObject, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { offsetsOf, type Part, partsOf, type Span, spanAt } from './row-window.ts';

/** Pixels drawn beyond what is in sight, so that a turn of the wheel finds rows. */
const BEYOND = 600;
/** Height of a row of two lines, before any was measured. */
const USUAL = 59;
/** Rows drawn before the window is known. */
const FIRST: Span = { from: 0, to: 24 };

/** Heights stay when the screen goes, so that Back finds every row where it was. They belong to one width. */
const measured = { width: 0, usual: USUAL, heights: new Map<string, number>() };

export interface RowWindow {
  readonly body: RefObject<HTMLTableSectionElement | null>;
  readonly parts: readonly Part[];
}

/**
 * Only the rows in sight are drawn, whatever scrolls (main, the view or the page). Each drawn row is a child of `body`
 * with its id in `data-row`. What is drawn late keeps its place: the browser anchors the rows in sight.
 */
export function useRowWindow(ids: readonly string[], held: number | null): RowWindow {
  const body = useRef<HTMLTableSectionElement>(null);
  const [version, measuredAnew] = useReducer((count: number) => count + 1, 0);
  const [seen, setSeen] = useState(FIRST);
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are read anew when they were measured
  const offsets = useMemo(
    () => offsetsOf(ids.length, (row) => measured.heights.get(ids[row] ?? '') ?? measured.usual),
    [ids, version],
  );

  const look = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    look.current = () => {
      const top = body.current?.getBoundingClientRect().top;
      if (top === undefined) return;
      const next = spanAt(offsets, -top - BEYOND, innerHeight - top + BEYOND);
      if (next.from !== seen.from || next.to !== seen.to) setSeen(next);
    };
    if (measure(body.current)) measuredAnew();
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
  return { body, parts };
}

/** Reads the heights of the drawn rows. True when one is not what it was taken to be. */
function measure(body: HTMLElement | null): boolean {
  if (!body) return false;
  const { width } = body.getBoundingClientRect();
  if (Math.abs(width - measured.width) > 1) {
    measured.width = width;
    measured.heights.clear();
  }
  const first = measured.heights.size === 0;
  let changed = false;
  for (const row of body.querySelectorAll<HTMLElement>(':scope > [data-row]')) {
    const id = row.dataset.row ?? '';
    const { height } = row.getBoundingClientRect();
    if (Math.abs((measured.heights.get(id) ?? 0) - height) > 0.5) {
      measured.heights.set(id, height);
      changed = true;
    }
  }
  if (first && changed) {
    const sorted = [...measured.heights.values()].sort((a, b) => a - b);
    measured.usual = sorted[sorted.length >> 1] ?? USUAL;
  }
  return changed;
}
