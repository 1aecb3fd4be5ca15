import { countAll } from './facets.ts';
import type { Lexicon } from './lexicon.ts';
import type { Library } from './library.ts';
import { readOperators } from './operators.ts';
import type { Slot } from './query.ts';
import { answering, ask, countKinds } from './ranking.ts';
import type { Suggestion, Suggestions } from './results.ts';
import { eachWord, isQuestionWord, isStopWord, stemOf } from './words/analyse.ts';
import { edits } from './words/typos.ts';

const SPELLINGS = 3;
/** Of a longer question the first parts. */
const MOST_PARTS = 8;
const MOST_MISSING = 3;
/** A quotation with its marks, or what stands between spaces. */
const PART = /-?["“”][^"“”]*["“”]|\S+/g;

/** Words of the query that are on no page, and near none that is. */
export const missingWords = (slots: readonly Slot[]): readonly string[] =>
  slots
    .filter(({ word, stems, together }) => stems.length + together.length === 0 && !isQuestionWord(word))
    .map(({ word }) => word);

/** @param found how many sections answer the query without filters */
export function suggest(library: Library, query: string, missing: readonly string[], found: number): Suggestions {
  const counted = (queries: readonly string[]): readonly Suggestion[] =>
    [...new Set(queries)]
      .filter((one) => one !== query)
      .map((one) => ({ query: one, total: countOf(library, one) }))
      .filter(({ total }) => total > 0);
  const nothing = found === 0;
  return {
    spelt: counted(spellings(query, missing.slice(0, MOST_MISSING), library.lexicon)),
    fewer: nothing ? [...counted(shorter(query))].sort((a, b) => b.total - a.total) : [],
    plain: (nothing ? counted([readOperators(query).text.replace(/\s+/g, ' ').trim()])[0] : undefined) ?? null,
  };
}

function countOf(library: Library, query: string): number {
  const answers = answering(library, ask(library, query, { complete: true }));
  return countAll(countKinds(library, answers), {}).total;
}

function shorter(query: string): readonly string[] {
  const parts = query.match(PART) ?? [];
  if (parts.length < 2) return [];
  return parts.slice(0, MOST_PARTS).map((_, left) => parts.filter((_part, at) => at !== left).join(' '));
}

/** Of one missing word the nearest few; of several the nearest of each, in one query. */
function spellings(query: string, missing: readonly string[], lexicon: Lexicon): readonly string[] {
  const nearest = new Map(missing.map((word) => [word, nearestWords(word, lexicon)]));
  const known = missing.filter((word) => (nearest.get(word)?.length ?? 0) > 0);
  if (known.length === 0) return [];
  const turns = known.length === 1 ? SPELLINGS : 1;
  return Array.from({ length: turns }, (_, turn) => replaced(query, (word) => nearest.get(word)?.[turn] ?? null));
}

function replaced(query: string, instead: (word: string) => string | null): string {
  let out = '';
  let from = 0;
  eachWord(query, (word, start, end) => {
    const other = start < from ? null : instead(word);
    if (other === null) return;
    out += query.slice(from, start) + other;
    from = end;
  });
  return out + query.slice(from);
}

/** A wider net than the engine's own: the word as two that were run together, then more edits. */
function nearestWords(word: string, lexicon: Lexicon): readonly string[] {
  const most = word.length < 4 ? 0 : word.length === 4 ? 1 : word.length < 8 ? 2 : 3;
  const found = new Map<string, { readonly distance: number; readonly often: number }>();
  for (const { words, wordStems } of lexicon.lists)
    words.forEach((other, place) => {
      if (Math.abs(other.length - word.length) > most || isStopWord(other)) return;
      const distance = edits(word, other, most);
      if (distance > most) return;
      // People rarely get the first letter wrong.
      const doubt = distance + (other[0] === word[0] ? 0 : 0.5);
      found.set(other, { distance: doubt, often: lexicon.frequencies[wordStems[place] ?? 0] ?? 0 });
    });
  const near = [...found]
    .sort(([one, a], [other, b]) => a.distance - b.distance || b.often - a.often || (one < other ? -1 : 1))
    .map(([other]) => other);
  return [...apart(word, lexicon), ...near].slice(0, SPELLINGS);
}

function apart(word: string, { numbers }: Lexicon): readonly string[] {
  const isKnown = (part: string): boolean => numbers.has(stemOf(part)) || numbers.has(part);
  for (let at = word.length - 2; at >= 2; at--) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    const subjects = [first, second].filter((part) => !isStopWord(part));
    if (subjects.length > 0 && subjects.every((part) => part.length > 2 && isKnown(part)))
      return [`${first} ${second}`];
  }
  return [];
}
