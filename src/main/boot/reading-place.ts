import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freeSpace } from './free-space.ts';
import { StartRefused } from './start-refused.ts';

interface Place {
  readonly profile: string;
  readonly logs: string;
  readonly crashes: string;
}

const NAME = /^satchel-reading-(\d+)-/;

/** What Chromium must write somewhere when the home takes nothing. It lasts as long as this start. @throws StartRefused */
export function readingPlace(within: string = tmpdir()): Place {
  try {
    removeOld(within);
    const folder = mkdtempSync(join(within, `satchel-reading-${process.pid}-`));
    const place = { profile: join(folder, 'profile'), logs: join(folder, 'logs'), crashes: join(folder, 'crashes') };
    for (const path of Object.values(place)) mkdirSync(path, { mode: 0o700 });
    return place;
  } catch {
    throw new StartRefused('main.noPlace.fact', 'main.noPlace.more', { folder: within });
  }
}

/** Removes it, as the very last thing. */
export function removeReadingPlace({ profile }: Place): void {
  rmSync(dirname(profile), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** What a start that was killed left behind holds a copy of a person's notes. */
function removeOld(within: string): void {
  for (const name of readdirSync(within)) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    try {
      rmSync(join(within, name), { recursive: true, force: true });
    } catch {
      // Another person's.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What a window reads of a profile: its databases, and what it looked like. */
const STORES = ['IndexedDB', 'Local Storage'];
/** Bytes that are left free. */
const ROOM = 64 * 1024 * 1024;

/** Copies the window's store, so that packs and notes can be read. Where that does not go they come as in a new one. */
export async function takeStore(from: string, to: string, free = freeSpace): Promise<void> {
  for (const store of STORES) {
    try {
      if ((await sizeOf(join(from, store))) + ROOM > (await free(to))) continue;
      await copyFolder(join(from, store), join(to, store));
    } catch {
      await rm(join(to, store), { recursive: true, force: true });
    }
  }
}

async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) size += (await stat(join(entry.parentPath, entry.name))).size;
  return size;
}

/** Files and folders alone, with rights of their own: those of the home allow too little. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    // The lock of whoever had it open is no part of it.
    if (!entry.isFile() || entry.name === 'LOCK') continue;
    await copyFile(source, target);
    await chmod(target, 0o600);
  }
}
