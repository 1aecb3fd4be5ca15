import type { Acronym } from '#domain/acronyms.ts';
import type { Lexicon } from '../lexicon.ts';
import { isStopWord, stemOf, wordsOf } from './analyse.ts';
import { synonymsOf } from './synonyms.ts';
import { mutationsOf } from './welsh.ts';

/** What words mean beside themselves: what letter words stand for, by the glossaries of the packs, and other words. */
export interface Meanings {
  /** What a letter word stands for, as written, and the title of the pack that says so; of several packs the first. */
  readonly standsFor: (letters: string) => { readonly meaning: string; readonly from: string } | undefined;
  /** What a letter word stands for: all stems of it together. */
  readonly expansionsOf: (stem: string) => readonly (readonly number[])[];
  /** Letter words for the words of a query (as stems) that begin at a place; `length` of them are said by it. */
  readonly acronymsAt: (
    stems: readonly string[],
    place: number,
  ) => readonly { readonly stem: number; readonly length: number }[];
  /** Stems of synonyms and of the Welsh mutations of a word, as far as there are sections with them. */
  readonly othersFor: (word: string) => readonly number[];
}

/** A letter word of a glossary as the analyser reads it. */
export interface LetterWord {
  readonly letters: string;
  readonly expansion: string;
  /** Title of its pack. */
  readonly from: string;
  /** Absent where its letters are not one word, as those of "I" are none. */
  readonly acronym?: string;
  /** Of what it stands for. */
  readonly stems: readonly string[];
}

export const readLetterWords = (acronyms: readonly Acronym[], from: string): readonly LetterWord[] =>
  acronyms.map(([letters, expansion]) => {
    const [acronym, ...more] = stemsOf(letters);
    const isOne = acronym !== undefined && more.length === 0;
    return { letters, expansion, from, stems: stemsOf(expansion), ...(isOne ? { acronym } : {}) };
  });

/** @param welsh sets of words, one or several */
export function createMeanings(
  { numbers }: Lexicon,
  letterWords: readonly LetterWord[],
  welsh: readonly ReadonlySet<string>[],
): Meanings {
  const isWelsh = (word: string): boolean => welsh.some((words) => words.has(word));
  const expansions = new Map<string, (readonly number[])[]>();
  const written = new Map<string, { readonly meaning: string; readonly from: string }>();
  const begins = new Map<string, { readonly stems: readonly string[]; readonly acronym: number }[]>();
  for (const { letters, expansion, from, acronym, stems } of letterWords) {
    if (!written.has(letters)) written.set(letters, { meaning: expansion, from });
    const [first] = stems;
    if (acronym === undefined || first === undefined || stems.length < 2) continue;
    const known = stems.flatMap((stem) => numbers.get(stem) ?? []);
    if (known.length === stems.length) listAt(expansions, acronym).push(known);
    const number = numbers.get(acronym);
    if (number !== undefined) listAt(begins, first).push({ stems, acronym: number });
  }
  return {
    standsFor: (letters) => written.get(letters),
    expansionsOf: (stem) => expansions.get(stem) ?? [],
    acronymsAt: (stems, place) =>
      (begins.get(stems[place] ?? '') ?? [])
        .filter((one) => one.stems.every((stem, at) => stems[place + at] === stem))
        .map((one) => ({ stem: one.acronym, length: one.stems.length })),
    othersFor: (word) => [
      ...synonymsOf(word).flatMap((other) => numbers.get(stemOf(other)) ?? []),
      ...(welsh.length === 0 ? [] : mutationsOf(word).filter(isWelsh)).flatMap((other) => numbers.get(other) ?? []),
    ],
  };
}

const stemsOf = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map((word) => stemOf(word));

function listAt<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
