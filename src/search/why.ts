import type { Explanation, Occurrence, WordPart } from './explain.ts';
import type { ReadAs } from './query.ts';

/** Where a word stands in a section. Surroundings: the headings above it; of a page, its path and its tags. */
type Field = 'heading' | 'title' | 'surroundings' | 'text';

/** Why a section answers a query: facts, for sentences in any language. */
export interface Why {
  /** Words of the section, each under the first field that has it, as they are written there. */
  readonly found: Readonly<Record<Field, readonly string[]>>;
  /** Words of the query that were read as others: `words` of the section. */
  readonly read: readonly {
    readonly word: string;
    readonly as: Exclude<ReadAs, 'exact'>;
    readonly words: readonly string[];
  }[];
  /** Words of the section that stand side by side in it as in the query. */
  readonly beside: readonly (readonly [first: string, second: string])[];
  /** Words that the query is about: those that only other sections of its page have, and those that its page does not have. */
  readonly elsewhere: readonly string[];
  readonly missing: readonly string[];
}

/** More would be a list, not a reason. */
const PAIRS = 2;
const READINGS = 3;

export function whyOf({ words, beside }: Explanation): Why {
  const found: Record<Field, string[]> = { heading: [], title: [], surroundings: [], text: [] };
  const read: Why['read'][number][] = [];
  // Nobody asks about the "I" of a question, or misses it.
  const subjects = words.filter(({ weight }) => weight >= 1);
  for (const part of subjects.length > 0 ? subjects : words) {
    const meant = meantBy(part);
    for (const one of meant) found[fieldOf(one)].push(nameOf(one, part));
    const as = meant[0]?.readAs ?? 'exact';
    if (as !== 'exact') read.push({ word: part.word, as, words: distinct(meant.map((one) => nameOf(one, part))) });
  }
  const nameIn = (word: string): string => {
    const part = words.find((one) => one.word === word);
    const [first] = part ? meantBy(part) : [];
    return part && first ? nameOf(first, part) : word;
  };
  const lacking = subjects.filter((part) => part.found.length === 0);
  return {
    found: {
      heading: distinct(found.heading),
      title: distinct(found.title),
      surroundings: distinct(found.surroundings),
      text: distinct(found.text),
    },
    read,
    beside: beside.slice(0, PAIRS).map(([first, second]) => [nameIn(first), nameIn(second)] as const),
    elsewhere: distinct(lacking.filter(({ page }) => page > 0).map(({ word }) => word)),
    missing: distinct(lacking.filter(({ page }) => page === 0).map(({ word }) => word)),
  };
}

/** A word that is there itself was not meant as the beginning of others. */
function meantBy({ found }: WordPart): readonly Occurrence[] {
  const exact = found.filter(({ readAs }) => readAs === 'exact');
  return exact.length > 0 ? exact : found.slice(0, READINGS);
}

function fieldOf({ heading, surroundings, inTitle }: Occurrence): Field {
  if (heading > 0) return 'heading';
  if (inTitle) return 'title';
  return surroundings > 0 ? 'surroundings' : 'text';
}

/** "Who" at the start of a heading is the "who" that was asked for. */
const nameOf = ({ written }: Occurrence, { word }: WordPart): string =>
  written.toLowerCase() === word.toLowerCase() ? word : written;

/** Each once, whatever its case. */
function distinct(words: readonly string[]): readonly string[] {
  return [...new Map(words.map((word) => [word.toLowerCase(), word] as const).reverse()).values()].reverse();
}
