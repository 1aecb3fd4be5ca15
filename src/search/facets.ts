import { STAGES, type Stage } from '#domain/stage.ts';
import type { Results, SearchOptions } from './results.ts';

/** A page counts for at most this many of its sections, in numbers and in the list. */
export const SECTIONS_A_PAGE = 3;

export interface CountedPage {
  readonly pack: string;
  readonly stage: readonly Stage[];
  /** Sections of it that answer. */
  readonly sections: number;
}

/** Whether a page is among those asked for. */
export function passes(
  { pack, stage }: Omit<CountedPage, 'sections'>,
  { packs = [], stages = [] }: SearchOptions,
): boolean {
  return (
    (packs.length === 0 || packs.includes(pack)) && (stages.length === 0 || stages.some((one) => stage.includes(one)))
  );
}

/** Numbers for the filters: each group is counted as if it were not applied itself. */
export function countAll(pages: Iterable<CountedPage>, options: SearchOptions): Pick<Results, 'total' | 'counts'> {
  const packs = new Map<string, number>();
  const stages = new Map<Stage, number>(STAGES.map((stage) => [stage, 0]));
  let total = 0;
  for (const page of pages) {
    const sections = Math.min(SECTIONS_A_PAGE, page.sections);
    if (passes(page, options)) total += sections;
    if (passes(page, { stages: options.stages ?? [] })) packs.set(page.pack, (packs.get(page.pack) ?? 0) + sections);
    if (passes(page, { packs: options.packs ?? [] })) {
      for (const stage of page.stage) stages.set(stage, (stages.get(stage) ?? 0) + sections);
    }
  }
  return {
    total,
    counts: { packs: Object.fromEntries(packs), stages: Object.fromEntries(stages) as Record<Stage, number> },
  };
}
