import type { Lexicon, LexiconPart } from './lexicon.ts';
import type { Segment } from './segment.ts';
import { hasWord, mergeLists, type WordList } from './words/word-list.ts';

/** A small segment beside the lexicon of the packs. */
interface Beside {
  /** Per stem of its own, the number that the packs give it, −1 where they lack it. */
  readonly known: Int32Array;
  readonly places: ReadonlyMap<string, number>;
  /** Places of its words that the packs lack, or have with other stems only. */
  readonly words: readonly number[];
}

/**
 * Joins small segments to the lexicon of the packs, which stays as it is: the packs' stems keep their numbers, and those
 * of the layers follow. A segment is compared with the packs once, however often others change.
 */
export function createLexiconLayers(base: Lexicon): (layers: readonly LexiconPart[]) => Lexicon {
  const compared = new WeakMap<Segment, Beside>();
  const besideOf = (segment: Segment): Beside => {
    const beside = compared.get(segment) ?? compare(segment, base);
    compared.set(segment, beside);
    return beside;
  };
  return (layers) => (layers.length === 0 ? base : join(base, layers, besideOf));
}

function compare({ stems, words, arrays }: Segment, { numbers, lists }: Lexicon): Beside {
  const known = Int32Array.from(stems, (stem) => numbers.get(stem) ?? -1);
  const isIn = (word: string, stem: number): boolean => stem >= 0 && lists.some((list) => hasWord(list, word, stem));
  return {
    known,
    places: new Map(stems.map((stem, place) => [stem, place])),
    words: words.flatMap((word, place) => (isIn(word, known[arrays.wordStems[place] ?? 0] ?? -1) ? [] : [place])),
  };
}

function join(base: Lexicon, layers: readonly LexiconPart[], besideOf: (segment: Segment) => Beside): Lexicon {
  const added = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const number = added.get(stem) ?? base.stems.length + added.size;
    added.set(stem, number);
    return number;
  };
  const all = layers.map(({ segment, postings }) => {
    const beside = besideOf(segment);
    const globals = Uint32Array.from(beside.known, (number, stem) =>
      number < 0 ? numberOf(segment.stems[stem] ?? '') : number,
    );
    return { ...beside, segment, postings, globals };
  });
  const stems = added.size === 0 ? base.stems : base.stems.concat([...added.keys()]);
  const frequencies = new Uint32Array(stems.length);
  frequencies.set(base.frequencies);
  for (const { globals, postings } of all)
    for (let stem = 0; stem < globals.length; stem++) {
      const number = globals[stem] ?? 0;
      frequencies[number] = (frequencies[number] ?? 0) + postings.frequency(stem);
    }
  const lists = all.map(
    ({ segment, words, globals }): WordList => ({
      words: words.map((place) => segment.words[place] ?? ''),
      wordStems: Uint32Array.from(words, (place) => globals[segment.arrays.wordStems[place] ?? 0] ?? 0),
    }),
  );
  return {
    stems,
    numbers: {
      get: (stem) => base.numbers.get(stem) ?? added.get(stem),
      has: (stem) => base.numbers.has(stem) || added.has(stem),
    },
    frequencies,
    lists: [...base.lists, mergeLists(lists)],
    globals: [...base.globals, ...all.map(({ globals }) => globals)],
    locals: [
      ...base.locals,
      ...all.map(
        ({ places }) =>
          (number: number) =>
            places.get(stems[number] ?? '') ?? -1,
      ),
    ],
  };
}
