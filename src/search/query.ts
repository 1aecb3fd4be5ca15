import { LIMITS } from '#domain/limits.ts';
import type { Lexicon } from './lexicon.ts';
import { isQuestionWord, isStopWord, stemOf, wordsOf } from './words/analyse.ts';
import type { Meanings } from './words/meanings.ts';
import { completions } from './words/prefix.ts';
import type { Speller } from './words/typos.ts';

/** How a word was read as a stem: itself, the beginning of a longer word, another word for it, a slip of the keys. */
export type ReadAs = 'exact' | 'beginning' | 'meaning' | 'misspelt';

/** One word of a query and the stems that it may mean. */
export interface Slot {
  /** As the analyser gives it. */
  readonly word: string;
  /** Global stem numbers; empty when the word is nowhere. */
  readonly stems: readonly number[];
  /** Per stem, how sure it is that it was meant, 0 to 1. */
  readonly sureness: readonly number[];
  /** Per stem. */
  readonly readAs: readonly ReadAs[];
  /** What the word stands for, in several words: a section counts that has all of one list. */
  readonly together: readonly (readonly number[])[];
  /** How much the word tells sections apart. */
  readonly rarity: number;
  /** How often it was asked for. */
  weight: number;
}

export interface ParsedQuery {
  readonly text: string;
  readonly slots: readonly Slot[];
  /** Slot of each word in order, −1 where it is nowhere: neighbours in the query should be neighbours in the text. */
  readonly order: readonly number[];
}

/** So many words a half word may become, by its letters. One letter says little, and more of them say no more. */
const COMPLETIONS = [12, 24, 48] as const;
/** A query with this many words that matter can spare the words that questions are made of. */
const ENOUGH = 4;
/** "who", "can", "before": they say how something is asked. What it is about weighs more. */
const QUESTION_WEIGHT = 0.6;
const TYPO_SURENESS = 0.7;
/** Another word for it, or what a letter word stands for. */
export const MEANING_SURENESS = 0.7;

/** Robertson's inverse document frequency, never below 0. */
export const rarityOf = (holding: number, all: number): number => Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

/** What words are read by. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly meanings: Meanings;
  readonly speller: () => Speller;
  /** How many there are. */
  readonly sections: number;
}

/** `complete`: the last word is whole. Otherwise it stands for all words that begin with it. */
export function parseQuery(
  query: string,
  complete: boolean,
  { lexicon, meanings, speller, sections }: Vocabulary,
): ParsedQuery {
  const text = query.slice(0, LIMITS.query);
  const words = wordsOf(text);
  const half = !complete && /[\p{L}\p{N}\p{M}]$/u.test(text) ? words.length - 1 : -1;
  const subjects = words.filter((word) => !isQuestionWord(word)).length;
  const leftOut = subjects >= ENOUGH ? isQuestionWord : isStopWord;
  const slots: Slot[] = [];
  const order: number[] = [];
  const bySingle = new Map<number, number>();

  const asked = words.flatMap((word, place) => {
    if (leftOut(word) && !(place === half && words.length === 1) && !(place === half && !isStopWord(word))) return [];
    const read = place === half ? halfWord(word, lexicon) : wholeWord(word, lexicon);
    return [{ word, place, read }];
  });
  const asStands = asked.map(({ word }) => stemOf(word));
  const acronyms = acronymsOf(asStands, meanings);

  asked.forEach(({ word, place, read }, at) => {
    const together = meanings.expansionsOf(asStands[at] ?? '');
    const others = [...(place === half ? [] : meanings.othersFor(word)), ...(acronyms[at] ?? [])];
    const known = withMeanings(read, others);
    const { stems, sureness, readAs } = known.stems.length + together.length > 0 ? known : misspelt(word, speller);
    const [single] = stems;
    const before =
      stems.length === 1 && together.length === 0 && single !== undefined ? bySingle.get(single) : undefined;
    const seen = before === undefined ? undefined : slots[before];
    if (seen && before !== undefined) {
      seen.weight++;
      order.push(before);
      return;
    }
    if (stems.length === 1 && together.length === 0 && single !== undefined) bySingle.set(single, slots.length);
    order.push(stems.length > 0 ? slots.length : -1);
    const rarity = rarityOf(holding(stems, lexicon, sections), sections);
    slots.push({
      word,
      stems,
      sureness,
      readAs,
      together,
      rarity,
      weight: subjects > 0 && isQuestionWord(word) ? QUESTION_WEIGHT : 1,
    });
  });
  return { text, slots, order };
}

/** For each word of the query, the letter words that say it together with its neighbours. */
function acronymsOf(stems: readonly string[], { acronymsAt }: Meanings): readonly (readonly number[])[] {
  const found = stems.map((): number[] => []);
  stems.forEach((_, place) => {
    for (const { stem, length } of acronymsAt(stems, place))
      for (let at = place; at < place + length; at++) found[at]?.push(stem);
  });
  return found;
}

/** Other words stand beside the word itself; where it is nowhere, they stand for it. */
function withMeanings({ stems, sureness, readAs }: Reading, others: readonly number[]): Reading {
  const added = [...new Set(others)].filter((stem) => !stems.includes(stem));
  return {
    stems: [...stems, ...added],
    sureness: [...sureness, ...added.map(() => MEANING_SURENESS)],
    readAs: [...readAs, ...added.map(() => 'meaning' as const)],
  };
}

/** How many sections hold one of the stems, about: the largest list, or half of all together. */
function holding(stems: readonly number[], { frequencies }: Lexicon, sections: number): number {
  const counts = stems.map((stem) => frequencies[stem] ?? 0);
  if (counts.length === 0) return 0.5;
  const sum = counts.reduce((all, count) => all + count, 0);
  return Math.min(sections, counts.length > 1 ? Math.max(...counts, sum / 2) : sum);
}

type Reading = Pick<Slot, 'stems' | 'sureness' | 'readAs'>;

/** Its English stem and, for pages of other languages, the word itself. */
function wholeWord(word: string, { numbers }: Lexicon): Reading {
  const stems = [...new Set([stemOf(word), word])].flatMap((stem) => numbers.get(stem) ?? []);
  return { stems, sureness: stems.map(() => 1), readAs: stems.map(() => 'exact') };
}

/**
 * All that it may become. The likeliest (of most sections) is surest, so that what is first for half a word is first
 * for the word that was most likely meant; the word as it stands is surer than any longer one.
 */
function halfWord(word: string, lexicon: Lexicon): Reading {
  const whole = isStopWord(word) ? [] : wholeWord(word, lexicon).stems;
  const longer = completions(lexicon, word, COMPLETIONS[word.length - 1] ?? COMPLETIONS[2]).filter(
    (stem) => !whole.includes(stem),
  );
  const beside = whole.length > 0 ? 0.8 : 1;
  const often = (stem: number | undefined): number => lexicon.frequencies[stem ?? 0] ?? 0;
  const most = Math.max(1, often(longer[0]));
  return {
    stems: [...whole, ...longer],
    sureness: [...whole.map(() => 1), ...longer.map((stem) => beside * (0.7 + (0.3 * often(stem)) / most))],
    readAs: [...whole.map(() => 'exact' as const), ...longer.map(() => 'beginning' as const)],
  };
}

function misspelt(word: string, speller: () => Speller): Reading {
  const stems = speller().near(word);
  return { stems, sureness: stems.map(() => TYPO_SURENESS), readAs: stems.map(() => 'misspelt') };
}
