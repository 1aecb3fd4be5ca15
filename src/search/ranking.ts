import { keepBest } from './best.ts';
import { meetsAll } from './demands.ts';
import { type CountedKind, passes, SECTIONS_A_PAGE } from './facets.ts';
import { type Answers, isAt, type Library, type Place } from './library.ts';
import { type Demands, demandsNothing, readOperators } from './operators.ts';
import { type ParsedQuery, parseQuery } from './query.ts';
import { bonusSum, createReranker } from './rerank.ts';
import type { SearchOptions } from './results.ts';
import type { Scores } from './scorer.ts';

const LIMIT = 50;
/** So many of the best are looked at again for the order of their words. */
export const LOOKED_AT = 50;
/** What the rest of its page adds to a section. */
const PAGE = 0.25;
/** A section that lacks words of the query answers when its score is this share of the best one's. */
const CUT = 0.35;
/** What a page's second section is worth beside its first, and the third beside the second. */
const NEXT_OF_PAGE = 0.7;
/** The first hit of before stays first unless it is worth less than this share of the best. */
const HOLD = 0.6;

export interface Asked {
  readonly parsed: ParsedQuery;
  readonly demands: Demands;
}

export interface Candidate extends Place {
  readonly page: number;
  readonly score: number;
}

export function ask(library: Library, query: string, { complete = false }: SearchOptions): Asked {
  const { text, demands } = readOperators(query);
  return { parsed: parseQuery(text, complete, library), demands };
}

/** The hits in the order in which they are shown. */
export function rank(library: Library, asked: Asked, answers: Answers, options: SearchOptions): readonly Candidate[] {
  const best = looked(library, asked.parsed, choose(library, answers, options));
  return holdFirst(onePageThrice(best), options).slice(0, options.limit ?? LIMIT);
}

/** What the rest of its page adds to a section. */
export const pageShare = ({ pageScore, pageOf }: Scores, section: number): number =>
  PAGE * (pageScore[pageOf[section] ?? 0] ?? 0);

export const reranker = ({ lexicon, meanHeading, sections }: Library, parsed: ParsedQuery) =>
  createReranker(parsed, lexicon, meanHeading, sections);

/** All words are there, or it is not much worse than the best; and all demands are met. Filters play no part in it. */
export function answering(library: Library, { parsed: { slots }, demands }: Asked): Answers {
  const scored = library.scorer.score(slots);
  const { found, count, score, held, pageOf, pageScore } = scored;
  const { hidden } = library;
  const isDemanded = demandsNothing(demands) ? null : demandedOf(library, demands);
  const all = slots.reduce((sum, { rarity }) => sum + rarity, 0) * 0.999;
  const { sections, pages, scores } = library.answers;
  let top = 0;
  for (let place = 0; place < count; place++) {
    const section = found[place] ?? 0;
    const page = pageOf[section] ?? 0;
    if ((hidden && hidden[page] === 1) || (isDemanded && !isDemanded(section))) {
      scores[place] = 0;
      continue;
    }
    const value = (score[section] ?? 0) + PAGE * (pageScore[page] ?? 0);
    scores[place] = value;
    if (value > top) top = value;
  }
  const least = top * CUT;
  let size = 0;
  for (let place = 0; place < count; place++) {
    const section = found[place] ?? 0;
    const value = scores[place] ?? 0;
    if (value === 0 || (value < least && (held[section] ?? 0) < all)) continue;
    sections[size] = section;
    pages[size] = pageOf[section] ?? 0;
    scores[size++] = value;
  }
  return { sections: sections.subarray(0, size), pages: pages.subarray(0, size), scores: scores.subarray(0, size) };
}

function demandedOf(library: Library, demands: Demands): (section: number) => boolean {
  const meets = meetsAll(demands, library.lexicon);
  return (number) => {
    const { part, section } = sectionAt(library, number);
    return meets(part.segment, part.globals, section);
  };
}

function sectionAt({ parts }: Library, number: number): Place {
  const part = parts.findLast(({ base }) => base <= number);
  if (!part) throw new Error(`There is no section ${number}`);
  return { part, section: number - part.base };
}

/** How many answers each kind of page has; a page counts for a few at most. */
export function countKinds({ kinds, kindOf }: Library, { pages }: Answers): readonly CountedKind[] {
  const ofPage = new Uint8Array(kindOf.length);
  const ofKind = new Uint32Array(kinds.length);
  for (const page of pages) {
    const before = ofPage[page] ?? 0;
    if (before === SECTIONS_A_PAGE) continue;
    ofPage[page] = before + 1;
    const kind = kindOf[page] ?? 0;
    ofKind[kind] = (ofKind[kind] ?? 0) + 1;
  }
  return kinds.flatMap((facts, kind) => (ofKind[kind] ? [{ facts, sections: ofKind[kind] }] : []));
}

/** The best sections under the filters by their words alone. */
export function choose(library: Library, answers: Answers, options: SearchOptions): readonly Candidate[] {
  const { kinds, kindOf } = library;
  const best = keepBest(Math.max(LOOKED_AT, (options.limit ?? LIMIT) * SECTIONS_A_PAGE));
  const allowed = Uint8Array.from(kinds, (facts) => (passes(facts, options) ? 1 : 0));
  const { sections, pages, scores } = answers;
  for (let place = 0; place < sections.length; place++) {
    if (allowed[kindOf[pages[place] ?? 0] ?? 0] === 1) best.offer(sections[place] ?? 0, scores[place] ?? 0);
  }
  return best.take().map(({ number, score }) => {
    const { part, section } = sectionAt(library, number);
    return { part, section, page: part.pageBase + (part.segment.arrays.pages[section] ?? 0), score };
  });
}

/** The first of them again, by the order of their words and by their headings too. */
function looked(library: Library, parsed: ParsedQuery, candidates: readonly Candidate[]): readonly Candidate[] {
  const { bonus } = reranker(library, parsed);
  return candidates
    .map((candidate, place) => {
      const { part, section, score } = candidate;
      return place < LOOKED_AT
        ? { ...candidate, score: score + bonusSum(bonus(part.segment, part.globals, section)) }
        : candidate;
    })
    .sort((a, b) => b.score - a.score || a.part.base + a.section - b.part.base - b.section);
}

/** While a word is being completed, the hit that was first stays first if it still answers well. */
function holdFirst(candidates: readonly Candidate[], { hold }: SearchOptions): readonly Candidate[] {
  const [first] = candidates;
  if (!hold || !first) return candidates;
  const kept = candidates.find(({ part, section }) => isAt(part.segment, section, hold));
  if (!kept || kept.score < first.score * HOLD) return candidates;
  return [kept, ...candidates.filter((candidate) => candidate !== kept)];
}

/** Three sections of a page at most, the second and third further down, so that one page does not fill the list. */
function onePageThrice(candidates: readonly Candidate[]): readonly Candidate[] {
  const shown = new Map<number, number>();
  return candidates
    .flatMap((candidate, place) => {
      const before = shown.get(candidate.page) ?? 0;
      shown.set(candidate.page, before + 1);
      return before < SECTIONS_A_PAGE ? [{ candidate, place, score: candidate.score * NEXT_OF_PAGE ** before }] : [];
    })
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ candidate }) => candidate);
}
