import { Dexie } from 'dexie';
import type { PackDb, ReleaseKey } from '../db.ts';
import { storeProblem } from '../store-problem.ts';
import { citedName } from './cited-name.ts';
import { openReleases } from './open-releases.ts';

/** How long an older release is kept that nothing needs, in milliseconds. */
const WEEK = 7 * 24 * 60 * 60 * 1_000;

/** All rows of one release; pictures go with the last release that shows them. One transaction. */
async function sweepRelease(db: PackDb, key: ReleaseKey): Promise<void> {
  const from = [key, Dexie.minKey];
  const to = [key, Dexie.maxKey];
  const { releases, kept, pages, bodies, images, imageUses, glossaries, segments } = db;
  await db.transaction('rw', [releases, kept, pages, bodies, images, imageUses, glossaries, segments], async () => {
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
    await kept.delete(key);
    await releases.delete(key);
  });
}

interface SweepEffects {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Releases that notes cite, as `citedName` names them. */
  readonly cited?: () => Promise<ReadonlySet<string>>;
  /** Releases that a window shows a page of. */
  readonly open?: () => Promise<ReadonlySet<ReleaseKey>>;
}

/** Only where a release would go otherwise are notes read: most starts do without. */
const citedByNotes = async (): Promise<ReadonlySet<string>> =>
  (await import('../notes/cited-releases.ts')).listCitedReleases();

/**
 * Removes the rows of every release that nothing needs: what an installation left that did not end, and what is neither
 * read nor the other one of a pack. Of those, a release stays for a week, and while notes cite it or a page of it is open.
 */
export async function sweep(
  db: PackDb,
  { now = Date.now, cited = citedByNotes, open = openReleases }: SweepEffects = {},
): Promise<void> {
  const needed = new Set<ReleaseKey>();
  for (const { key, other } of await db.packs.toArray()) {
    needed.add(key);
    if (other) needed.add(other.key);
  }
  const kept = await db.kept.toArray();
  const late: typeof kept = [];
  for (const release of kept) {
    if (Math.abs(now() - release.left) < WEEK) needed.add(release.key);
    else if (!needed.has(release.key)) late.push(release);
  }
  if (late.length > 0) {
    const [inNotes, inWindows] = await Promise.all([cited().catch(unlessOurs), open()]);
    for (const release of late) {
      if (inNotes === null || inNotes.has(citedName(release)) || inWindows.has(release.key)) needed.add(release.key);
    }
  }
  const keys = await db.releases.toCollection().primaryKeys();
  for (const key of keys) if (!needed.has(key)) await sweepRelease(db, key);
  const there = new Set(keys);
  // An older Satchel knows nothing of these rows and leaves them.
  await db.kept.bulkDelete(kept.filter(({ key }) => !there.has(key)).map(({ key }) => key));
}

/** Notes that cannot be read now may cite anything. */
function unlessOurs(error: unknown): null {
  if (!storeProblem(error, 0)) throw error;
  return null;
}

interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** One change of the packs at a time, over all windows and workers of the app. */
export function withPacksLocked<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator as { readonly locks?: Locks };
  return locks ? locks.request('satchel-packs', work) : work();
}
