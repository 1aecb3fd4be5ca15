import type { BrowserWindow } from 'electron';
import type { Unsaved } from '#bridge/window.ts';

/** Milliseconds in which a window answers that is not busy. */
const PATIENCE = 3_000;

interface Effects {
  /** Asks the window to write what waits. */
  readonly ask: () => void;
  /** Asks the person whether to close although something is not saved. */
  readonly confirm: (unsaved: readonly Unsaved[]) => Promise<boolean>;
  /** Asks the person whether to close a window that does not answer; `signal` takes the question back. */
  readonly confirmBusy: (signal: AbortSignal) => Promise<boolean>;
  /** The window goes. `answered`: it said what it could not save. */
  readonly goes: (answered: boolean) => void;
  readonly later: (run: () => void, ms: number) => void;
}

/** Holds back the closing of a window until it has written what waits. */
export interface Leaving {
  /** From now on the window knows how to answer. */
  listens(): void;
  /** Done when the window goes, unless the person, asked about what is not saved, stays. */
  with(work: () => void): void;
  /** The window's answer: what could not be saved. */
  ready(unsaved: readonly Unsaved[]): void;
  /** The system ends the session: nobody is asked any more. */
  ends(): void;
}

export function holdClosing(
  window: Pick<BrowserWindow, 'on' | 'destroy' | 'isDestroyed'>,
  { ask, confirm, confirmBusy, goes, later }: Effects,
): Leaving {
  let listening = false;
  let ending = false;
  /** Who is asked: the window what it could not save, then the person. `late`: the window has not answered in time. */
  let asked: 'nobody' | 'window' | 'late window' | 'person' = 'nobody';
  let turn = 0;
  let work: (() => void) | null = null;
  /** The question about a window that does not answer. */
  let busy: AbortController | null = null;

  const leave = (answered: boolean): void => {
    busy?.abort();
    if (window.isDestroyed()) return;
    goes(answered);
    work?.();
    window.destroy();
  };
  const askPerson = async (unsaved: readonly Unsaved[]): Promise<void> => {
    asked = 'person';
    try {
      if (await confirm(unsaved)) leave(true);
      work = null;
    } finally {
      asked = 'nobody';
    }
  };
  const askBusy = async (): Promise<void> => {
    if (busy) return;
    const mine = turn;
    busy = new AbortController();
    try {
      const close = await confirmBusy(busy.signal);
      // It may have answered meanwhile.
      if (close && asked === 'late window' && turn === mine) leave(false);
    } finally {
      busy = null;
    }
  };

  window.on('close', (event) => {
    if (!listening) return;
    event.preventDefault();
    if (asked === 'late window') void askBusy();
    if (asked !== 'nobody') return;
    asked = 'window';
    turn += 1;
    const mine = turn;
    ask();
    later(() => {
      if (asked !== 'window' || turn !== mine) return;
      asked = 'late window';
      // A system that ends its session waits for nobody's answer.
      if (ending) leave(false);
      else void askBusy();
    }, PATIENCE);
  });
  return {
    listens() {
      listening = true;
    },
    with(its) {
      work = its;
    },
    ready(unsaved) {
      if (asked !== 'window' && asked !== 'late window') return;
      busy?.abort();
      if (ending || unsaved.length === 0) leave(true);
      else void askPerson(unsaved);
    },
    ends() {
      ending = true;
      if (asked === 'person') leave(true);
      if (asked === 'late window') leave(false);
    },
  };
}
