import type { BrowserWindow } from 'electron';
import { app, powerMonitor } from 'electron';
import type { HeldBy } from '#domain/held-by.ts';
import type { Say } from '#domain/words/words.ts';
import { askOver } from '../window/dialogs.ts';
import type { Leaving } from '../window/leaving.ts';
import { BEAT, type Hold, holdHome, takeOver } from './holder.ts';
import { markOpen } from './open-mark.ts';

/**
 * Holds the folder for as long as the app runs, with a sign of life now and then. `told`: another one took it over, or
 * `null`: it is this start's again.
 */
export function keepHold(folder: string, told: (by: HeldBy | null) => void): Hold {
  const hold = holdHome(folder, told);
  const unmark = markOpen(folder);
  setInterval(() => void hold.beat(), BEAT).unref();
  // Before anything else is done after a sleep: another machine may have waited in vain.
  void app.whenReady().then(() => powerMonitor.on('resume', () => void hold.beat()));
  process.on('exit', () => {
    hold.release();
    unmark();
  });
  return hold;
}

/**
 * Takes the folder from another machine and starts anew, if a person says that it is not in use there. The window is left
 * as always: what was written in it meanwhile is asked about, and whoever then stays has taken nothing.
 */
export async function askToTakeOver(
  window: BrowserWindow,
  folder: string,
  by: HeldBy,
  say: Say,
  leaving: Pick<Leaving, 'with'>,
): Promise<'cancelled'> {
  const response = await askOver(window, {
    type: 'warning',
    message: say('main.takeOver.fact', { host: by.host }),
    detail: say('main.takeOver.more', { host: by.host }),
    buttons: [say('main.takeOver.go'), say('main.takeOver.cancel')],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) {
    leaving.with(() => {
      takeOver(folder);
      app.relaunch();
    });
    app.quit();
  }
  return 'cancelled';
}
