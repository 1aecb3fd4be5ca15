import type { Say } from '#domain/words/words.ts';
import { announce } from './announce.ts';
import { bridge } from './bridge.ts';

/** Asks main to open an address outside. Main shows the whole address first; here only the outcome is said. */
export async function openOutside(href: string, say: Say): Promise<void> {
  const answer = await bridge().call['link:open'](href);
  if (!answer.ok) return;
  if (answer.value === 'copied') announce(say('reader.link.copied'));
  if (answer.value === 'opened') announce(say('reader.link.opened'));
}
