import type { BrowserWindow } from 'electron';
import type { Unsaved } from '#bridge/calls.ts';

/** A window that hangs must close all the same. */
const PATIENCE = 3_000;

interface Effects {
  /** Asks the window to write what waits. */
  readonly ask: () => void;
  /** Asks the person whether to close although something is not saved. */
  readonly confirm: (unsaved: readonly Unsaved[]) => Promise<boolean>;
  readonly later: (run: () => void, ms: number) => void;
}

/** Holds back the closing of a window until it has written what waits. */
export interface Leaving {
  /** From now on the window knows how to answer. */
  listens(): void;
  /** The window's answer: what could not be saved. */
  ready(unsaved: readonly Unsaved[]): void;
  /** The system ends the session: nobody is asked any more. */
  ends(): void;
}

export function holdClosing(
  window: Pick<BrowserWindow, 'on' | 'destroy' | 'isDestroyed'>,
  { ask, confirm, later }: Effects,
): Leaving {
  let listening = false;
  let ending = false;
  /** Who is asked: the window what it could not save, then the person. */
  let asked: 'nobody' | 'window' | 'person' = 'nobody';
  let turn = 0;
  const leave = (): void => {
    if (!window.isDestroyed()) window.destroy();
  };
  const askPerson = async (unsaved: readonly Unsaved[]): Promise<void> => {
    asked = 'person';
    try {
      if (await confirm(unsaved)) leave();
    } finally {
      asked = 'nobody';
    }
  };
  window.on('close', (event) => {
    if (!listening) return;
    event.preventDefault();
    if (asked !== 'nobody') return;
    asked = 'window';
    turn += 1;
    const mine = turn;
    ask();
    later(() => {
      if (asked === 'window' && turn === mine) leave();
    }, PATIENCE);
  });
  return {
    listens() {
      listening = true;
    },
    ready(unsaved) {
      if (asked !== 'window') return;
      if (ending || unsaved.length === 0) leave();
      else void askPerson(unsaved);
    },
    ends() {
      ending = true;
      if (asked === 'person') leave();
    },
  };
}
