import { type BrowserWindow, ipcMain } from 'electron';
import { CALL_NAMES, type CallName, type Calls, DROPPED, type Events, type Offer } from '#bridge/calls.ts';
import { type Answerer, answerCall } from './call.ts';
import type { Log } from './log.ts';

type Question<N extends CallName> = Answerer<Parameters<Calls[N]>, ReturnType<Calls[N]>>;

/** An answerer for every call: one that is missing does not compile. */
export type Questions = { readonly [N in CallName]: Question<N> } & {
  /** Paths of files dropped on the window; only the preload can name them. */
  readonly [DROPPED]: Answerer<[readonly string[]], readonly Offer[]>;
};

/** The one place where messages from the window arrive. */
export function handleCalls(questions: Questions, window: () => BrowserWindow | null, log: Log): void {
  for (const name of [...CALL_NAMES, DROPPED] as const) {
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      const contents = window()?.webContents;
      const ours = contents && !contents.isDestroyed() ? { id: contents.id, mainFrame: contents.mainFrame } : null;
      // Each answerer checks its own arguments; the list of them has no common type to say so.
      return answerCall(
        name,
        questions[name] as Answerer<readonly unknown[], unknown>,
        { asker: event, args },
        ours,
        log,
      );
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
