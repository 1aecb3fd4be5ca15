import type { Start } from '#bridge/start.ts';
import { sharedValue } from '#kit/shared-value.ts';
import { ownRows } from '../db.ts';
import { noteRows } from '../notes/notes-db.ts';

/**
 * Why the window shows what mends and saves alone. `damaged`: its store does not open. `newer`: a newer Satchel wrote
 * it, and this one must not. `full`: it needs some space to be opened.
 */
export type SafeReason = NonNullable<Start['safe']> | 'damaged' | 'full' | 'newer';

const reason = sharedValue<SafeReason | null>(null);

/** Shows the safe screen in place of all else; `null` leaves it. */
export const showSafe = reason.set;

export const useSafeReason = reason.use;

/** Once no safe screen is shown. */
export const whenUsual = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (reason.get() !== null) return;
      leave();
      resolve();
    };
    const leave = reason.subscribe(look);
    look();
  });

/** What a person's databases are called, and the versions of them that this app writes. Asked before they are opened. */
export const ourVersions = (): Readonly<Record<string, number>> =>
  Object.fromEntries([noteRows(), ownRows()].map(({ name, verno }) => [name, verno]));

/** A store that does not answer must not keep the window from its first screen. */
const late = (): Promise<readonly []> => new Promise((resolve) => setTimeout(() => resolve([]), 1_000));

/**
 * Whether a newer app wrote a person's databases. Dexie opens those without a word and writes to them, so they are
 * looked at first.
 */
export async function hasNewerData(
  ours: Readonly<Record<string, number>> = ourVersions(),
  databases: () => Promise<readonly { readonly name?: string; readonly version?: number }[]> = () =>
    indexedDB.databases(),
): Promise<boolean> {
  // Dexie keeps its versions ten times as high. A store that does not answer is damaged, which shows by itself.
  const found = await Promise.race([databases().catch(() => []), late()]);
  return found.some(({ name = '', version = 0 }) => name in ours && Math.floor(version / 10) > (ours[name] ?? 0));
}
