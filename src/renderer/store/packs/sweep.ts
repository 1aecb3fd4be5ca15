import { Dexie } from 'dexie';
import type { PackDb, ReleaseKey } from '../db.ts';

/** All rows of one release; pictures go with the last release that shows them. One transaction. */
async function sweepRelease(db: PackDb, key: ReleaseKey): Promise<void> {
  const from = [key, Dexie.minKey];
  const to = [key, Dexie.maxKey];
  const { releases, pages, bodies, images, imageUses, glossaries, segments } = db;
  await db.transaction('rw', [releases, pages, bodies, images, imageUses, glossaries, segments], async () => {
    await Promise.all([
      pages.where('[key+page]').between(from, to).delete(),
      bodies.where('[key+page]').between(from, to).delete(),
      glossaries.delete(key),
      segments.delete(key),
    ]);
    const shown = await imageUses.where('key').equals(key).toArray();
    await imageUses.where('[key+sha256]').between(from, to).delete();
    for (const { sha256 } of shown) {
      if ((await imageUses.where('sha256').equals(sha256).count()) === 0) await images.delete(sha256);
    }
    await releases.delete(key);
  });
}

/** Removes the rows of every release that no pack points at: what an installation left that did not end, or an old one. */
export async function sweep(db: PackDb): Promise<void> {
  const active = new Set((await db.packs.toArray()).map(({ key }) => key));
  const keys = await db.releases.toCollection().primaryKeys();
  for (const key of keys) if (!active.has(key)) await sweepRelease(db, key);
}

interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** One change of the packs at a time, over all windows and workers of the app. */
export function withPacksLocked<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator as { readonly locks?: Locks };
  return locks ? locks.request('satchel-packs', work) : work();
}
