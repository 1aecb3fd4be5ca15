import type { InstalledPack } from '#store/packs.ts';
import { useSay } from '#store/words.ts';
import { ContextList } from '#ui/screen.tsx';
import type { Visited } from './library-lists.ts';
import { type Visits, visitKey } from './use-visits.ts';
import { visitLink } from './visit-link.ts';

interface VisitListsProps {
  readonly visits: Visits;
  readonly packs: readonly InstalledPack[];
}

/** Recently read and Bookmarks, for the Places column. A list with nothing in it is absent. */
export function VisitLists({ visits, packs }: VisitListsProps) {
  const say = useSay();
  const { recent, bookmarks, headings } = visits;
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
    </>
  );
}
