import type { HeldPart, OpenPart } from './library.ts';
import { openPostings } from './postings.ts';
import type { Segment } from './segment.ts';

/** A few pages; `gone` pages do not count in anything below. */
export interface Layer {
  readonly segment?: Segment;
  readonly gone?: Iterable<string>;
}

/** A pack's own segment and what lies over it. */
export interface HeldPack {
  readonly own: HeldPart | null;
  readonly over: readonly HeldPart[];
}

export const opened = (segment: Segment): HeldPart => ({ segment, postings: openPostings(segment), hidden: null });

/** From the last to the first: what lies above hides what is below. What was open stays open. */
export function lie(own: OpenPart | null, layers: readonly Layer[], before: readonly OpenPart[]): HeldPack {
  const above = new Set<string>();
  const over: HeldPart[] = [];
  for (const { segment, gone = [] } of layers.toReversed()) {
    if (segment) {
      const part = before.find((one) => one.segment === segment) ?? opened(segment);
      over.unshift({ ...part, hidden: hiddenOf(segment, above) });
      for (const { id } of segment.pages) above.add(id);
    }
    for (const id of gone) above.add(id);
  }
  return { own: own && { ...own, hidden: hiddenOf(own.segment, above) }, over };
}

const placesOf = new WeakMap<Segment, ReadonlyMap<string, number>>();

function hiddenOf(segment: Segment, ids: ReadonlySet<string>): Uint8Array | null {
  const { pages } = segment;
  if (ids.size === 0 || pages.length === 0) return null;
  if (pages.length <= ids.size) return Uint8Array.from(pages, ({ id }) => (ids.has(id) ? 1 : 0));
  const places = placesOf.get(segment) ?? new Map(pages.map(({ id }, place) => [id, place]));
  placesOf.set(segment, places);
  const hidden = new Uint8Array(pages.length);
  for (const id of ids) {
    const place = places.get(id);
    if (place !== undefined) hidden[place] = 1;
  }
  return hidden;
}

/** Sections of a part that can be found. */
export function sizeOf({ segment, hidden }: HeldPart): number {
  if (!hidden) return segment.size;
  let size = 0;
  for (let section = 0; section < segment.size; section++) if (hidden[segment.arrays.pages[section] ?? 0] !== 1) size++;
  return size;
}
