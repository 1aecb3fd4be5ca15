import { useLiveQuery } from 'dexie-react-hooks';
import { type OwnDb, ownRows, type Recent } from '../db.ts';
import { keepNewest } from '../keep-newest.ts';

const KEPT = 50;

/** Notes that a page was opened, or that reading it came to `section`. One row a page. */
export async function addRecent(
  { pack, page, section = '' }: { readonly pack: string; readonly page: string; readonly section?: string },
  db: OwnDb = ownRows(),
  now: () => number = Date.now,
): Promise<void> {
  await db.transaction('rw', db.recents, async () => {
    const at = now();
    await db.recents.put({ pack, page, section, at });
    await keepNewest(db.recents, KEPT, at);
  });
}

/** Newest first. Rows of packs that were removed stay: join with `usePages` for titles. */
export async function listRecents(limit: number, db: OwnDb = ownRows()): Promise<readonly Recent[]> {
  return db.recents.orderBy('at').reverse().limit(limit).toArray();
}

/** `undefined` until the rows have been read. */
export const useRecents = (limit = KEPT): readonly Recent[] | undefined =>
  useLiveQuery(() => listRecents(limit), [limit]);
