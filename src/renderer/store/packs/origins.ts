import { liveQuery } from 'dexie';
import { isVerified } from '#domain/pack/pack-origin.ts';
import { sharedValue } from '#kit/shared-value.ts';
import { type InstalledPack, type PackDb, packRows } from '../db.ts';

type Known = Pick<InstalledPack, 'id' | 'release' | 'origin' | 'other'>;

const held = sharedValue<readonly Known[]>([]);

/** Follows where the packs of this laptop came from, so that no mark comes after what it marks. The answer ends it. */
export function watchOrigins(db: PackDb = packRows()): () => void {
  const packs = liveQuery(() => db.packs.toArray()).subscribe({
    next: held.set,
    // Without the store there are no pages to mark; what is shown instead says so.
    error: () => undefined,
  });
  return () => packs.unsubscribe();
}

/** Whether nobody has shown who made a pack that is here: its release of this number, where that is here, too. */
export function isUnverified(packs: readonly Known[], pack: string, release?: number): boolean {
  const here = packs.find(({ id }) => id === pack);
  if (!here) return false;
  const { origin } = here.other && here.other.release === release ? here.other : here;
  return !isVerified(origin);
}

/** For components: tells it of a pack. */
export function useUnverified(): (pack: string, release?: number) => boolean {
  const packs = held.use();
  return (pack, release) => isUnverified(packs, pack, release);
}
