import { LIMITS } from '#domain/limits.ts';
import { stemOf } from './analyse.ts';
import { keepBest } from './best.ts';
import { type Explanation, explain } from './explain.ts';
import { type CountedPage, countAll, type PageFacts, passes, SECTIONS_A_PAGE } from './facets.ts';
import { joinLexicon, type Lexicon } from './lexicon.ts';
import { openPostings } from './postings.ts';
import { type ParsedQuery, parseQuery, type Slot } from './query.ts';
import { bonusSum, createReranker } from './rerank.ts';
import type { Hit, HitAddress, Results, SearchOptions } from './results.ts';
import { createScorer, type ScoredPart, type Scorer, type Scores } from './scorer.ts';
import { type Segment, sectionText } from './segment.ts';
import type { IndexedPage } from './segment-builder.ts';
import { mark, snippet, type WordWorth } from './snippet.ts';
import { createSpeller, type Speller } from './typos.ts';
import { type Why, whyOf } from './why.ts';

/** Ranks the sections of all its segments against a query. The same code in the app, the tool and the tests. */
export interface Engine {
  /** Adds a release; another release of the same pack goes. */
  readonly add: (segment: Segment) => void;
  readonly remove: (pack: string) => void;
  /** Sections that can be found. */
  readonly size: () => number;
  readonly search: (query: string, options?: SearchOptions) => Results;
  /** The parts of a hit's score; `null` when the same query and options do not find it. */
  readonly explain: (query: string, hit: HitAddress, options?: SearchOptions) => Explanation | null;
  /** Why a section answers, `null` when it is not there (any more). Filters make no difference. */
  readonly why: (query: string, hit: HitAddress, options?: Pick<SearchOptions, 'complete'>) => Why | null;
}

const LIMIT = 50;
/** So many of the best are looked at again for the order of their words. */
const LOOKED_AT = 100;
/** What the rest of its page adds to a section. */
const PAGE = 0.25;
/** A section that lacks words of the query answers when its score is this share of the best one's. */
const CUT = 0.35;
/** What a page's second section is worth beside its first, and the third beside the second. */
const NEXT_OF_PAGE = 0.7;
/** The first hit of before stays first unless it is worth less than this share of the best. */
const HOLD = 0.6;

interface Part extends ScoredPart {
  readonly globals: Uint32Array;
}

/** All that is derived from the segments together. Made again at the first query after a change. */
interface Library {
  readonly parts: readonly Part[];
  readonly lexicon: Lexicon;
  readonly scorer: Scorer;
  readonly speller: () => Speller;
  readonly sections: number;
  /** Of all parts, one list. */
  readonly pages: readonly PageFacts[];
  readonly audiences: ReadonlySet<string>;
  readonly meanHeading: number;
}

interface Candidate {
  readonly part: Part;
  readonly section: number;
  readonly page: number;
  readonly score: number;
}

export function createEngine(): Engine {
  const held = new Map<string, Pick<ScoredPart, 'segment' | 'postings'>>();
  let library: Library | null = null;

  return {
    add(segment) {
      held.set(segment.pack, { segment, postings: openPostings(segment) });
      library = null;
    },
    remove(pack) {
      if (held.delete(pack)) library = null;
    },
    size: () => [...held.values()].reduce((sum, { segment }) => sum + segment.size, 0),
    search(query, options = {}) {
      library ??= createLibrary([...held.values()]);
      return answer(library, query, options);
    },
    explain(query, hit, options = {}) {
      library ??= createLibrary([...held.values()]);
      return explainHit(library, query, hit, options);
    },
    why(query, hit, options = {}) {
      library ??= createLibrary([...held.values()]);
      const place = placeOf(library, hit);
      return place && whyOf(takeApart(library, parse(library, query, options), place, true));
    },
  };
}

