import type { Lexicon } from '../lexicon.ts';
import { placeOf } from './word-list.ts';

/** One or two letters begin a large part of all words, and each question begins with one letter. */
const SHORT = 2;
const shortOnes = new WeakMap<Lexicon, Map<string, readonly number[]>>();

/** Stems of the words that begin with `start`, those of most sections first, at most `most`. */
export function completions(lexicon: Lexicon, start: string, most: number): readonly number[] {
  if (start.length > SHORT) return begunBy(lexicon, start, most);
  const known = shortOnes.get(lexicon) ?? new Map<string, readonly number[]>();
  shortOnes.set(lexicon, known);
  const key = `${start} ${most}`;
  const stems = known.get(key) ?? begunBy(lexicon, start, most);
  known.set(key, stems);
  return stems;
}

function begunBy({ lists, frequencies }: Lexicon, start: string, most: number): readonly number[] {
  const found = new Set<number>();
  for (const { words, wordStems } of lists)
    for (let place = placeOf(words, start); words[place]?.startsWith(start); place++) found.add(wordStems[place] ?? 0);
  return [...found].sort((a, b) => (frequencies[b] ?? 0) - (frequencies[a] ?? 0) || a - b).slice(0, most);
}
