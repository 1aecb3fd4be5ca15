import type { Say } from '#domain/words/words.ts';
import type { Left } from './erase.ts';

/** What is named one by one. */
const NAMED = 10;

/** What a person is told after "Delete everything" where something stays. @param left one at least */
export function leftWords(
  folder: string,
  left: readonly Left[],
  say: Say,
): { readonly message: string; readonly detail: string } {
  const lines = left.slice(0, NAMED).map(({ path, why }) => say(`main.left.${why}`, { path }));
  const more = left.length > NAMED ? [say('main.left.others', { count: left.length - NAMED })] : [];
  const refused = left.some(({ why }) => why !== 'foreign');
  return {
    message: say(refused ? 'main.left.some' : 'main.left.fact'),
    detail: `${say('main.left.where', { count: left.length, folder })}\n\n${[...lines, ...more].join('\n')}`,
  };
}
