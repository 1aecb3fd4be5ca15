import { Index } from 'flexsearch';
import type { Segment } from './segment.ts';

/**
 * Where a stem occurs. FlexSearch keeps a list of sections per slot; its `score` callback chooses the slot, so the
 * slot tells how often the stem occurs in each field of the section. Ranking is ours (`scorer.ts`).
 */
export interface Postings {
  /** `slots[slot]` lists the sections of that slot, or nothing. */
  readonly of: (stem: string) => readonly (readonly number[] | undefined)[];
  /** How many sections hold each stem, by stem number. */
  readonly frequencies: Uint32Array;
}

/** Most that a slot tells of: heading 3, surroundings 3, text 15. More hardly changes a rank. */
const HEADING = 64;
const AROUND = 16;
export const headingCount = (slot: number): number => slot >> 6;
export const aroundCount = (slot: number): number => (slot >> 4) & 3;
export const textCount = (slot: number): number => slot & 15;

/** What FlexSearch is told. `tests/unit/search/postings.test.ts` holds it to what we rely on. */
export function createStore(slotAt: (place: number) => number): Index {
  return new Index({
    tokenize: 'strict',
    resolution: 256,
    cache: false,
    // Whole releases come and go, so single sections are never updated: no register of their lists is kept.
    fastupdate: false,
    encoder: { encode: (terms: string | string[]) => (Array.isArray(terms) ? terms : [terms]) } as never,
    score: (_terms, _term, place) => slotAt(place),
  });
}

export function fillPostings({ stems, size, arrays }: Segment): Postings {
  const { stream, starts, headings, surroundings } = arrays;
  const frequencies = new Uint32Array(stems.length);
  const counts = new Uint8Array(stems.length);
  let slots: number[] = [];
  const store = createStore((place) => slots[place] ?? 0);

  for (let section = 0; section < size; section++) {
    const from = starts[section] ?? 0;
    const to = starts[section + 1] ?? from;
    const headingEnd = from + (headings[section] ?? 0);
    const aroundEnd = headingEnd + (surroundings[section] ?? 0);
    const present: number[] = [];
    for (let at = from; at < to; at++) {
      const stem = stream[at] ?? 0;
      const count = counts[stem] ?? 0;
      if (count === 0) present.push(stem);
      if (at < headingEnd) {
        if (headingCount(count) < 3) counts[stem] = count + HEADING;
      } else if (at < aroundEnd) {
        if (aroundCount(count) < 3) counts[stem] = count + AROUND;
      } else if (textCount(count) < 15) counts[stem] = count + 1;
    }
    const terms: string[] = [];
    slots = [];
    for (const stem of present) {
      terms.push(stems[stem] ?? '');
      slots.push(counts[stem] ?? 0);
      counts[stem] = 0;
      frequencies[stem] = (frequencies[stem] ?? 0) + 1;
    }
    if (terms.length > 0) store.add(section, terms as never);
  }
  return {
    frequencies,
    of: (stem) => (store.search(stem, { resolve: false }) as unknown as { result: number[][] }).result,
  };
}
