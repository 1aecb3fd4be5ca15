import { type Base, segmentsOf, wordsOf } from './base.ts';
import type { PageFacts } from './facets.ts';
import { joinKinds } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import type { HitAddress } from './results.ts';
import { createScorer, type ScoredPart, type Scorer } from './scorer.ts';
import type { Segment } from './segment.ts';
import { createMeanings, type Meanings } from './words/meanings.ts';
import { createSpeller, type Speller } from './words/typos.ts';

interface Part extends ScoredPart {
  readonly globals: Uint32Array;
}

/** Sections that answer, in no order, and their pages among all. To be read before the next query: the lists are used again. */
export interface Answers {
  readonly sections: Uint32Array;
  readonly pages: Uint32Array;
  readonly scores: Float32Array;
}

/** All that is derived from the segments together. Made again at the first query after a change, of what the base has. */
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

export type OpenPart = Pick<ScoredPart, 'segment' | 'postings'>;

export interface HeldPart extends OpenPart {
  /** 1 for each page that does not count (any more); `null` where all do. */
  readonly hidden: Uint8Array | null;
}

/** @param own the parts of the base, in its order */
export function createLibrary(base: Base, own: readonly HeldPart[], over: readonly HeldPart[]): Library {
  const lexicon = base.lexiconWith(over);
  const held = [...own, ...over];
  let sections = 0;
  let pages = 0;
  const parts = held.map(({ segment, postings }, place): Part => {
    const globals = lexicon.globals[place] ?? new Uint32Array();
    const part = { segment, postings, base: sections, pageBase: pages, globals };
    sections += segment.size;
    pages += segment.pages.length;
    return part;
  });
  const { kinds, kindOf } = joinKinds(segmentsOf(over), base.kinds);
  const layered = wordsOf(segmentsOf(over));
  let speller: Speller | undefined;
  return {
    parts,
    lexicon,
    meanings: createMeanings(lexicon, [...base.letterWords, ...layered.letterWords], [...base.welsh, ...layered.welsh]),
    scorer: createScorer(parts, lexicon),
    speller: () => {
      speller ??= createSpeller(lexicon);
      return speller;
    },
    sections,
    kinds,
    kindOf,
    audiences: new Set(kinds.flatMap(({ audience }) => audience)),
    meanHeading: headingStems(held) / sections || 1,
    hidden: hiddenOf(held, pages),
    answers: {
      sections: new Uint32Array(sections),
      pages: new Uint32Array(sections),
      scores: new Float32Array(sections),
    },
  };
}

function headingStems(held: readonly HeldPart[]): number {
  let sum = 0;
  for (const { segment } of held) {
    const { headings } = segment.arrays;
    for (let section = 0; section < headings.length; section++) sum += headings[section] ?? 0;
  }
  return sum;
}

function hiddenOf(held: readonly HeldPart[], pages: number): Uint8Array | null {
  if (held.every(({ hidden }) => hidden === null)) return null;
  const all = new Uint8Array(pages);
  let from = 0;
  for (const { segment, hidden } of held) {
    if (hidden) all.set(hidden, from);
    from += segment.pages.length;
  }
  return all;
}

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
