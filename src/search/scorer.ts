import type { Lexicon } from './lexicon.ts';
import type { Postings } from './postings.ts';
import { MEANING_SURENESS, type Slot } from './query.ts';
import type { Segment } from './segment.ts';
import { aroundCount, headingCount, textCount } from './slot.ts';

/** BM25F: counts of the fields are weighed and levelled by field length, then saturated once. */
const K1 = 1.5;
const LEVELLING = 0.75;
const HEADING_WEIGHT = 3;
const AROUND_WEIGHT = 1.5;

export interface ScoredPart {
  readonly segment: Segment;
  readonly postings: Postings;
  /** Number of its first section among all. */
  readonly base: number;
  /** Number of its first page among all. */
  readonly pageBase: number;
}

/** Scores of all sections for one query. Filled by `score`, to be read before the next query. */
export interface Scores {
  /** Sections with any word of the query, in no order; only the first `count`. */
  readonly found: Uint32Array;
  readonly count: number;
  readonly score: Float32Array;
  /** Sum of the rarities of the words that the section holds. */
  readonly held: Float32Array;
  /** Per page, the score of a section that had the best of each word that any section of the page has. */
  readonly pageScore: Float32Array;
  /** Page of each section. */
  readonly pageOf: Uint32Array;
}

export interface Scorer {
  readonly score: (slots: readonly Slot[]) => Scores;
}

/** Lengths of a field become the weight of one occurrence in it. Plain loops: this is done again after each change. */
function level(lengths: Float32Array, weight: number): void {
  let sum = 0;
  let filled = 0;
  for (let section = 0; section < lengths.length; section++) {
    const length = lengths[section] ?? 0;
    sum += length;
    if (length > 0) filled++;
  }
  const mean = filled > 0 ? sum / filled : 1;
  for (let section = 0; section < lengths.length; section++)
    lengths[section] = weight / (1 - LEVELLING + (LEVELLING * (lengths[section] ?? 0)) / mean);
}

export function createScorer(parts: readonly ScoredPart[], lexicon: Lexicon): Scorer {
  const size = parts.reduce((sum, { segment }) => sum + segment.size, 0);
  const perHeading = new Float32Array(size);
  const perAround = new Float32Array(size);
  const perText = new Float32Array(size);
  const pageOf = new Uint32Array(size);
  for (const { segment, base, pageBase } of parts) {
    const { starts, pages, headings, surroundings } = segment.arrays;
    for (let section = 0; section < segment.size; section++) {
      const all = (starts[section + 1] ?? 0) - (starts[section] ?? 0);
      const heading = headings[section] ?? 0;
      const around = surroundings[section] ?? 0;
      pageOf[base + section] = pageBase + (pages[section] ?? 0);
      perHeading[base + section] = heading;
      perAround[base + section] = around;
      perText[base + section] = all - heading - around;
    }
  }
  level(perHeading, HEADING_WEIGHT);
  level(perAround, AROUND_WEIGHT);
  level(perText, 1);

  const score = new Float32Array(size);
  const held = new Float32Array(size);
  const best = new Float32Array(size);
  const found = new Uint32Array(size);
  const bestOf = new Uint32Array(size);
  const pages = parts.reduce((sum, { segment }) => sum + segment.pages.length, 0);
  const pageScore = new Float32Array(pages);
  const pageBest = new Float32Array(pages);
  const pageBestOf = new Uint32Array(pages);
  let count = 0;

  /** Gives every section of a stem what the stem alone is worth in it, 0 to 1. */
  const visit = (number: number, offer: (section: number, value: number) => void) => {
    for (let part = 0; part < parts.length; part++) {
      const stem = lexicon.locals[part]?.(number) ?? -1;
      const { postings, base } = parts[part] ?? {};
      if (stem < 0 || !postings || base === undefined) continue;
      const slots = postings.of(stem);
      for (let counts = 1; counts < slots.length; counts++) {
        const sections = slots[counts];
        if (!sections) continue;
        const inHeading = headingCount(counts);
        const inAround = aroundCount(counts);
        const inText = textCount(counts);
        const onlyText = inHeading + inAround === 0;
        for (let at = 0; at < sections.length; at++) {
          const section = base + (sections[at] ?? 0);
          let often = inText * (perText[section] ?? 0);
          if (!onlyText) often += inHeading * (perHeading[section] ?? 0) + inAround * (perAround[section] ?? 0);
          offer(section, often / (often + K1));
        }
      }
    }
  };

  /** Sections that have all of some stems are worth what the least of them is. */
  const visitTogether = (stems: readonly number[], offer: (section: number, value: number) => void) => {
    let least = new Map<number, number>();
    stems.forEach((stem, place) => {
      const both = new Map<number, number>();
      visit(stem, (section, value) => {
        const before = place === 0 ? 1 : least.get(section);
        if (before !== undefined) both.set(section, Math.min(before, value));
      });
      least = both;
    });
    for (const [section, value] of least) offer(section, value);
  };

  // Of the slot that is being added. One function for all of them, and no new lists: this is the innermost of all loops.
  // What a section or a page has from another slot than this one counts as nothing yet.
  let slot = 0;
  let slotWeight = 0;
  let slotRarity = 0;
  let sure = 1;
  const offer = (section: number, worth: number) => {
    const value = sure * worth;
    let before = 0;
    if (bestOf[section] === slot) {
      before = best[section] ?? 0;
      if (value <= before) return;
    } else {
      bestOf[section] = slot;
      if (held[section] === 0) found[count++] = section;
      held[section] = (held[section] ?? 0) + slotRarity;
    }
    best[section] = value;
    score[section] = (score[section] ?? 0) + slotWeight * (value - before);
    const page = pageOf[section] ?? 0;
    const pageBefore = pageBestOf[page] === slot ? (pageBest[page] ?? 0) : 0;
    if (value <= pageBefore) return;
    pageBestOf[page] = slot;
    pageBest[page] = value;
    pageScore[page] = (pageScore[page] ?? 0) + slotWeight * (value - pageBefore);
  };

  /** A slot of several readings scores the best of them in each section. */
  const addSlot = ({ stems, sureness, together, weight, rarity }: Slot) => {
    slotWeight = weight * rarity * (K1 + 1);
    slotRarity = rarity;
    // Slots have numbers over all queries; when they run out, all that was is forgotten.
    if (++slot > 0xffff_fff0) {
      bestOf.fill(0);
      pageBestOf.fill(0);
      slot = 1;
    }
    stems.forEach((number, place) => {
      sure = sureness[place] ?? 1;
      visit(number, offer);
    });
    sure = MEANING_SURENESS;
    for (const all of together) visitTogether(all, offer);
  };

  return {
    score(slots) {
      for (let place = 0; place < count; place++) {
        const section = found[place] ?? 0;
        score[section] = 0;
        held[section] = 0;
        pageScore[pageOf[section] ?? 0] = 0;
      }
      count = 0;
      for (const slot of slots) addSlot(slot);
      return { found, count, score, held, pageScore, pageOf };
    },
  };
}
