import type { UpdateAhead } from '#bridge/packs.ts';
import { shortDay } from '#domain/day.ts';
import type { SectionCounts } from '#domain/pack/section-changes.ts';
import type { ListedRelease } from '#domain/pack/source.ts';
import { sizeWords } from '#domain/size.ts';
import type { Say } from '#domain/words/words.ts';

/**
 * What an update is and changes, as far as it is known: sections where it was looked at, else pages by their files, else
 * that it has not been compared.
 */
export function updateWords(
  { version, size }: Pick<ListedRelease, 'version' | 'size'>,
  ahead: UpdateAhead | null,
  counts: SectionCounts | undefined,
  say: Say,
  language: string,
): string {
  if (ahead === null)
    return size === null
      ? say('update.unknown.unsized', { version })
      : say('update.unknown', { version, size: sizeWords(size, language) });
  const known = {
    version,
    date: shortDay(ahead.created, language),
    fetch: ahead.fetch === 0 ? 'none' : 'some',
    size: sizeWords(ahead.fetch, language),
  };
  if (counts) return say('update.sections', { ...known, ...counts });
  return ahead.pages ? say('update.pages', { ...known, ...ahead.pages }) : say('update.uncompared', known);
}
