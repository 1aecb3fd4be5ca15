import { Index } from 'flexsearch';
import type { Segment } from './segment.ts';

/** Sections of one slot, in order. */
export type Sections = Uint32Array;

/**
 * Where a stem occurs: FlexSearch keeps, per stem, a list of sections per slot, and the slot tells how often the stem
 * stands in each field (`slot.ts`). Ranking is ours (`scorer.ts`).
 */
export interface Postings {
  /** By the stem's number in the segment: `of(stem)[slot]` lists the sections of that slot, or nothing. */
  readonly of: (stem: number) => readonly (Sections | undefined)[];
  /** How many sections hold the stem. */
  readonly frequency: (stem: number) => number;
}

/** What FlexSearch is told. `tests/unit/search/postings.test.ts` holds it to what we rely on. */
export function createStore(): Index {
  return new Index({
    tokenize: 'strict',
    resolution: 256,
    cache: false,
    encoder: { encode: (terms: string | string[]) => (Array.isArray(terms) ? terms : [terms]) } as never,
  });
}

/** Its `import` takes lists as they are, which its types do not say. */
export function importStem(store: Index, stem: string, slots: readonly (Sections | undefined)[]): void {
  store.import('map', [[stem, slots]] as never);
}

export function lookUp(store: Index, stem: string): readonly (Sections | undefined)[] {
  return (store.search(stem, { resolve: false }) as unknown as { result: Sections[] }).result;
}

/** Opens at once: the lists of a stem go from the record into FlexSearch when it is first asked for. */
export function openPostings({ stems, arrays: { postingStarts, postings, slots } }: Segment): Postings {
  const store = createStore();
  const imported = new Uint8Array(stems.length);

  const listsOf = (stem: number): readonly (Sections | undefined)[] => {
    const to = postingStarts[stem + 1] ?? 0;
    const lists: Sections[] = [];
    for (let from = postingStarts[stem] ?? 0; from < to; ) {
      const slot = slots[from] ?? 0;
      let end = from + 1;
      while (end < to && slots[end] === slot) end++;
      lists[slot] = postings.subarray(from, end);
      from = end;
    }
    return lists;
  };

  return {
    of(stem) {
      const word = stems[stem] ?? '';
      if (imported[stem] === 0) {
        imported[stem] = 1;
        importStem(store, word, listsOf(stem));
      }
      return lookUp(store, word);
    },
    frequency: (stem) => (postingStarts[stem + 1] ?? 0) - (postingStarts[stem] ?? 0),
  };
}
