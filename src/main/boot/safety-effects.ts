import { existsSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { writeWhole, writeWholeNow } from '#files/write-whole.ts';
import { isFull } from '../notes/journal/disk.ts';
import { askOver, tellAlone } from '../window/dialogs.ts';
import { moveAside } from './aside.ts';
import { eraseHome, eraseRest } from './erase.ts';
import type { Home, OpenHome } from './home.ts';
import { leftWords } from './left-words.ts';
import type { Log } from './log.ts';
import type { SafetyEffects } from './safety.ts';

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

/** Milliseconds after a window's start in which Shift means that it is to start safely. */
const AT_START = 3_000;

export function askedByShift(window: BrowserWindow, ask: () => void): void {
  const start = Date.now();
  window.webContents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown' && key === 'Shift' && Date.now() - start < AT_START) ask();
  });
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
    await session.defaultSession.clearStorageData();
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
