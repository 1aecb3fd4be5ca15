import { useLiveQuery } from 'dexie-react-hooks';
import { type OwnDb, ownRows } from '../db.ts';
import { keepNewest } from '../keep-newest.ts';

const KEPT = 50;

/** Notes that a note was opened. One row a note. */
export async function addOpened(note: string, db: OwnDb = ownRows(), now: () => number = Date.now): Promise<void> {
  await db.transaction('rw', db.opened, async () => {
    const at = now();
    await db.opened.put({ note, at });
    await keepNewest(db.opened, KEPT, at);
  });
}

/** Ids of the notes opened last, newest first; some may be in the bin or gone. */
export async function listOpened(db: OwnDb = ownRows()): Promise<readonly string[]> {
  return db.opened.orderBy('at').reverse().primaryKeys();
}

/** `undefined` until the rows have been read. */
export const useOpened = (): readonly string[] | undefined => useLiveQuery(() => listOpened());
