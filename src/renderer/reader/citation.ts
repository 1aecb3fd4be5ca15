import { longDay } from '#domain/day.ts';
import { isVerified, type PackOrigin } from '#domain/pack/pack-origin.ts';
import type { PageMeta } from '#domain/pack/page.ts';
import type { Say } from '#domain/words/words.ts';
import { tellOutcome } from '#kit/status.ts';

/** What a citation says of the pack a page stands in. */
export interface CitedPack {
  readonly title: string;
  readonly version: string;
  readonly publisher: string;
  readonly origin?: PackOrigin;
}

/** Its name, and whether anybody has shown it. */
export const shownPublisher = ({ publisher, origin }: CitedPack, say: Say): string =>
  isVerified(origin) ? publisher : say('origin.publisher', { publisher });

/** One line that names a page or a section so that a colleague finds the same words. */
export function citation(
  meta: PageMeta,
  pack: CitedPack,
  heading: string | undefined,
  language: string,
  say: Say,
): string {
  const values = { title: meta.title, pack: pack.title, version: pack.version, publisher: shownPublisher(pack, say) };
  if (meta.reviewed === undefined) return say('reader.citation.undated', values);
  const reviewed = longDay(meta.reviewed, language).replaceAll('\u00a0', ' ');
  if (heading === undefined) return say('reader.citation.page', { ...values, reviewed });
  return say('reader.citation', { ...values, reviewed, section: heading });
}

/** Puts a citation on the clipboard and says so. */
export async function copyCitation(
  text: string,
  say: Say,
  clipboard: Pick<Clipboard, 'writeText'> = navigator.clipboard,
): Promise<void> {
  await clipboard.writeText(text);
  tellOutcome(say('reader.cited'));
}
