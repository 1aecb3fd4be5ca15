import { toAddress } from '#domain/address.ts';
import { shortened } from '#domain/shortened.ts';
import { useSay } from '#kit/words.ts';
import { useAllHighlights } from '#store/own/highlights.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { ContextList } from '#ui/screen.tsx';
import type { Visited } from './library-lists.ts';
import { type Visits, visitKey } from './use-visits.ts';
import { visitLink } from './visit-link.ts';

interface VisitListsProps {
  readonly visits: Visits;
  readonly packs: readonly InstalledPack[];
}

/** Highlights listed; all of a page stand beside it. */
const HIGHLIGHTS = 8;

/** Recently read, Bookmarks and Highlights, for the Places column. A list with nothing in it is absent. */
export function VisitLists({ visits, packs }: VisitListsProps) {
  const say = useSay();
  const { recent, bookmarks, headings } = visits;
  const highlights = (useAllHighlights() ?? []).slice(0, HIGHLIGHTS);
  const words = (row: Visited['row'], text: string) => (
    <span lang={row.meta.lang ?? packs.find(({ id }) => id === row.pack)?.language}>{text}</span>
  );
  const bookmarkWords = (visit: Visited): string => {
    const section = headings.get(visitKey(visit));
    const page = visit.row.meta.title;
    return section === undefined ? page : say('library.bookmark.section', { section, page });
  };
  return (
    <>
      {recent.length > 0 ? (
        <ContextList
          heading={say('library.recent')}
          items={recent.map((visit) => ({
            key: visitKey(visit),
            href: visitLink(visit, headings),
            label: words(visit.row, visit.row.meta.title),
          }))}
        />
      ) : null}
      {bookmarks.length > 0 ? (
        <ContextList
          heading={say('library.bookmarks')}
          items={bookmarks.map((visit) => ({
            key: visitKey(visit),
            href: visitLink(visit, headings),
            label: words(visit.row, bookmarkWords(visit)),
          }))}
        />
      ) : null}
      {highlights.length > 0 ? (
        <ContextList
          heading={say('highlight.context')}
          items={highlights.map(({ id, pack, page, section, words: marked, there }) => ({
            key: id,
            href: toAddress({ screen: 'read', pack, page, ...(section === '' ? {} : { section }) }),
            label: there ? shortened(marked) : say('highlight.context.gone', { words: shortened(marked) }),
          }))}
        />
      ) : null}
    </>
  );
}
