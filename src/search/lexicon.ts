import type { Postings } from './postings.ts';
import type { Segment } from './segment.ts';
import { mergeLists, type WordList } from './words/word-list.ts';

/** The stems and words of all segments as one vocabulary. Stem numbers here are global. */
export interface Lexicon {
  readonly stems: readonly string[];
  readonly numbers: Pick<ReadonlyMap<string, number>, 'get' | 'has'>;
  /** How many sections hold each stem. */
  readonly frequencies: Uint32Array;
  /** The words of the packs, and what layers have beside them; a word with its stem is in one list. */
  readonly lists: readonly WordList[];
  /** Per segment: its own stem number to the global one. */
  readonly globals: readonly Uint32Array[];
  /** Per segment: the global stem number to its own, −1 where it lacks the stem. */
  readonly locals: readonly ((number: number) => number)[];
}

export interface LexiconPart {
  readonly segment: Segment;
  readonly postings: Pick<Postings, 'frequency'>;
}

export function joinLexicon(parts: readonly LexiconPart[]): Lexicon {
  const numbers = new Map<string, number>();
  const globals = parts.map(({ segment }) =>
    Uint32Array.from(segment.stems, (stem) => {
      let number = numbers.get(stem);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(stem, number);
      }
      return number;
    }),
  );
  const frequencies = new Uint32Array(numbers.size);
  const locals = parts.map(({ postings }, part) => {
    const own = new Int32Array(numbers.size).fill(-1);
    globals[part]?.forEach((number, stem) => {
      own[number] = stem;
      frequencies[number] = (frequencies[number] ?? 0) + postings.frequency(stem);
    });
    return (number: number): number => own[number] ?? -1;
  });
  const lists = parts.map(({ segment: { words, arrays } }, part): WordList => {
    const own = globals[part];
    return { words, wordStems: arrays.wordStems.map((stem) => own?.[stem] ?? 0) };
  });
  return { stems: [...numbers.keys()], numbers, frequencies, lists: [mergeLists(lists)], globals, locals };
}
