import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import { ORIGIN, toScreen } from '#domain/address.ts';
import type { FileEffects } from '../boot/json-file.ts';
import type { Log } from '../boot/log.ts';
import { openPlaceKeeper } from './place-keeper.ts';
import { isFirst, LEAST, readWindowPlace, USUAL, type WindowPlace, writeWindowPlace } from './window-place.ts';

/** All said, also what is the default today: a default can change, a promise must not. */
function webPreferences(preload: string, development: boolean, partition?: string): WebPreferences {
  return {
    ...(partition === undefined ? {} : { partition }),
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    plugins: false,
    spellcheck: true,
    devTools: development,
    // A page that heaps up its own boxes could not be left.
    disableDialogs: true,
  };
}

export interface WindowFacts {
  /** Where its place is remembered. */
  readonly folder: string;
  readonly preload: string;
  readonly development: boolean;
  /** Another session than the usual; one that lives in memory alone does not begin with `persist:`. */
  readonly partition?: string | undefined;
  /** Whether the screen that was open last is opened again. */
  readonly resumes: boolean;
  /** How its place is kept. */
  readonly files?: FileEffects;
  readonly log: Log;
}

export interface OpenWindow {
  readonly window: BrowserWindow;
  /** The address that was open last and was not opened again; `null` for none. */
  readonly notOpened: string | null;
}

/** Loads the first screen; the address that was left, where it was another. */
export function leaveScreen(window: BrowserWindow): string | null {
  const url = window.webContents.getURL();
  const left = url.startsWith(`${ORIGIN}/`) && toScreen(url) !== null ? url.slice(ORIGIN.length) : null;
  void window.loadURL(`${ORIGIN}/`);
  return left === null || isFirst(left) ? null : left;
}

/** The one window, where and as it was last time; not yet shown. */
export function openWindow({ folder, preload, development, partition, resumes, files, log }: WindowFacts): OpenWindow {
  const place = readWindowPlace(
    folder,
    screen.getAllDisplays().map(({ workArea }) => workArea),
    files,
  );
  const window = new BrowserWindow({
    ...(place.bounds ?? USUAL),
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    // While it is hidden its code is read; a page that is to be painted waits for the graphics process first.
    paintWhenInitiallyHidden: false,
    title: 'Satchel',
    // The two page colours of the design's tokens, so that the first moment does not flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#15181b' : '#ffffff',
    webPreferences: webPreferences(preload, development, partition),
  });
  if (place.maximised) window.maximize();
  rememberPlace(window, place, (now) => {
    try {
      writeWindowPlace(folder, now, files);
    } catch (error) {
      // Where the window was is not worth a message.
      log('window place not kept', error);
    }
  });
  void window.loadURL(`${ORIGIN}${resumes ? place.address : '/'}`);
  return { window, notOpened: resumes || isFirst(place.address) ? null : place.address };
}

function rememberPlace(window: BrowserWindow, start: WindowPlace, keep: (place: WindowPlace) => void): void {
  const keeper = openPlaceKeeper(start, keep);
  const moved = (): void => keeper.changed({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event as 'resize', moved);
  const went = (url: string): void => {
    if (toScreen(url) !== null) keeper.changed({ address: url.slice(ORIGIN.length) });
  };
  window.webContents.on('did-navigate', (_event, url) => went(url));
  window.webContents.on('did-navigate-in-page', (_event, url, mainFrame) => mainFrame && went(url));
  window.on('close', () => keeper.flush());
  // A window that is destroyed does not close; nothing is to be written once all that is kept was deleted.
  window.on('closed', () => keeper.flush());
}
