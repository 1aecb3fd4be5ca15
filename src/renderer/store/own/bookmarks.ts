import { useLiveQuery } from 'dexie-react-hooks';
import { type Bookmark, type OwnDb, ownRows } from '../db.ts';

/** Adds the bookmark, or takes it away. Answers whether it is there now. */
export async function toggleBookmark(
  { pack, page, section = '' }: { readonly pack: string; readonly page: string; readonly section?: string },
  db: OwnDb = ownRows(),
  now: () => number = Date.now,
): Promise<boolean> {
  return db.transaction('rw', db.bookmarks, async () => {
    const there = await db.bookmarks.get([pack, page, section]);
    if (there) await db.bookmarks.delete([pack, page, section]);
    else await db.bookmarks.put({ pack, page, section, at: now() });
    return !there;
  });
}

/** Newest first. Join with `usePages` for titles. */
export async function listBookmarks(db: OwnDb = ownRows()): Promise<readonly Bookmark[]> {
  return db.bookmarks.orderBy('at').reverse().toArray();
}

/** `undefined` until the rows have been read. */
export const useBookmarks = (): readonly Bookmark[] | undefined => useLiveQuery(() => listBookmarks());
