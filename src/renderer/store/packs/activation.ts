import { type PackOrigin, saysMore } from '#domain/pack/pack-origin.ts';
import { ProblemError } from '#domain/problem.ts';
import type { InstalledPack, OtherRelease, PackDb, ReleaseKey } from '../db.ts';

/**
 * Makes a release count whose rows all stand, and keeps the one that counted as the one before. One strict transaction:
 * whatever ends it, the pack is the old one or the new one. `pictures`: sizes of the new release's pictures by hash.
 */
export async function activate(
  pack: InstalledPack,
  pictures: ReadonlyMap<string, number>,
  strict: PackDb,
  now: () => Date,
): Promise<InstalledPack> {
  const { packs, kept, imageUses } = strict;
  return strict.transaction('rw', [packs, kept, imageUses], async () => {
    const old = await packs.get(pack.id);
    // It may have been kept from before; from now on it is the one that is read.
    await kept.delete(pack.key);
    if (!old) {
      await packs.put(pack);
      return pack;
    }
    const { other: former, ...before } = old;
    const shown = await imageUses.where('key').equals(old.key).toArray();
    const shared = shown.reduce((sum, { sha256 }) => sum + (pictures.get(sha256) ?? 0), 0);
    if (former && former.key !== pack.key) {
      const { shared: _, ...facts } = former;
      await kept.put({ ...facts, left: now().getTime() });
    }
    const active: InstalledPack = { ...pack, other: { ...before, shared } };
    await packs.put(active);
    return active;
  });
}

/**
 * Lets a pack and its other release change places: back, and forward again. One strict transaction.
 * @throws ProblemError `pack-release-gone`
 */
export async function turn(id: string, to: ReleaseKey, strict: PackDb): Promise<InstalledPack> {
  const { packs, releases, pages, bodies } = strict;
  return strict.transaction('rw', [packs, releases, pages, bodies], async () => {
    const pack = await packs.get(id);
    if (pack?.key === to) return pack;
    const { other, ...present } = pack ?? {};
    if (!pack || other?.key !== to || !(await isWhole(other, strict))) {
      throw new ProblemError({ code: 'pack-release-gone', pack: pack?.title ?? id, installed: pack?.version ?? '' });
    }
    const { shared, ...next } = other;
    const turned: InstalledPack = { ...next, other: { ...(present as InstalledPack), shared } };
    await packs.put(turned);
    return turned;
  });
}

/** Whether all its rows are here: an older Satchel sweeps what it does not know. */
export async function isWhole({ key, pages }: Pick<OtherRelease, 'key' | 'pages'>, db: PackDb): Promise<boolean> {
  const counts = await Promise.all([
    db.releases.where('key').equals(key).count(),
    db.pages.where('key').equals(key).count(),
    db.bodies.where('key').equals(key).count(),
  ]);
  return counts.join() === [1, pages, pages].join();
}

/** Notes that a release which is here is known from somewhere that says more of it. Never less. */
export async function vouch(id: string, hash: string, origin: PackOrigin, strict: PackDb): Promise<void> {
  await strict.transaction('rw', strict.packs, async () => {
    const pack = await strict.packs.get(id);
    if (!pack) return;
    const { other } = pack;
    if (pack.hash === hash && saysMore(origin, pack.origin)) await strict.packs.put({ ...pack, origin });
    if (other?.hash === hash && saysMore(origin, other.origin)) {
      await strict.packs.put({ ...pack, other: { ...other, origin } });
    }
  });
}

/** All releases of a pack stop counting. One strict transaction; their rows are swept after it. */
export async function retire(id: string, strict: PackDb): Promise<void> {
  await strict.transaction('rw', strict.packs, strict.kept, async () => {
    await strict.packs.delete(id);
    await strict.kept.where('id').equals(id).delete();
  });
}
