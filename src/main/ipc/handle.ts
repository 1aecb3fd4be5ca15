import { type BrowserWindow, ipcMain } from 'electron';
import { CALLS, type CallName, type Events } from '#bridge/calls.ts';
import { z } from '#domain/early-schema.ts';
import type { Log } from '../boot/log.ts';
import type { argumentsOf } from './arguments.ts';
import { type Answerer, answerCall } from './call.ts';
import type { FirstAnswers, LaterAnswers } from './topic.ts';

/** What the other calls are checked by and answered from. */
export interface Answers {
  readonly argumentsOf: typeof argumentsOf;
  readonly answers: LaterAnswers;
  /** The window that asked is gone, or shows another page: all that was begun for it ends. */
  readonly windowGone: () => void;
}

const NO_ARGUMENTS = z.tuple([]);

/** The one place where messages from the window arrive. `later` is asked with each call that `first` does not answer. */
export function handleCalls(
  first: FirstAnswers,
  later: () => Promise<Answers>,
  window: () => BrowserWindow | null,
  log: Log,
): void {
  const now: Readonly<Record<string, () => unknown>> = first;
  for (const name of Object.keys(CALLS) as CallName[]) {
    const answerer = async (): Promise<Answerer<readonly unknown[], unknown>> => {
      const answer = now[name];
      if (answer) return { args: NO_ARGUMENTS, answer };
      const { argumentsOf, answers } = await later();
      // Form and answer belong together by their name; the list of all of them has no type that says so.
      return { args: argumentsOf(name), answer: answers[name as keyof LaterAnswers] as () => unknown };
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
