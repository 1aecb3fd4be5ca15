import type { Say } from '#domain/words/words.ts';

/** Titles that are named; of the rest only their number. */
const NAMED = 5;

/** A list of titles in words, cut short where it is long. */
export function namedTitles(all: readonly string[], say: Say): string {
  const titles = all
    .slice(0, NAMED)
    .map((title) => `“${title}”`)
    .join(', ');
  const more = all.length - NAMED;
  return more > 0 ? say('packs.ask.lost.more', { titles, more }) : titles;
}
