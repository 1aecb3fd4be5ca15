import type { BrowserWindow } from 'electron';

/** Tells when what a window had begun will not be asked for any more: it closed, crashed, or shows another page. */
export function hearGone(window: BrowserWindow, gone: () => void): void {
  // Not when the other page is asked for: until it is there the one before may still begin something.
  window.webContents.on('did-navigate', gone);
  window.webContents.on('render-process-gone', gone);
  window.on('closed', gone);
}
