import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { ProblemError } from '#domain/problem.ts';
import { writeWhole, writeWholeNow } from '#files/write-whole.ts';
import { isDiskError, isFull } from '../notes/journal/disk.ts';
import { askOver, tellAlone } from '../window/dialogs.ts';
import { moveAside } from './aside.ts';
import { askErase, eraseHome, eraseIfAsked, eraseRest, isEraseAsked, unaskErase } from './erase.ts';
import type { Home, OpenHome } from './home.ts';
import { leftWords } from './left-words.ts';
import type { Log } from './log.ts';
import type { SafetyEffects } from './safety.ts';
import { StartRefused } from './start-refused.ts';

const marker = ({ folder }: Pick<Home, 'folder'>): string => join(folder, 'move-aside');

/**
 * Before Chromium opens its store: what could not be moved while it ran. Whether it could not be moved now either; it is
 * not tried again by itself, so that a start is always possible.
 */
export function moveAsideIfAsked(home: Home, log: Log): boolean {
  if (!existsSync(marker(home))) return false;
  try {
    rmSync(marker(home), { force: true });
    moveAside(home);
    return false;
  } catch (error) {
    log('the store could not be moved aside', error);
    return true;
  }
}

/**
 * Before anything is read in a home that this start has for itself: goes on with a deletion that was cut off.
 *
 * @throws StartRefused where something does not go: it is said once, and the next start begins with that
 */
export function eraseAgainIfAsked(home: Home): void {
  if (!isEraseAsked(home.folder)) return;
  const [left] = eraseIfAsked(home.folder);
  if (left)
    throw new StartRefused('main.notErased.fact', 'main.notErased.more', { name: left.path, folder: home.folder });
  for (const folder of [home.profile, home.logs, home.crashes]) mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Milliseconds after a window's start in which Shift means that it is to start safely. */
const AT_START = 3_000;

export function askedByShift(window: BrowserWindow, ask: () => void): void {
  const start = Date.now();
  window.webContents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown' && key === 'Shift' && Date.now() - start < AT_START) ask();
  });
}

/** @throws ProblemError where the home takes no mark: it may be away, and would come back as it was */
function mark(folder: string): void {
  try {
    askErase(folder);
  } catch (error) {
    // To delete is what makes space: then it goes without.
    if (!isFull(error)) throw isDiskError(error) ? new ProblemError({ code: 'home-unreadable' }) : error;
  }
}

/** What really happens to windows, folders and the disk. */
export const safetyEffects = (
  home: OpenHome,
  window: () => BrowserWindow,
): Omit<SafetyEffects, 'guidance' | 'problem'> => ({
  moveAside: () => moveAside(home),
  reload: () => window().webContents.reload(),
  restart() {
    writeWholeNow(marker(home), '', { mode: 0o600 });
    app.relaunch();
    app.exit(0);
  },
  async confirm(say) {
    const response = await askOver(window(), {
      type: 'warning',
      message: say('main.erase.fact'),
      detail: say('main.erase.more'),
      buttons: [say('main.erase.go'), say('main.erase.cancel')],
      defaultId: 1,
      cancelId: 1,
    });
    return response === 0;
  },
  async erase(say) {
    mark(home.folder);
    try {
      await session.defaultSession.clearStorageData();
    } catch (error) {
      // The app goes on, and so do the words that are written from now on.
      unaskErase(home.folder);
      throw error;
    }
    // Once no window is left that could write again.
    app.once('will-quit', (event) => {
      const left = eraseHome(home.folder);
      if (left.length === 0) return;
      event.preventDefault();
      const { message, detail } = leftWords(home.folder, left, say);
      void tellAlone(message, detail).finally(() => app.quit());
    });
    app.once('quit', () => eraseRest(home.folder));
    window().destroy();
  },
  async probe() {
    // Nothing is written to it.
    if (home.reading) return 0;
    // A network folder may answer quickly today and not tomorrow.
    if (home.folder.startsWith('\\\\')) return Number.POSITIVE_INFINITY;
    const times: number[] = [];
    // The best of three: a laptop that is busy is not a slow disk.
    for (let tries = 0; tries < 3; tries++) times.push(await probe(join(home.folder, 'probe')));
    return Math.min(...times);
  },
});

async function probe(path: string): Promise<number> {
  const start = performance.now();
  try {
    await writeWhole(path, 'probe', { mode: 0o600 });
    await rm(path, { force: true });
    return performance.now() - start;
  } catch (error) {
    // A full disk is told of otherwise.
    return isFull(error) ? 0 : Number.POSITIVE_INFINITY;
  }
}
