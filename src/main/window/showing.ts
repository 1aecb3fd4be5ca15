import type { BrowserWindow } from 'electron';

type NewWindow = Pick<BrowserWindow, 'isDestroyed' | 'show'> & {
  readonly webContents: { once(event: 'did-navigate' | 'dom-ready', listener: () => void): unknown };
};

/** Milliseconds after which it is shown, whatever it has. */
const LATE = 15_000;

/**
 * Shows a new window once its code runs. Its menu is added first, which would else move what is in it, but not before
 * the page is on its way, which it would hold up. `shown` is told when it stands.
 */
export function showWhenReady(
  window: NewWindow,
  addMenu: () => Promise<void>,
  shown: () => void = () => undefined,
  later: (run: () => void, ms: number) => unknown = setTimeout,
): void {
  let isShown = false;
  let menu: Promise<void> = Promise.resolve();
  window.webContents.once('did-navigate', () => {
    menu = addMenu();
  });
  window.webContents.once('dom-ready', () => {
    // A menu that could not be made is told of by whoever makes it.
    void menu.catch(() => undefined).then(show);
  });
  // A page that does not come is seen not to come: a window that nobody sees could not even be closed.
  later(show, LATE);
  function show(): void {
    if (isShown || window.isDestroyed()) return;
    isShown = true;
    window.show();
    shown();
  }
}
