import type { BrowserWindow } from 'electron';

type NewWindow = Pick<BrowserWindow, 'isDestroyed' | 'show'> & {
  readonly webContents: { once(event: 'did-navigate' | 'dom-ready', listener: () => void): unknown };
};

/**
 * Shows a new window once its code runs. Its menu is added first, which would else move what is in it, but not before
 * the page is on its way, which it would hold up.
 */
export function showWhenReady(window: NewWindow, addMenu: () => Promise<void>): void {
  let menu: Promise<void> = Promise.resolve();
  window.webContents.once('did-navigate', () => {
    menu = addMenu();
  });
  window.webContents.once('dom-ready', () => {
    const show = (): void => {
      if (!window.isDestroyed()) window.show();
    };
    void menu.finally(show);
  });
}
