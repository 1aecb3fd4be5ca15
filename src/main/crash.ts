import { app, type BrowserWindow, dialog } from 'electron';
import type { Say } from '#domain/words/words.ts';
import type { Log } from './log.ts';

/** A second crash within this many milliseconds is not answered by loading again. */
const SOON = 60_000;

/** After a crash the window comes back by itself once; if it crashes again soon, a person decides. */
export function recover(window: BrowserWindow, say: () => Promise<Say>, log: Log, now: () => number = Date.now): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`window gone: ${reason} ${exitCode}`);
    if (reason === 'clean-exit') return;
    const soon = now() - last < SOON;
    last = now();
    if (soon) void say().then((words) => ask(window, words));
    else window.webContents.reload();
  });
}

async function ask(window: BrowserWindow, say: Say): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: say('main.crash.fact'),
    detail: say('main.crash.more'),
    buttons: [say('main.crash.again'), say('main.crash.close')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}

/** Writes down what nobody caught. */
export function logUncaught(log: Log): void {
  process.on('uncaughtException', (error) => log('uncaught', error));
  process.on('unhandledRejection', (error) => log('unhandled', error));
}
