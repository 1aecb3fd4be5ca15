import { useLiveQuery } from 'dexie-react-hooks';
import { type InstalledPack, type PackDb, packRows, type ReleaseKey } from './db.ts';
import { useIndexState } from './index-state.ts';

/** Releases whose search record is there. */
export async function listSearchable(db: PackDb = packRows()): Promise<ReadonlySet<ReleaseKey>> {
  return new Set(await db.segments.toCollection().primaryKeys());
}

/** Tells whether a pack can be searched now. */
export function useIsSearchable(): (pack: Pick<InstalledPack, 'key'>) => boolean {
  const { ready } = useIndexState();
  const keys = useLiveQuery(() => listSearchable());
  return ({ key }) => ready || (keys?.has(key) ?? false);
}
