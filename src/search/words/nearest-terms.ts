import type { GlossaryTerm } from '#domain/glossary.ts';
import { isQuestionWord, stemOf, wordsOf } from './analyse.ts';
import { edits } from './typos.ts';

const MOST = 2;
/** What a shared word is worth in each part of an entry. */
const IN_TERM = 3;
const IN_EXPANSION = 2;
const IN_MEANING = 1;
/** What a slip of the keys in the term itself leaves of its worth. */
const MISSPELT = 0.7;

/** Entries that are read in one go: some milliseconds. */
const BETWEEN_RESTS = 50;
const noRest = async (): Promise<void> => undefined;

interface Read {
  readonly entry: GlossaryTerm;
  readonly name: string;
  readonly term: ReadonlySet<string>;
  readonly expansion: ReadonlySet<string>;
  readonly meaning: ReadonlySet<string>;
}

/** Each entry is read once, however many questions find nothing. */
const known = new WeakMap<GlossaryTerm, Read>();
function read(entry: GlossaryTerm): Read {
  const before = known.get(entry);
  if (before) return before;
  const made = {
    entry,
    name: wordsOf(entry.term).join(' '),
    term: stems(entry.term),
    expansion: stems(entry.expansion),
    meaning: stems(`${entry.meaning} ${entry.see_also.join(' ')}`),
  };
  known.set(entry, made);
  return made;
}

/** The entries of the glossary that share most with a query, rare words first; none where no word is shared. */
export async function nearestTerms(
  query: string,
  terms: readonly GlossaryTerm[],
  rest: () => Promise<void> = noRest,
): Promise<readonly GlossaryTerm[]> {
  const asked = [...new Set(wordsOf(query).filter((word) => !isQuestionWord(word)))];
  const entries: Read[] = [];
  for (const entry of terms) {
    if (entries.length % BETWEEN_RESTS === BETWEEN_RESTS - 1) await rest();
    entries.push(read(entry));
  }
  const worths = asked.map((word) => {
    const stem = stemOf(word);
    const worth = entries.map(({ name, term, expansion, meaning }) => {
      if (term.has(stem)) return IN_TERM;
      if (expansion.has(stem)) return IN_EXPANSION;
      if (meaning.has(stem)) return IN_MEANING;
      return word.length > 2 && edits(word, name, 1) <= 1 ? IN_TERM * MISSPELT : 0;
    });
    const holding = worth.filter((one) => one > 0).length;
    return worth.map((one) => one * Math.log(1 + entries.length / (holding || 1)));
  });
  return entries
    .map(({ entry }, place) => ({ entry, worth: worths.reduce((sum, of) => sum + (of[place] ?? 0), 0) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

const stems = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter((word) => !isQuestionWord(word))
      .map((word) => stemOf(word)),
  );
