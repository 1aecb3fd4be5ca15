import type { BrowserWindow } from 'electron';

/** Shows the system's print dialog. That a person closed it, or that there is no printer, is the system's to say. */
export function printPage(window: BrowserWindow): null {
  window.webContents.print({ silent: false, printBackground: false });
  return null;
}
