import type { PageFacts } from './facets.ts';
import { joinLexicon, type Lexicon } from './lexicon.ts';
import { createMeanings, type Meanings } from './meanings.ts';
import type { HitAddress } from './results.ts';
import { createScorer, type ScoredPart, type Scorer } from './scorer.ts';
import type { Segment } from './segment.ts';
import type { IndexedPage } from './segment-builder.ts';
import { createSpeller, type Speller } from './typos.ts';

export interface Part extends ScoredPart {
  readonly globals: Uint32Array;
}

/** Sections that answer, in no order, and their pages among all. To be read before the next query: the lists are used again. */
export interface Answers {
  readonly sections: Uint32Array;
  readonly pages: Uint32Array;
  readonly scores: Float32Array;
}

/** All that is derived from the segments together. Made again at the first query after a change. */
export interface Library {
  readonly parts: readonly Part[];
  readonly lexicon: Lexicon;
  readonly meanings: Meanings;
  readonly scorer: Scorer;
  readonly speller: () => Speller;
  readonly sections: number;
  /** What pages are filtered by; pages that are alike share a kind. */
  readonly kinds: readonly PageFacts[];
  /** Kind of each page of all parts, in one list. */
  readonly kindOf: Uint32Array;
  readonly audiences: ReadonlySet<string>;
  readonly meanHeading: number;
  /** Room for what answers a query, one place for each section; used again by the next query. */
  readonly answers: Answers;
  /** 1 for each page that does not count; `null` where all do. */
  readonly hidden: Uint8Array | null;
}

/** A section of one part. */
export interface Place {
  readonly part: Part;
  readonly section: number;
}

/** An opened segment, and the ids of its pages that do not count (any more). */
export interface HeldPart extends Pick<ScoredPart, 'segment' | 'postings'> {
  readonly hidden: ReadonlySet<string>;
}

export function createLibrary(held: readonly HeldPart[]): Library {
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
  const { kinds, kindOf } = kindsOf(parts, pages);
  let speller: Speller | undefined;
  return {
    parts,
    lexicon,
    meanings: createMeanings(
      lexicon,
      held.flatMap(({ segment }) => segment.acronyms),
      new Set(held.flatMap(({ segment }) => segment.welsh)),
    ),
    scorer: createScorer(parts, lexicon),
    speller: () => {
      speller ??= createSpeller(lexicon);
      return speller;
    },
    sections,
    kinds,
    kindOf,
    audiences: new Set(kinds.flatMap(({ audience }) => audience)),
    meanHeading: headingStems / sections || 1,
    hidden: hiddenOf(held),
    answers: {
      sections: new Uint32Array(sections),
      pages: new Uint32Array(sections),
      scores: new Float32Array(sections),
    },
  };
}

function hiddenOf(held: readonly HeldPart[]): Uint8Array | null {
  if (held.every(({ hidden }) => hidden.size === 0)) return null;
  return Uint8Array.from(
    held.flatMap(({ segment, hidden }) => segment.pages.map(({ id }) => (hidden.has(id) ? 1 : 0))),
  );
}

/** A large library has many pages and few kinds: filters are tried and counted by kind. */
function kindsOf(parts: readonly Part[], size: number): Pick<Library, 'kinds' | 'kindOf'> {
  const kinds: PageFacts[] = [];
  const kindOf = new Uint32Array(size);
  const known = new Map<string, number>();
  for (const { segment, pageBase } of parts) {
    segment.pages.forEach((page, place) => {
      const facts = factsOf(segment.pack, page);
      const key = JSON.stringify(facts);
      let kind = known.get(key);
      if (kind === undefined) {
        kind = kinds.length;
        known.set(key, kind);
        kinds.push(facts);
      }
      kindOf[pageBase + place] = kind;
    });
  }
  return { kinds, kindOf };
}

const factsOf = (pack: string, { stage, audience, reviewed }: IndexedPage): PageFacts => ({
  pack,
  stage,
  audience: [...new Set(audience)],
  ...(reviewed ? { reviewed } : {}),
});

export function placeOf({ parts, hidden }: Library, hit: HitAddress): Place | null {
  for (const part of parts) {
    if (part.segment.pack !== hit.pack) continue;
    for (let section = 0; section < part.segment.size; section++) {
      const page = part.pageBase + (part.segment.arrays.pages[section] ?? 0);
      if (isAt(part.segment, section, hit) && hidden?.[page] !== 1) return { part, section };
    }
  }
  return null;
}

export const isAt = (segment: Segment, section: number, hit: HitAddress): boolean =>
  segment.anchors[section] === hit.section &&
  segment.pack === hit.pack &&
  segment.pages[segment.arrays.pages[section] ?? 0]?.id === hit.page;
