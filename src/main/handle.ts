import { type BrowserWindow, ipcMain } from 'electron';
import { CALL_NAMES, type CallName, type Calls, DROPPED, type Events, type Offer } from '#bridge/calls.ts';
import { ARGUMENTS } from './arguments.ts';
import { type Answerer, answerCall } from './call.ts';
import type { Log } from './log.ts';

type Maybe<T> = T | Promise<T>;

/** A handler for every call: one that is missing does not compile. Expected refusals are thrown as `ProblemError`. */
export type Handlers = { readonly [N in CallName]: (...args: Parameters<Calls[N]>) => Maybe<ReturnType<Calls[N]>> } & {
  readonly [DROPPED]: (paths: readonly string[]) => Maybe<readonly Offer[]>;
};

/** The one place where messages from the window arrive. */
export function handleCalls(handlers: Handlers, window: () => BrowserWindow | null, log: Log): void {
  for (const name of [...CALL_NAMES, DROPPED] as const) {
    // Form and handler belong together by their name; the list of all of them has no type that says so.
    const answerer = { args: ARGUMENTS[name], answer: handlers[name] } as Answerer<readonly unknown[], unknown>;
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
