import { useBookmarks } from '#store/own/bookmarks.ts';
import { useRecents } from '#store/own/recents.ts';
import { type SectionPlace, sectionKey, useHeadings } from '#store/packs/headings.ts';
import type { PageRow } from '#store/packs/pages.ts';
import { stillThere, type Visited } from './library-lists.ts';

/** Pages listed as recently read; what was read before can be searched. */
const RECENT = 5;

export interface Visits {
  /** Newest first; the first is where reading goes on. */
  readonly recent: readonly Visited[];
  readonly bookmarks: readonly Visited[];
  /** Headings of the sections, by `visitKey`. */
  readonly headings: ReadonlyMap<string, string>;
}

const placeOf = ({ row, section }: Visited): SectionPlace => ({ pack: row.pack, page: row.meta.id, section });

export const visitKey = (visit: Visited): string => sectionKey(placeOf(visit));

/** Where a person was and what they marked, as far as it is still there. `undefined` until the rows have been read. */
export function useVisits(pages: readonly PageRow[]): Visits | undefined {
  const recents = useRecents();
  const marks = useBookmarks();
  const recent = stillThere(recents ?? [], pages).slice(0, RECENT);
  const bookmarks = stillThere(marks ?? [], pages);
  const [last] = recent;
  const headings = useHeadings(
    [...(last ? [last] : []), ...bookmarks].filter(({ section }) => section !== '').map(placeOf),
  );
  return recents && marks && headings ? { recent, bookmarks, headings } : undefined;
}
