import type { Postings } from './postings.ts';
import type { Segment } from './segment.ts';

/** The stems and words of all segments as one vocabulary. Stem numbers here are global. */
export interface Lexicon {
  readonly stems: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** How many sections hold each stem. */
  readonly frequencies: Uint32Array;
  /** Sorted by code unit; `wordStems` has the stem of each. */
  readonly words: readonly string[];
  readonly wordStems: Uint32Array;
  /** Per segment: its own stem number to the global one. */
  readonly globals: readonly Uint32Array[];
  /** Per segment: the global stem number to its own, −1 where it lacks the stem. */
  readonly locals: readonly Int32Array[];
}

export function joinLexicon(
  parts: readonly { readonly segment: Segment; readonly postings: Pick<Postings, 'frequency'> }[],
): Lexicon {
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
    return own;
  });
  const { words, wordStems } = joinWords(parts, globals);
  return { stems: [...numbers.keys()], numbers, frequencies, words, wordStems, globals, locals };
}

function joinWords(
  parts: readonly { readonly segment: Segment }[],
  globals: readonly Uint32Array[],
): Pick<Lexicon, 'words' | 'wordStems'> {
  const stemOf = (part: number, place: number): number =>
    globals[part]?.[parts[part]?.segment.arrays.wordStems[place] ?? 0] ?? 0;
  const [only] = parts;
  if (only && parts.length === 1) {
    return { words: only.segment.words, wordStems: only.segment.arrays.wordStems.map((_, place) => stemOf(0, place)) };
  }
  const pairs = parts
    .flatMap(({ segment }, part) => segment.words.map((word, place) => ({ word, stem: stemOf(part, place) })))
    .sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : a.stem - b.stem))
    .filter((pair, place, all) => all[place - 1]?.word !== pair.word || all[place - 1]?.stem !== pair.stem);
  return { words: pairs.map(({ word }) => word), wordStems: Uint32Array.from(pairs, ({ stem }) => stem) };
}
