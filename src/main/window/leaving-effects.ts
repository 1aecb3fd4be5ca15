import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { Unsaved } from '#bridge/window.ts';
import type { Say } from '#domain/words/words.ts';
import { askAfterOthers } from './dialogs.ts';
import { unsavedQuestion } from './unsaved.ts';

/** The system's own question over the window. */
export async function confirmUnsaved(window: BrowserWindow, unsaved: readonly Unsaved[], say: Say): Promise<boolean> {
  const { message, detail, buttons } = unsavedQuestion(unsaved, say);
  const question = { message, detail, buttons: [...buttons], defaultId: 0, cancelId: 0 };
  return (await askAfterOthers(window, { ...question, type: 'warning' })) === 1;
}

/** About a window that has not said in time what it could not save. `signal` takes the question back. */
export async function confirmBusy(window: BrowserWindow, say: Say, signal: AbortSignal): Promise<boolean> {
  const response = await askAfterOthers(window, {
    type: 'warning',
    message: say('main.busy.fact'),
    detail: say('main.busy.more'),
    buttons: [say('main.busy.wait'), say('main.unsaved.close')],
    defaultId: 0,
    cancelId: 0,
    signal,
  });
  return response === 1;
}

/** Once, when the app is ready. `ends`: the session ends, whatever anybody answers. */
export function hearSystemEnd(ends: () => void): void {
  powerMonitor.on('shutdown', ends);
  // What Linux and macOS send a program that does not end by itself.
  process.on('SIGTERM', () => {
    ends();
    app.quit();
  });
}

/** Windows ends a session without closing windows: it says so to each. */
export function hearSessionEnd(window: BrowserWindow, flush: () => void, ends: () => void): void {
  // Another program may still keep the session from ending.
  window.on('query-session-end', flush);
  window.on('session-end', () => {
    flush();
    ends();
  });
}
