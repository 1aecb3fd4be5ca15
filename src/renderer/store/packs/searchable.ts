import { useLiveQuery } from 'dexie-react-hooks';
import { type InstalledPack, type PackDb, packRows, type ReleaseKey } from '../db.ts';
import { useIndexState } from './index-state.ts';
import { usePacks } from './packs.ts';

/** Releases whose search record is there. */
async function listSearchable(db: PackDb = packRows()): Promise<ReadonlySet<ReleaseKey>> {
  return new Set(await db.segments.toCollection().primaryKeys());
}

/** Tells whether a pack can be searched now. */
export function useIsSearchable(): (pack: Pick<InstalledPack, 'key'>) => boolean {
  const { ready, packsTotal } = useIndexState();
  const keys = useLiveQuery(() => listSearchable());
  const installed = usePacks()?.length;
  // The index hears of a new pack a moment after it stands; until then its "ready" is about the others.
  return ({ key }) => (ready && packsTotal === installed) || (keys?.has(key) ?? false);
}
