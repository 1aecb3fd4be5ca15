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
  const all = parts.map(
    ({ segment: { words } }, part): Vocabulary => ({
      words,
      wordStems: Uint32Array.from(words, (_, place) => stemOf(part, place)),
    }),
  );
  return mergeAll(all);
}

type Vocabulary = Pick<Lexicon, 'words' | 'wordStems'>;

/** Two by two, so that each word is looked at once for each doubling. */
function mergeAll(all: readonly Vocabulary[]): Vocabulary {
  const [only = { words: [], wordStems: new Uint32Array() }] = all;
  if (all.length < 2) return only;
  const half = all.length >> 1;
  return merge(mergeAll(all.slice(0, half)), mergeAll(all.slice(half)));
}

function merge(a: Vocabulary, b: Vocabulary): Vocabulary {
  const words: string[] = [];
  const wordStems = new Uint32Array(a.words.length + b.words.length);
  for (let inA = 0, inB = 0; inA < a.words.length || inB < b.words.length; ) {
    const wordA = a.words[inA];
    const wordB = b.words[inB];
    const stemA = a.wordStems[inA] ?? 0;
    const stemB = b.wordStems[inB] ?? 0;
    const fromA =
      wordB === undefined || (wordA !== undefined && (wordA < wordB || (wordA === wordB && stemA <= stemB)));
    if (wordA === wordB && stemA === stemB) inB++;
    wordStems[words.length] = fromA ? stemA : stemB;
    words.push((fromA ? wordA : wordB) ?? '');
    if (fromA) inA++;
    else inB++;
  }
  return { words, wordStems: wordStems.slice(0, words.length) };
}
