import { expect } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { strangeInDocument } from './dom-parts.ts';

/** Keeps watch over a window in which nothing of a pack may run, load, ask, open or lead away. */
export interface Watch {
  /** Fails when anything of the kind has happened since the watch began. `where` names what was just done. */
  readonly quiet: (where: string) => Promise<void>;
}

/** Names that payloads set when they run. */
const CANARIES = ['__CANARY__', '__pwned', 'pwned', '__xss'];

/** Only our own files, and pictures that the window made itself. */
const ours = (url: string): boolean => url.startsWith('app://satchel/') || url.startsWith('blob:app://satchel/');

/**
 * Begins the watch. `heard` is what a recording server of the test got, if there is one. The window is only read:
 * what Playwright evaluates is free of the ban on `eval`, so nothing is fired from there.
 */
export async function watchWindow(running: RunningApp, heard: readonly string[] = []): Promise<Watch> {
  const { app, window, reports } = running;
  const seen: string[] = [];
  app.on('window', (page) => seen.push(`window ${page.url()}`));
  app.context().on('request', (request) => ours(request.url()) || seen.push(`request ${request.url()}`));
  window.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  window.on('framenavigated', (frame) => ours(frame.url()) || seen.push(`navigation ${frame.url()}`));
  window.on('popup', (page) => seen.push(`popup ${page.url()}`));
  window.on('download', (download) => seen.push(`download ${download.url()}`));
  await window.evaluate(() => {
    const stopped: string[] = [];
    addEventListener('securitypolicyviolation', (event) =>
      stopped.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
    Object.assign(globalThis, { policyStopped: stopped });
  });
  return {
    quiet: async (where) => {
      const page = await window.evaluate(
        (names) => ({
          set: names.filter((name) => (globalThis as Record<string, unknown>)[name] !== undefined),
          stopped: (globalThis as unknown as { policyStopped: readonly string[] }).policyStopped,
          frames: globalThis.length,
          origin: location.origin,
        }),
        CANARIES,
      );
      const windows = await app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
      expect({ where, ...page, windows, seen, heard, reports }).toEqual({
        where,
        set: [],
        stopped: [],
        frames: 0,
        origin: 'app://satchel',
        windows: 1,
        seen: [],
        heard: [],
        reports: [],
      });
      expect(await window.evaluate(strangeInDocument), where).toEqual([]);
    },
  };
}
