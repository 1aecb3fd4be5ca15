import { useLiveQuery } from 'dexie-react-hooks';
import { NO_REGISTER_FILTERS } from '#domain/note/register.ts';
import { type OwnDb, ownRows, type SavedFilter } from '../db.ts';

export type { SavedFilter } from '../db.ts';

/** Keeps a filter of the register, or changes the one with its id. */
export async function keepFilter(filter: SavedFilter, db: OwnDb = ownRows()): Promise<void> {
  await db.savedFilters.put(filter);
}

export async function removeFilter(id: string, db: OwnDb = ownRows()): Promise<void> {
  await db.savedFilters.delete(id);
}

/** By name. One that was kept before there were kinds narrows none. */
export async function listFilters(db: OwnDb = ownRows()): Promise<readonly SavedFilter[]> {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const kept = (await db.savedFilters.toArray()).map((filter) => ({ ...NO_REGISTER_FILTERS, ...filter }));
  return kept.sort((a, b) => compare(a.name, b.name));
}

/** `undefined` until the rows have been read. */
export const useSavedFilters = (): readonly SavedFilter[] | undefined => useLiveQuery(() => listFilters());
