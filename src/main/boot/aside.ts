import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** Where Chromium keeps the window's databases in a profile. */
const STORE = 'IndexedDB';

/**
 * Moves the window's store out of the way, so that a new one is made; nothing is deleted. Whether there was one.
 *
 * @throws what the disk said, as where another process still has it open
 */
export function moveAside(home: { readonly folder: string; readonly profile: string }): boolean {
  const store = join(home.profile, STORE);
  if (!existsSync(store)) return false;
  const aside = join(home.folder, 'aside');
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const number = Math.max(0, ...readdirSync(aside).map((name) => Number.parseInt(name, 10) || 0)) + 1;
  renameSync(store, join(aside, `${number}-${STORE}`));
  return true;
}
