import type { BrowserWindow } from 'electron';

/** A window that hangs must close all the same. */
const PATIENCE = 3_000;

interface Effects {
  /** Asks the window to write what waits. */
  readonly ask: () => void;
  readonly later: (run: () => void, ms: number) => void;
}

/** Holds back the closing of a window until it has written what waits. */
export interface Leaving {
  /** From now on the window knows how to answer. */
  listens(): void;
  /** The window's answer. */
  ready(): void;
}

export function holdClosing(
  window: Pick<BrowserWindow, 'on' | 'destroy' | 'isDestroyed'>,
  { ask, later }: Effects,
): Leaving {
  let listening = false;
  let asked = false;
  const leave = (): void => {
    if (!window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    if (!listening) return;
    event.preventDefault();
    if (asked) return;
    asked = true;
    ask();
    later(leave, PATIENCE);
  });
  return {
    listens() {
      listening = true;
    },
    ready() {
      if (asked) leave();
    },
  };
}
