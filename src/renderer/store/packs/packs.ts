import { useLiveQuery } from 'dexie-react-hooks';
import { type InstalledPack, type PackDb, packRows } from '../db.ts';

export type { InstalledPack } from '../db.ts';

/** Packs that can be read now, by title. */
export async function listPacks(db: PackDb = packRows()): Promise<readonly InstalledPack[]> {
  const packs = await db.packs.toArray();
  return packs.sort((a, b) => a.title.localeCompare(b.title, 'en-GB') || (a.id < b.id ? -1 : 1));
}

/** `undefined` until the rows have been read. */
export const usePacks = (): readonly InstalledPack[] | undefined => useLiveQuery(() => listPacks());
