import type { ManifestHead } from '#bridge/packs.ts';
import type { InstallQuestion } from '#domain/pack/install-question.ts';
import type { Say } from '#domain/words/words.ts';
import { namedTitles } from './named-titles.ts';

/** What is odd about an offered pack, the worst first, in sentences. */
export function oddities(
  { posing, titleOf, publisherOf, otherPublisher, leaps, lost, replaces }: InstallQuestion,
  { publisher }: Pick<ManifestHead, 'publisher'>,
  /** The name of a source that has a pack of this id, signed; `null` where none has. */
  signedAt: string | null,
  say: Say,
): readonly { readonly key: string; readonly text: string }[] {
  const found: { readonly key: string; readonly text: string }[] = [];
  if (posing) found.push({ key: 'posing', text: say('packs.ask.posing') });
  if (signedAt !== null) found.push({ key: 'signed', text: say('packs.ask.signed', { source: signedAt }) });
  if (titleOf !== null) found.push({ key: 'title-of', text: say('packs.ask.titleOf', { other: titleOf }) });
  if (publisherOf !== null) {
    found.push({ key: 'publisher-of', text: say('packs.ask.publisherOf', { other: publisherOf }) });
  }
  if (otherPublisher && replaces) {
    found.push({ key: 'publisher', text: say('packs.ask.otherPublisher', { publisher, old: replaces.publisher }) });
  }
  if (lost.length > 0) {
    const titles = namedTitles(lost, say);
    found.push({ key: 'lost', text: say('packs.ask.lost', { count: lost.length, titles }) });
  }
  if (leaps) found.push({ key: 'leaps', text: say('packs.ask.leaps') });
  return found;
}