function createLibrary(held: readonly Pick<ScoredPart, 'segment' | 'postings'>[]): Library {
  const lexicon = joinLexicon(held);
  let sections = 0;
  let pages = 0;
  let headingStems = 0;
  const parts = held.map(({ segment, postings }, place): Part => {
    const globals = lexicon.globals[place] ?? new Uint32Array();
    const part = { segment, postings, base: sections, pageBase: pages, globals };
    sections += segment.size;
    pages += segment.pages.length;
    for (const length of segment.arrays.headings) headingStems += length;
    return part;
  });
  let speller: Speller | undefined;
  const facts = parts.flatMap(({ segment: { pack, pages } }) => pages.map((page): PageFacts => factsOf(pack, page)));
  return {
    parts,
    lexicon,
    scorer: createScorer(parts, lexicon),
    speller: () => {
      speller ??= createSpeller(lexicon);
      return speller;
    },
    sections,
    pages: facts,
    audiences: new Set(facts.flatMap(({ audience }) => audience)),
    meanHeading: headingStems / sections || 1,
  };
}

const factsOf = (pack: string, { stage, audience, reviewed }: IndexedPage): PageFacts => ({
  pack,
  stage,
  audience: [...new Set(audience)],
  ...(reviewed ? { reviewed } : {}),
});

function answer(library: Library, query: string, options: SearchOptions): Results {
  const { lexicon, scorer } = library;
  const parsed = parse(library, query, options);
  const answers = answering(parsed, scorer.score(parsed.slots));
  const worth = wordWorth(parsed, lexicon);
  const best = looked(library, parsed, choose(library, answers, options));
  const shown = holdFirst(onePageThrice(best), options).slice(0, options.limit ?? LIMIT);
  return {
    query: query.slice(0, LIMITS.query),
    ...countAll(countPages(library, answers), options, library.audiences),
    hits: shown.map((candidate) => toHit(candidate, worth)),
  };
}

const parse = ({ lexicon, speller, sections }: Library, query: string, { complete = false }: SearchOptions) =>
  parseQuery(query, complete, lexicon, speller, sections);

function placeOf({ parts }: Library, hit: HitAddress): Pick<Candidate, 'part' | 'section'> | null {
  const part = parts.find(({ segment }) => segment.pack === hit.pack);
  if (!part) return null;
  for (let section = 0; section < part.segment.size; section++) {
    if (isAt(part.segment, section, hit)) return { part, section };
  }
  return null;
}

const isAt = (segment: Segment, section: number, hit: HitAddress): boolean =>
  segment.anchors[section] === hit.section &&
  segment.pack === hit.pack &&
  segment.pages[segment.arrays.pages[section] ?? 0]?.id === hit.page;

function explainHit(library: Library, query: string, hit: HitAddress, options: SearchOptions): Explanation | null {
  const parsed = parse(library, query, options);
  const candidates = choose(library, answering(parsed, library.scorer.score(parsed.slots)), options);
  const place = candidates.findIndex(({ part, section }) => isAt(part.segment, section, hit));
  const candidate = candidates[place];
  return candidate ? takeApart(library, parsed, candidate, place < LOOKED_AT) : null;
}

function takeApart(
  library: Library,
  parsed: ParsedQuery,
  { part, section }: Pick<Candidate, 'part' | 'section'>,
  isLookedAt: boolean,
): Explanation {
  const { lexicon, scorer } = library;
  const { segment, globals } = part;
  const worth = (slots: readonly Slot[]) => {
    const scores = scorer.score(slots);
    return { own: scores.score[part.base + section] ?? 0, page: pageShare(scores, part.base + section) };
  };
  const bonus = isLookedAt ? reranker(library, parsed).bonus(segment, globals, section) : null;
  return explain({ parsed, lexicon, segment, globals, section, worth, bonus });
}

const reranker = ({ lexicon, meanHeading, sections }: Library, parsed: ParsedQuery) =>
  createReranker(parsed, lexicon, meanHeading, sections);

/** What the rest of its page adds to a section. */
const pageShare = ({ pageScore, pageOf }: Scores, section: number): number =>
  PAGE * (pageScore[pageOf[section] ?? 0] ?? 0);

interface Answers {
  readonly sections: Uint32Array;
  readonly pages: Uint32Array;
  readonly scores: Float32Array;
}

