import { LIMITS } from '#domain/limits.ts';
import { stemOf } from './analyse.ts';
import { keepBest } from './best.ts';
import { type CountedPage, countAll, passes, SECTIONS_A_PAGE } from './facets.ts';
import { joinLexicon, type Lexicon } from './lexicon.ts';
import { fillPostings } from './postings.ts';
import { type ParsedQuery, parseQuery } from './query.ts';
import { createReranker } from './rerank.ts';
import type { Hit, Results, SearchOptions } from './results.ts';
import { createScorer, type ScoredPart, type Scorer, type Scores } from './scorer.ts';
import { type Segment, sectionText } from './segment.ts';
import { mark, snippet, type WordWorth } from './snippet.ts';
import { createSpeller, type Speller } from './typos.ts';

/** Ranks the sections of all its segments against a query. The same code in the app, the tool and the tests. */
export interface Engine {
  /** Adds a release; another release of the same pack goes. */
  readonly add: (segment: Segment) => void;
  readonly remove: (pack: string) => void;
  /** Sections that can be found. */
  readonly size: () => number;
  readonly search: (query: string, options?: SearchOptions) => Results;
}

const LIMIT = 50;
/** So many of the best are looked at again for the order of their words. */
const LOOKED_AT = 100;
/** A section answers when it holds words that carry this share of the query, or of the best answer if that is less. */
const HELD = 0.34;
/** The first hit of before stays first unless another is better by more than this. */
const HOLD = 0.6;

interface Part extends ScoredPart {
  /** Number of its first page among all. */
  readonly pageBase: number;
  readonly globals: Uint32Array;
}

/** All that is derived from the segments together. Made again at the first query after a change. */
interface Library {
  readonly parts: readonly Part[];
  readonly lexicon: Lexicon;
  readonly scorer: Scorer;
  readonly speller: () => Speller;
  readonly sections: number;
  readonly pages: number;
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
      held.set(segment.pack, { segment, postings: fillPostings(segment) });
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
  };
}

function createLibrary(held: readonly Pick<ScoredPart, 'segment' | 'postings'>[]): Library {
  const lexicon = joinLexicon(held);
  let sections = 0;
  let pages = 0;
  let headingStems = 0;
  const parts = held.map(({ segment, postings }, place): Part => {
    const part = {
      segment,
      postings,
      base: sections,
      pageBase: pages,
      globals: lexicon.globals[place] ?? new Uint32Array(),
    };
    sections += segment.size;
    pages += segment.pages.length;
    for (const length of segment.arrays.headings) headingStems += length;
    return part;
  });
  let speller: Speller | undefined;
  return {
    parts,
    lexicon,
    scorer: createScorer(parts, lexicon),
    speller: () => {
      speller ??= createSpeller(lexicon);
      return speller;
    },
    sections,
    pages,
    meanHeading: headingStems / sections || 1,
  };
}

function answer(library: Library, query: string, options: SearchOptions): Results {
  const { lexicon, scorer, speller, sections } = library;
  const parsed = parseQuery(query, options.complete ?? false, lexicon, speller, sections);
  const scores = scorer.score(parsed.slots);
  const least = leastHeld(parsed, scores);
  const pages = countPages(library, scores, least);
  const candidates = onePageThrice(holdFirst(looked(library, parsed, choose(library, scores, least, options)), options));
  const worth = wordWorth(parsed, lexicon);
  return {
    query: query.slice(0, LIMITS.query),
    ...countAll(pages, options),
    hits: candidates.slice(0, options.limit ?? LIMIT).map((candidate) => toHit(candidate, worth)),
  };
}

/** The sum of rarities that a section must hold to be an answer. */
function leastHeld({ slots }: ParsedQuery, { found, count, held }: Scores): number {
  const all = slots.reduce((sum, { stems, rarity }) => sum + (stems.length > 0 ? rarity : 0), 0);
  let most = 0;
  for (let place = 0; place < count; place++) most = Math.max(most, held[found[place] ?? 0] ?? 0);
  return Math.min(all * HELD, most) * 0.999;
}

/** Finds the part of a section by its number among all. */
function partOf(parts: readonly Part[], section: number): Part | undefined {
  return parts.findLast(({ base }) => base <= section);
}

function countPages({ parts, pages }: Library, { found, count, held }: Scores, least: number): readonly CountedPage[] {
  const sections = new Uint16Array(pages);
  for (let place = 0; place < count; place++) {
    const section = found[place] ?? 0;
    if ((held[section] ?? 0) < least) continue;
    const part = partOf(parts, section);
    if (!part) continue;
    const page = part.pageBase + (part.segment.arrays.pages[section - part.base] ?? 0);
    sections[page] = (sections[page] ?? 0) + 1;
  }
  return parts.flatMap(({ segment, pageBase }) =>
    segment.pages.flatMap(({ stage }, page) => {
      const answering = sections[pageBase + page] ?? 0;
      return answering > 0 ? [{ pack: segment.pack, stage, sections: answering }] : [];
    }),
  );
}

/** The best sections under the filters by their words alone. */
function choose(library: Library, scores: Scores, least: number, options: SearchOptions): readonly Candidate[] {
  const { parts } = library;
  const best = keepBest(Math.max(LOOKED_AT, (options.limit ?? LIMIT) * SECTIONS_A_PAGE));
  const allowed = new Map(
    parts.map((part) => [
      part,
      part.segment.pages.map(({ stage }) => passes({ pack: part.segment.pack, stage }, options)),
    ]),
  );
  for (let place = 0; place < scores.count; place++) {
    const section = scores.found[place] ?? 0;
    if ((scores.held[section] ?? 0) < least) continue;
    const part = partOf(parts, section);
    const page = part?.segment.arrays.pages[section - part.base] ?? 0;
    if (part && allowed.get(part)?.[page]) best.offer(section, scores.score[section] ?? 0);
  }
  return best.take().flatMap(({ number, score }) => {
    const part = partOf(parts, number);
    if (!part) return [];
    const section = number - part.base;
    return [{ part, section, page: part.pageBase + (part.segment.arrays.pages[section] ?? 0), score }];
  });
}

/** The first of them again, by the order of their words and by their headings too. */
function looked(library: Library, parsed: ParsedQuery, candidates: readonly Candidate[]): readonly Candidate[] {
  const { bonus } = createReranker(parsed, library.lexicon, library.meanHeading);
  return candidates
    .map((candidate, place) =>
      place < LOOKED_AT
        ? {
            ...candidate,
            score: candidate.score + bonus(candidate.part.segment, candidate.part.globals, candidate.section),
          }
        : candidate,
    )
    .sort((a, b) => b.score - a.score || a.part.base + a.section - b.part.base - b.section);
}

function holdFirst(candidates: readonly Candidate[], { hold }: SearchOptions): readonly Candidate[] {
  const [first] = candidates;
  if (!hold || !first) return candidates;
  const kept = candidates.find(
    ({ part: { segment }, section }) =>
      segment.pack === hold.pack &&
      segment.anchors[section] === hold.section &&
      segment.pages[segment.arrays.pages[section] ?? 0]?.id === hold.page,
  );
  if (!kept || kept.score < first.score * HOLD) return candidates;
  return [kept, ...candidates.filter((candidate) => candidate !== kept)];
}

function onePageThrice(candidates: readonly Candidate[]): readonly Candidate[] {
  const shown = new Map<number, number>();
  return candidates.filter(({ page }) => {
    const before = shown.get(page) ?? 0;
    shown.set(page, before + 1);
    return before < SECTIONS_A_PAGE;
  });
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
