import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { sharedValue } from '#kit/shared-value.ts';
import { type InstalledPack, type OwnDb, ownRows } from '../db.ts';
import { removePack } from './install.ts';

/** The last pack taken off, until the next outcome or until a person closes it. */
interface Removal {
  readonly pack: InstalledPack;
  /** What it took on the disk. */
  readonly bytes: number;
  /** Why it is still there, if it is. */
  readonly problem?: Problem;
}

const last = sharedValue<Removal | null>(null);

/** Takes a pack off at the person's wish. It is remembered first: whatever stops midway, it does not come back by itself. */
export async function takeOff(
  pack: InstalledPack,
  bytes: number,
  db: OwnDb = ownRows(),
  remove: typeof removePack = removePack,
  now: () => number = Date.now,
): Promise<Result<null>> {
  await db.removed.put({ pack: pack.id, at: now() });
  const answer = await remove(pack.id);
  if (!answer.ok) await db.removed.delete(pack.id);
  last.set(answer.ok ? { pack, bytes } : { pack, bytes, problem: answer.problem });
  return answer;
}

/** Ids of the packs that a person took off and did not have back since. */
export async function listRemoved(db: OwnDb = ownRows()): Promise<ReadonlySet<string>> {
  return new Set(await db.removed.toCollection().primaryKeys());
}

/** The pack is wanted again. */
export async function forgetRemoval(id: string, db: OwnDb = ownRows()): Promise<void> {
  // A window that only reads has nothing to forget, and may not write.
  if (await db.removed.get(id)) await db.removed.delete(id);
  if (last.get()?.pack.id === id) last.set(null);
}

export const dismissRemoval = (): void => last.set(null);

/** The removal to tell about, if any. */
export const useRemoval = last.use;
