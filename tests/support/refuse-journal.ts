import type { ElectronApplication } from 'playwright-core';

/** Main answers as it does where the disk refuses the journal. */
export const refuseJournal = (app: ElectronApplication, on: boolean): Promise<void> =>
  app.evaluate(({ ipcMain }, refuse) => {
    // Electron keeps its handlers here; there is no other way to wrap one.
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (...words: unknown[]) => unknown>;
    };
    const kept = globalThis as unknown as { keep?: (...words: unknown[]) => unknown };
    const keep = kept.keep ?? handlers.get('journal:keep');
    if (!keep) throw new Error('Nobody answers journal:keep');
    kept.keep = keep;
    handlers.set(
      'journal:keep',
      refuse ? () => Promise.resolve({ ok: false, problem: { code: 'journal-unwritable' } }) : keep,
    );
  }, on);
