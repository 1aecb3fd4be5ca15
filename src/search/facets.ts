import type { Day } from '#domain/day.ts';
import { FOUND_TYPES, type FoundType, foundTypeOf } from '#domain/found-type.ts';
import { STAGES, type Stage } from '#domain/stage.ts';
import type { Results, SearchOptions } from './results.ts';

/** A page counts for at most this many of its sections, in numbers and in the list. */
export const SECTIONS_A_PAGE = 3;

/** What a page is filtered by. */
export interface PageFacts {
  readonly pack: string;
  readonly stage: readonly Stage[];
  readonly audience: readonly string[];
  readonly reviewed?: Day;
}

/** Pages that are alike to the filters. */
export interface CountedKind {
  readonly facts: PageFacts;
  /** Sections of them that answer; each page counts for at most `SECTIONS_A_PAGE`. */
  readonly sections: number;
}

type Filters = Pick<SearchOptions, 'types' | 'packs' | 'stages' | 'audiences' | 'reviewedSince'>;

/** Whether a page is among those asked for. A page that was never reviewed is in no stretch of time. */
export function passes(
  { pack, stage, audience, reviewed }: PageFacts,
  { types = [], packs = [], stages = [], audiences = [], reviewedSince }: Filters,
): boolean {
  return (
    (types.length === 0 || types.includes(foundTypeOf(pack))) &&
    (packs.length === 0 || packs.includes(pack)) &&
    (stages.length === 0 || stages.some((one) => stage.includes(one))) &&
    (audiences.length === 0 || audiences.some((one) => audience.includes(one))) &&
    (reviewedSince === undefined || isSince(reviewed, reviewedSince))
  );
}

const isSince = (reviewed: Day | undefined, since: Day): boolean => reviewed !== undefined && reviewed >= since;

/**
 * Numbers for the filters: each group is counted as if it were not applied itself. `audiences` are all that there are:
 * those of no answer are 0, so that they can be shown.
 */
export function countAll(
  kinds: Iterable<CountedKind>,
  options: SearchOptions,
  audiences: Iterable<string> = [],
): Pick<Results, 'total' | 'unfiltered' | 'counts'> {
  const counts = {
    types: new Map<string, number>(FOUND_TYPES.map((type) => [type, 0])),
    packs: new Map<string, number>(),
    stages: new Map<string, number>(STAGES.map((stage) => [stage, 0])),
    audiences: new Map<string, number>([...audiences].map((audience) => [audience, 0])),
    reviewed: new Map<string, number>((options.reviewedDays ?? []).map((day) => [day, 0])),
  };
  const { types = [], packs = [], stages = [], audiences: readers = [], reviewedSince } = options;
  const day = reviewedSince === undefined ? {} : { reviewedSince };
  const without = {
    types: { packs, stages, audiences: readers, ...day },
    packs: { types, stages, audiences: readers, ...day },
    stages: { types, packs, audiences: readers, ...day },
    audiences: { types, packs, stages, ...day },
    reviewed: { types, packs, stages, audiences: readers },
  };
  let total = 0;
  let unfiltered = 0;
  for (const { facts: page, sections } of kinds) {
    unfiltered += sections;
    if (passes(page, options)) total += sections;
    if (passes(page, without.types)) add(counts.types, foundTypeOf(page.pack), sections);
    if (passes(page, without.packs)) add(counts.packs, page.pack, sections);
    if (passes(page, without.stages)) for (const stage of page.stage) add(counts.stages, stage, sections);
    if (passes(page, without.audiences)) for (const one of page.audience) add(counts.audiences, one, sections);
    if (options.reviewedDays && passes(page, without.reviewed)) {
      for (const since of options.reviewedDays)
        if (isSince(page.reviewed, since)) add(counts.reviewed, since, sections);
    }
  }
  return {
    total,
    unfiltered,
    counts: {
      types: Object.fromEntries(counts.types) as Record<FoundType, number>,
      packs: Object.fromEntries(counts.packs),
      stages: Object.fromEntries(counts.stages) as Record<Stage, number>,
      audiences: Object.fromEntries(counts.audiences),
      reviewed: Object.fromEntries(counts.reviewed),
    },
  };
}

function add(counts: Map<string, number>, value: string, sections: number): void {
  counts.set(value, (counts.get(value) ?? 0) + sections);
}
