import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import { ORIGIN, toScreen } from '#domain/address.ts';
import type { Log } from './log.ts';
import { openPlaceKeeper } from './place-keeper.ts';
import { LEAST, readWindowPlace, USUAL, type WindowPlace, writeWindowPlace } from './window-place.ts';

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
  };
}

export interface WindowFacts {
  /** Where its place is remembered. */
  readonly folder: string;
  readonly preload: string;
  readonly development: boolean;
  /** Another session than the usual; one that lives in memory alone does not begin with `persist:`. */
  readonly partition?: string | undefined;
  readonly log: Log;
}

/** The one window, where and as it was last time; not yet shown. */
export function openWindow({ folder, preload, development, partition, log }: WindowFacts): BrowserWindow {
  const place = readWindowPlace(
    folder,
    screen.getAllDisplays().map(({ workArea }) => workArea),
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
      writeWindowPlace(folder, now);
    } catch (error) {
      // Where the window was is not worth a message.
      log('window place not kept', error);
    }
  });
  void window.loadURL(`${ORIGIN}${place.address}`);
  return window;
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
}