/** Sections that answer: all words are there, or it is not much worse than the best. Filters play no part in it. */
function answering({ slots }: ParsedQuery, scored: Scores): Answers {
  const { found, count, score, held, pageOf } = scored;
  const all = slots.reduce((sum, { rarity }) => sum + rarity, 0) * 0.999;
  const scores = new Float32Array(count);
  let top = 0;
  for (let place = 0; place < count; place++) {
    const section = found[place] ?? 0;
    const value = (score[section] ?? 0) + pageShare(scored, section);
    scores[place] = value;
    if (value > top) top = value;
  }
  const sections = new Uint32Array(count);
  const pages = new Uint32Array(count);
  let size = 0;
  for (let place = 0; place < count; place++) {
    const section = found[place] ?? 0;
    const value = scores[place] ?? 0;
    if (value < top * CUT && (held[section] ?? 0) < all) continue;
    sections[size] = section;
    pages[size] = pageOf[section] ?? 0;
    scores[size++] = value;
  }
  return { sections: sections.subarray(0, size), pages: pages.subarray(0, size), scores: scores.subarray(0, size) };
}

function countPages({ pages }: Library, answers: Answers): readonly CountedPage[] {
  const sections = new Uint32Array(pages.length);
  for (const page of answers.pages) sections[page] = (sections[page] ?? 0) + 1;
  const counted: CountedPage[] = [];
  for (let number = 0; number < pages.length; number++) {
    const page = pages[number];
    const count = sections[number] ?? 0;
    if (page && count > 0) counted.push({ page, sections: count });
  }
  return counted;
}

/** The best sections under the filters by their words alone. */
function choose({ parts, pages }: Library, answers: Answers, options: SearchOptions): readonly Candidate[] {
  const best = keepBest(Math.max(LOOKED_AT, (options.limit ?? LIMIT) * SECTIONS_A_PAGE));
  const allowed = Uint8Array.from(pages, (page) => (passes(page, options) ? 1 : 0));
  for (let place = 0; place < answers.sections.length; place++) {
    if (allowed[answers.pages[place] ?? 0] === 1) best.offer(answers.sections[place] ?? 0, answers.scores[place] ?? 0);
  }
  return best.take().flatMap(({ number, score }) => {
    const part = parts.findLast(({ base }) => base <= number);
    if (!part) return [];
    const section = number - part.base;
    return [{ part, section, page: part.pageBase + (part.segment.arrays.pages[section] ?? 0), score }];
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

/** What the marks and the snippet go by: the stems of the query, however the word is written. */
function wordWorth({ slots }: ParsedQuery, { numbers }: Lexicon): WordWorth {
  const worth = new Map<number, number>();
  for (const { stems, rarity } of slots) {
    for (const stem of stems) worth.set(stem, Math.max(worth.get(stem) ?? 0, rarity + 0.01));
  }
  const known = new Map<string, number>();
  return (word) => {
    let value = known.get(word);
    if (value === undefined) {
      value = worth.get(numbers.get(stemOf(word)) ?? -1) ?? worth.get(numbers.get(word) ?? -1) ?? 0;
      known.set(word, value);
    }
    return value;
  };
}

function toHit({ part, section, score }: Candidate, worth: WordWorth): Hit {
  const { segment } = part;
  const {
    id = '',
    path = '',
    title = '',
    stage = [],
    reviewed,
    checkBy,
  } = segment.pages[segment.arrays.pages[section] ?? 0] ?? {};
  const heading = segment.headings[section] ?? '';
  return {
    pack: segment.pack,
    packTitle: segment.packTitle,
    release: segment.release,
    page: id,
    path,
    section: segment.anchors[section] ?? '',
    title,
    heading,
    level: segment.arrays.levels[section] ?? 1,
    stage,
    ...(reviewed ? { reviewed } : {}),
    ...(checkBy ? { checkBy } : {}),
    score,
    titleRuns: mark(title, worth),
    headingRuns: mark(heading, worth),
    snippet: snippet(sectionText(segment, section), worth),
  };
}
