import type { Lexicon } from './lexicon.ts';
import { readOperators } from './operators.ts';
import { parseQuery } from './query.ts';
import type { Run } from './results.ts';
import { eachWord, isQuestionWord, stemOf, wordsOf } from './words/analyse.ts';
import { createMeanings } from './words/meanings.ts';

/**
 * Which words of a page a search asked for. The query is read as the engine reads it, with the page's own words for
 * its vocabulary; slips of the keys are not guessed at again, because a word that is not on this page is no slip.
 *
 * @param vocabulary words as the analyser gives them, in any order, repeated or not
 */
export function wordsToMark(query: string, vocabulary: Iterable<string>): ReadonlySet<string> {
  const words = [...new Set(vocabulary)].sort();
  const { lexicon, wordStems } = read(words);
  const { slots } = parseQuery(query, false, {
    lexicon,
    meanings: createMeanings(lexicon, [], []),
    speller: () => ({ near: () => [] }),
    sections: words.length,
  });
  // "who", "you", "before" stand everywhere: a walk through them leads past what was looked for.
  const subjects = slots.filter(({ word, stems }) => stems.length > 0 && !isQuestionWord(word));
  const asked = new Set((subjects.length > 0 ? subjects : slots).flatMap(({ stems }) => stems));
  return new Set(words.filter((_, place) => asked.has(wordStems[place] ?? -1)));
}

function read(words: readonly string[]): { readonly lexicon: Lexicon; readonly wordStems: Uint32Array } {
  const numbers = new Map<string, number>();
  const wordStems = Uint32Array.from(words, (word) => {
    const stem = stemOf(word);
    const number = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, number);
    return number;
  });
  const frequencies = new Uint32Array(numbers.size).fill(1);
  const stems = [...numbers.keys()];
  return {
    lexicon: { stems, numbers, frequencies, lists: [{ words, wordStems }], globals: [], locals: [] },
    wordStems,
  };
}

/**
 * What a link to a hit says is to be marked: the words of the query, after those that were found in its stead (a slip of the
 * keys put right, an acronym for its words).
 */
export function marksOf(query: string, found: readonly Run[]): string {
  const { text } = readOperators(query);
  const asked = wordsOf(text);
  const stems = new Set(asked.map((word) => stemOf(word)));
  const instead = new Set<string>();
  for (const run of found) {
    if (!run.found) continue;
    eachWord(run.text, (word) => {
      if (!stems.has(stemOf(word)) && !asked.some((one) => word.startsWith(one))) instead.add(word);
    });
  }
  return [...instead, text.replace(/\s+/g, ' ').trimStart()].join(' ');
}
