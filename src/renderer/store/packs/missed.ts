import { useLiveQuery } from 'dexie-react-hooks';
import type { Day } from '#domain/day.ts';
import { MISSED_KEPT, type MissedSearch } from '#domain/missed-search.ts';
import type { Result } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { type MissedRow, type OwnDb, ownRows } from '../db.ts';
import { keepNewest } from '../keep-newest.ts';

export type { MissedRow } from '../db.ts';

const keyOf = (words: string): string => words.toLowerCase();

/**
 * Notes a search that found nothing, one row for the same words. `instead`: words noted a moment ago that were not the
 * whole question after all.
 */
export async function addMissed(
  search: { readonly words: string; readonly day: Day; readonly instead?: string },
  db: OwnDb = ownRows(),
  now: () => number = Date.now,
): Promise<void> {
  const words = search.words.trim().replace(/\s+/g, ' ');
  if (words === '') return;
  await db.transaction('rw', db.missed, async () => {
    if (search.instead !== undefined) await takeOne(db, keyOf(search.instead));
    const times = ((await db.missed.get(keyOf(words)))?.times ?? 0) + 1;
    const at = now();
    await db.missed.put({ key: keyOf(words), words, day: search.day, times, at });
    await keepNewest(db.missed, MISSED_KEPT, at);
  });
}

async function takeOne(db: OwnDb, key: string): Promise<void> {
  const row = await db.missed.get(key);
  if (!row) return;
  if (row.times > 1) await db.missed.put({ ...row, times: row.times - 1 });
  else await db.missed.delete(key);
}

/** Newest first. */
export async function listMissed(db: OwnDb = ownRows()): Promise<readonly MissedRow[]> {
  return db.missed.orderBy('at').reverse().toArray();
}

/** Empties the list; the answer is what stood in it. */
export async function clearMissed(db: OwnDb = ownRows()): Promise<readonly MissedRow[]> {
  return db.transaction('rw', db.missed, async () => {
    const rows = await listMissed(db);
    await db.missed.clear();
    return rows;
  });
}

/** Undoes `clearMissed`; what was noted since stays. */
export async function putMissedBack(rows: readonly MissedRow[], db: OwnDb = ownRows()): Promise<void> {
  await db.transaction('rw', db.missed, async () => {
    const since = new Map((await db.missed.toArray()).map((row) => [row.key, row]));
    await db.missed.bulkPut(
      rows.map((row) => ({ ...row, ...since.get(row.key), times: row.times + (since.get(row.key)?.times ?? 0) })),
    );
  });
}

/** Saves the list where the person says: the system's own dialog asks. */
export const saveMissed = (rows: readonly MissedRow[], ask = bridge): Promise<Result<'saved' | 'cancelled'>> =>
  ask().call['searches:save'](rows.map(({ words, day, times }): MissedSearch => ({ words, day, times })));

/** `undefined` until the rows have been read. */
export const useMissed = (): readonly MissedRow[] | undefined => useLiveQuery(() => listMissed());
