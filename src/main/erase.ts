import { rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What Chromium still has open goes last, when the app has ended. */
const OPEN = new Set(['profile', 'logs', 'crashes']);

/** Deletes what lies in the home folder but what is still in use. @throws what the disk said */
export async function eraseHome(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!OPEN.has(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Deletes the rest. Called as the very last thing; what a system will not give then stays empty of databases. */
export function eraseRest(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // Windows keeps the files of a process that is ending.
  }
}
