import { basename } from 'node:path';
import { csvOf } from '#domain/csv.ts';
import type { Day } from '#domain/day.ts';
import type { MissedSearch } from '#domain/missed-search.ts';
import { ProblemError } from '#domain/problem.ts';
import type { Say } from '#domain/words/words.ts';

/** How a person chooses the file, and how it is written. */
export interface SaveEffects {
  /** Where to, or `null` when it was cancelled. */
  readonly choose: (name: string) => Promise<string | null>;
  /** Whole or not at all. */
  readonly write: (path: string, text: string) => Promise<unknown>;
}

/**
 * Saves searches that found nothing where a person says, as a table for a spreadsheet.
 *
 * @throws ProblemError when the file cannot be written
 */
export async function saveSearches(
  searches: readonly MissedSearch[],
  today: Day,
  say: Say,
  effects: SaveEffects,
): Promise<'saved' | 'cancelled'> {
  const path = await effects.choose(say('main.searches.file', { day: today }));
  if (path === null) return 'cancelled';
  const head = [say('main.searches.words'), say('main.searches.day'), say('main.searches.times')];
  try {
    await effects.write(path, csvOf([head, ...searches.map(({ words, day, times }) => [words, day, times])]));
  } catch {
    throw new ProblemError({ code: 'file-unwritable', file: basename(path) });
  }
  return 'saved';
}
