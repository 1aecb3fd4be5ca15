import type { Lexicon } from './lexicon.ts';
import { type ParsedQuery, rarityOf } from './query.ts';
import type { Segment } from './segment.ts';

/** Words that stand side by side in the query and in the section. Fades in long queries. */
const PAIR = 0.8;
const PAIR_WORDS = 3;
/** A heading that is what was asked for; for queries of at most five words. */
const HEADING = 3;
const HEADING_WORDS = 6;
/** How much a long heading has to say more of it. Less than for texts: a long title is as much a title. */
const LEVELLING = 0.4;
/** A heading that says nothing but what was asked for. */
const PRECISE = 0.3;
/** A page whose title is just what was asked for comes before sections of other pages that are headed so. */
const TITLE = 0.5;

/** What is added to the score of a section for the order of its words and for what its heading says. */
export interface Bonus {
  /** For words of the query that stand side by side in it. */
  readonly pairs: number;
  /** For each word of the query in its heading. */
  readonly heading: number;
  /** For how much of the query its heading says. */
  readonly covered: number;
  /** For a heading that says little else; more for the title of a page that says nothing else. */
  readonly precise: number;
  /** Places of the slots that stand side by side, and how often. */
  readonly beside: readonly { readonly first: number; readonly second: number; readonly count: number }[];
}

export interface Reranker {
  readonly bonus: (segment: Segment, globals: Uint32Array, section: number) => Bonus;
}

export const bonusSum = ({ pairs, heading, covered, precise }: Bonus): number => pairs + heading + covered + precise;

/** Reads the forward stream of the few best sections. */
export function createReranker(
  { slots, order }: ParsedQuery,
  lexicon: Lexicon,
  meanHeading: number,
  sections: number,
): Reranker {
  const size = slots.length;
  const slotOf = new Map<number, number>();
  slots.forEach(({ stems }, slot) => {
    for (const stem of stems) if (!slotOf.has(stem)) slotOf.set(stem, slot);
  });
  // A flat table answers faster than a map; the vocabulary is small.
  const table = new Int16Array(lexicon.stems.length).fill(-1);
  for (const [stem, slot] of slotOf) table[stem] = slot;
  const sureness = new Map(slots.flatMap((slot) => slot.stems.map((stem, place) => [stem, slot.sureness[place] ?? 1])));
  const pairs = new Set<number>();
  order.forEach((slot, place) => {
    const next = order[place + 1] ?? -1;
    if (slot >= 0 && next >= 0 && slot !== next) pairs.add(slot * size + next);
  });
  const headingRarity = (stem: number): number => rarityOf(lexicon.frequencies[stem] ?? 0, sections);
  const rarity = (slot: number): number => slots[slot]?.rarity ?? 0;
  const total = slots.reduce((sum, slot) => sum + slot.rarity, 0);
  const pairWeight = PAIR * Math.min(1, PAIR_WORDS / size);
  const headingWeight = HEADING * Math.max(0, Math.min(1, (HEADING_WORDS - size) / 4));

  const pairCounts = new Map<number, number>();
  const inHeading = new Map<number, number>();

  return {
    bonus({ arrays }, globals, section) {
      const from = arrays.starts[section] ?? 0;
      const to = arrays.starts[section + 1] ?? from;
      const headingEnd = from + (arrays.headings[section] ?? 0);
      const textStart = headingEnd + (arrays.surroundings[section] ?? 0);
      pairCounts.clear();
      inHeading.clear();
      let before = -1;
      for (let at = from; at < to; at++) {
        // Fields are no neighbours.
        if (at === headingEnd || at === textStart) before = -1;
        const stem = globals[arrays.stream[at] ?? 0] ?? 0;
        const slot = table[stem] ?? -1;
        if (slot >= 0) {
          if (at < headingEnd) inHeading.set(slot, (inHeading.get(slot) ?? 0) + (sureness.get(stem) ?? 1));
          const key = before * size + slot;
          if (before >= 0 && pairs.has(key)) pairCounts.set(key, (pairCounts.get(key) ?? 0) + 1);
        }
        before = slot;
      }
      let pairScore = 0;
      const beside: Bonus['beside'][number][] = [];
      for (const [key, count] of pairCounts) {
        const first = Math.floor(key / size);
        const second = key % size;
        pairScore += (pairWeight * 0.5 * (rarity(first) + rarity(second)) * count * 2.2) / (count + 1.2);
        beside.push({ first, second, count });
      }
      let heading = 0;
      let held = 0;
      let said = 0;
      if (inHeading.size > 0) {
        for (let at = from; at < headingEnd; at++) said += headingRarity(globals[arrays.stream[at] ?? 0] ?? 0);
        const levelled = 1.2 * (1 - LEVELLING + (LEVELLING * (headingEnd - from)) / meanHeading);
        for (const [slot, count] of inHeading) {
          held += rarity(slot) * Math.min(1, count);
          heading += (headingWeight * rarity(slot) * count * 2.2) / (count + levelled);
        }
      }
      const covered = total > 0 ? total * (held / total) ** 3 : 0;
      const precise = said > 0 ? PRECISE * held * Math.min(1, held / said) ** 2 : 0;
      const isTitle = arrays.levels[section] === 1 && held > 0.999 * Math.max(said, total);
      return { pairs: pairScore, heading, covered, precise: precise + (isTitle ? TITLE * held : 0), beside };
    },
  };
}
