import { useLiveQuery } from 'dexie-react-hooks';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { sharedValue } from '#kit/shared-value.ts';
import { type InstalledPack, type OtherRelease, type PackDb, packRows } from '../db.ts';
import { isWhole } from './activation.ts';
import { turnTo } from './install.ts';

/** Where one step leads, and what would not be there any more. */
export interface OtherWay {
  readonly other: OtherRelease;
  /** Titles of pages that only the release has that is read now. */
  readonly lost: readonly string[];
}

/** `null` where there is no other release, or not all of it. */
export async function lookAtOther({ key, other }: InstalledPack, db: PackDb = packRows()): Promise<OtherWay | null> {
  if (!other) return null;
  return db.transaction('r', db.releases, db.pages, db.bodies, async () => {
    if (!(await isWhole(other, db))) return null;
    const there = await db.pages.where('key').equals(other.key).primaryKeys();
    const ids = new Set(there.map(([, page]) => page));
    const here = await db.pages.where('key').equals(key).toArray();
    return { other, lost: here.filter(({ page }) => !ids.has(page)).map(({ meta }) => meta.title) };
  });
}

/** `undefined` until the rows have been read. */
export const useOtherWay = (pack: InstalledPack): OtherWay | null | undefined =>
  useLiveQuery(() => lookAtOther(pack), [pack.key, pack.other?.key]);

/** Why the last step to another release did not happen, until the next or until a person closes it. */
const failed = sharedValue<{ readonly pack: InstalledPack; readonly problem: Problem } | null>(null);

/** Goes to the other release of a pack. */
export async function goToOther(
  pack: InstalledPack,
  { other }: OtherWay,
  turn: typeof turnTo = turnTo,
): Promise<Result<InstalledPack>> {
  const answer = await turn(pack.id, other.key);
  failed.set(answer.ok ? null : { pack, problem: answer.problem });
  return answer;
}

export const dismissFailedTurn = (): void => failed.set(null);
export const useFailedTurn = failed.use;

/** Bytes that a pack takes on the disk with the release that it keeps; a picture of both counts once. */
export const bytesOnDisk = ({ bytes, other }: InstalledPack): number =>
  bytes + (other ? Math.max(0, other.bytes - other.shared) : 0);
