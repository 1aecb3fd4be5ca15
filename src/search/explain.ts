import type { Lexicon } from './lexicon.ts';
import { MEANING_SURENESS, type ParsedQuery, type ReadAs, type Slot } from './query.ts';
import { type Bonus, bonusSum } from './rerank.ts';
import { type Segment, sectionText } from './segment.ts';
import { eachWord, stemOf } from './words/analyse.ts';

/** How often a section has a stem, by field. */
interface Counts {
  readonly heading: number;
  /** Of a section: the title of its page and the headings above it. Of a page: its path and its tags. */
  readonly surroundings: number;
  readonly text: number;
}

/** A stem that a word of the query was read as, and that the section has. */
export interface Occurrence extends Counts {
  readonly readAs: ReadAs;
  /** As it is written where the section has it first. */
  readonly written: string;
  /** The title of the section's page has it. */
  readonly inTitle: boolean;
}

/** What one word of the query does for a section. */
export interface WordPart {
  /** As it was typed. */
  readonly word: string;
  readonly rarity: number;
  /** How often it was asked for; less for words that questions are made of. */
  readonly weight: number;
  /** Surest reading first; empty when the section does not have it. */
  readonly found: readonly Occurrence[];
  /** What it adds to the score because the section has it, and because some section of its page has it. */
  readonly own: number;
  readonly page: number;
}

/** A score taken apart: it is the sum of every word's `own` and `page` and of the parts of the bonus. */
export interface Explanation {
  readonly words: readonly WordPart[];
  /** `null`: not among the best, which are looked at again. */
  readonly bonus: Omit<Bonus, 'beside'> | null;
  /** Words that stand side by side in it as in the query, as they were typed. */
  readonly beside: readonly (readonly [first: string, second: string])[];
  readonly score: number;
}

/** One section of a segment, and what its stem numbers are among all. */
interface Place {
  readonly lexicon: Lexicon;
  readonly segment: Segment;
  readonly globals: Uint32Array;
  readonly section: number;
}

export interface Explained extends Place {
  readonly parsed: ParsedQuery;
  /** What words are worth to the section: the scorer's own figures. */
  readonly worth: (slots: readonly Slot[]) => Pick<WordPart, 'own' | 'page'>;
  readonly bonus: Bonus | null;
}

/** Reckons nothing itself: the scorer is asked for one word at a time, the re-ranker has said its parts. */
export function explain({ parsed, worth, bonus, ...place }: Explained): Explanation {
  const counts = countStems(place);
  const spellings = spellingsOf(place);
  const typed = typedWords(parsed.text);
  const words = parsed.slots.map((slot): WordPart => {
    const word = typed.get(slot.word) ?? slot.word;
    const found = readings(slot, counts).flatMap(({ stem, readAs }): readonly Occurrence[] => {
      const count = counts.get(stem);
      const spelling = spellings.get(stem) ?? { written: word, inTitle: false };
      return count ? [{ readAs, ...spelling, ...count }] : [];
    });
    return { word, rarity: slot.rarity, weight: slot.weight, found, ...worth([slot]) };
  });
  const wordAt = (slot: number): string => words[slot]?.word ?? '';
  const sum = words.reduce((all, { own, page }) => all + own + page, 0);
  if (!bonus) return { words, bonus, beside: [], score: sum };
  const { beside, ...parts } = bonus;
  return {
    words,
    bonus: parts,
    beside: beside.map(({ first, second }) => [wordAt(first), wordAt(second)] as const),
    score: sum + bonusSum(bonus),
  };
}

/** Surest first. What a letter word stands for is there when all its words are. */
function readings(
  { stems, sureness, readAs, together }: Slot,
  counts: ReadonlyMap<number, Counts>,
): readonly { readonly stem: number; readonly readAs: ReadAs }[] {
  const said = together.filter((all) => all.every((stem) => counts.has(stem)));
  return [
    ...stems.map((stem, place) => ({ stem, readAs: readAs[place] ?? 'exact', sure: sureness[place] ?? 1 })),
    ...said.flat().map((stem) => ({ stem, readAs: 'meaning' as const, sure: MEANING_SURENESS })),
  ].sort((a, b) => b.sure - a.sure);
}

function countStems({ segment: { arrays }, globals, section }: Place): ReadonlyMap<number, Counts> {
  const from = arrays.starts[section] ?? 0;
  const to = arrays.starts[section + 1] ?? from;
  const headingEnd = from + (arrays.headings[section] ?? 0);
  const textStart = headingEnd + (arrays.surroundings[section] ?? 0);
  const counts = new Map<number, { -readonly [field in keyof Counts]: number }>();
  for (let at = from; at < to; at++) {
    const stem = globals[arrays.stream[at] ?? 0] ?? 0;
    const count = counts.get(stem) ?? { heading: 0, surroundings: 0, text: 0 };
    count[at < headingEnd ? 'heading' : at < textStart ? 'surroundings' : 'text'] += 1;
    counts.set(stem, count);
  }
  return counts;
}

/** How each stem is written in the section's heading, its page's title or its text, the first that has it. */
function spellingsOf({
  lexicon: { numbers },
  segment,
  section,
}: Place): ReadonlyMap<number, Pick<Occurrence, 'written' | 'inTitle'>> {
  const spellings = new Map<number, { readonly written: string; inTitle: boolean }>();
  const read = (text: string, isTitle: boolean) =>
    eachWord(text, (word, start, end) => {
      const stem = numbers.get(stemOf(word)) ?? numbers.get(word);
      if (stem === undefined) return;
      const known = spellings.get(stem);
      if (known) known.inTitle ||= isTitle;
      else spellings.set(stem, { written: text.slice(start, end), inTitle: isTitle });
    });
  read(segment.headings[section] ?? '', false);
  read(segment.pages[segment.arrays.pages[section] ?? 0]?.title ?? '', true);
  read(sectionText(segment, section), false);
  return spellings;
}

/** What the analyser makes of a query's words, to what was typed. */
function typedWords(query: string): ReadonlyMap<string, string> {
  const typed = new Map<string, string>();
  eachWord(query, (word, start, end) => {
    if (!typed.has(word)) typed.set(word, query.slice(start, end));
  });
  return typed;
}
