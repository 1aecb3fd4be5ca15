import { type BrowserWindow, ipcMain } from 'electron';
import { CALL_NAMES, type CallName, type Calls, DROPPED, type Events, type Offer } from '#bridge/calls.ts';
import type { Log } from '../boot/log.ts';
import type { ARGUMENTS } from './arguments.ts';
import { type Answerer, answerCall } from './call.ts';

type Maybe<T> = T | Promise<T>;

/** What the window asks before it shows anything. Answered without what the other answers are made of. */
export interface FirstAnswers {
  readonly 'app:start': Answerer<Parameters<Calls['app:start']>, ReturnType<Calls['app:start']>>;
}

/** A handler for every other call: one that is missing does not compile. Expected refusals are thrown as `ProblemError`. */
export type Handlers = {
  readonly [N in Exclude<CallName, keyof FirstAnswers>]: (...args: Parameters<Calls[N]>) => Maybe<ReturnType<Calls[N]>>;
} & {
  readonly [DROPPED]: (paths: readonly string[]) => Maybe<readonly Offer[]>;
};

/** What the other calls are checked by and answered from. */
export interface Answers {
  readonly args: typeof ARGUMENTS;
  readonly handlers: Handlers;
  /** The window that asked is gone, or shows another page: all that was begun for it ends. */
  readonly windowGone: () => void;
}

/** The one place where messages from the window arrive. `rest` is asked with each call that `first` does not answer. */
export function handleCalls(
  first: FirstAnswers,
  rest: () => Promise<Answers>,
  window: () => BrowserWindow | null,
  log: Log,
): void {
  for (const name of [...CALL_NAMES, DROPPED] as const) {
    // Form and handler belong together by their name; the list of all of them has no type that says so.
    const answerer = async (): Promise<Answerer<readonly unknown[], unknown>> => {
      if (name in first) return first[name as keyof FirstAnswers] as Answerer<readonly unknown[], unknown>;
      const { args, handlers } = await rest();
      return { args: args[name], answer: handlers[name as keyof Handlers] } as Answerer<readonly unknown[], unknown>;
    };
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      const contents = window()?.webContents;
      const ours = contents && !contents.isDestroyed() ? { id: contents.id, mainFrame: contents.mainFrame } : null;
      return answerCall(name, answerer, { asker: event, args }, ours, log);
    });
  }
}

/** Tells the window something unasked. */
export function tell<N extends keyof Events>(
  window: BrowserWindow | null,
  name: N,
  ...args: Parameters<Events[N]>
): void {
  if (window && !window.isDestroyed()) window.webContents.send(`event:${name}`, ...args);
}
