import { app, type BrowserWindow } from 'electron';
import type { Say } from '#domain/words/words.ts';
import { askAfterOthers } from '../window/dialogs.ts';
import type { Log } from './log.ts';

/** A second crash within this many milliseconds is not answered by loading again. */
const SOON = 60_000;

/**
 * After a crash the window comes back by itself once; if it crashes again soon, a person decides. `again` loads it, but
 * not with the screen that stood there.
 */
export function recover(
  window: BrowserWindow,
  again: () => void,
  say: () => Promise<Say>,
  log: Log,
  now: () => number = Date.now,
): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`window gone: ${reason} ${exitCode}`);
    if (reason === 'clean-exit') return;
    const soon = now() - last < SOON;
    last = now();
    if (soon) void say().then(async (words) => ((await ask(window, words)) ? again() : app.quit()));
    else again();
  });
}

async function ask(window: BrowserWindow, say: Say): Promise<boolean> {
  const response = await askAfterOthers(window, {
    type: 'error',
    message: say('main.crash.fact'),
    detail: say('main.crash.more'),
    buttons: [say('main.crash.again'), say('main.crash.close')],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
