import type { Results, SearchOptions } from '#search/results.ts';

/** Looks words up; `null` when a newer question took its place. */
export type Ask = (query: string, options: SearchOptions) => Promise<Results | null>;

let provided: Ask | null = null;

/** The search client gives its way of asking, so that every room can look something up. */
export function provideAsk(ask: Ask): void {
  provided = ask;
}

/** Sections of guidance for some words, best first. */
export async function findSections(query: string, limit: number): Promise<Results['hits'] | null> {
  if (query.trim() === '') return [];
  const results = await provided?.(query, { limit, types: ['guidance'] });
  return results?.hits ?? null;
}
