import type { WebFrameMain } from 'electron';
import { ORIGIN } from '#domain/address.ts';
import { ProblemError } from '#domain/problem.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Log } from '../boot/log.ts';

/** The part of an IPC event that says who asks. `senderFrame` is `null` once the frame is gone. */
export interface Asker {
  readonly sender: { readonly id: number };
  readonly senderFrame: Pick<WebFrameMain, 'url' | 'parent'> | null;
}

/** The window that may ask, or `null` while there is none. */
export interface OurWindow {
  readonly id: number;
  readonly mainFrame: Asker['senderFrame'];
}

/** One question: what its arguments must look like and who answers. */
export interface Answerer<Args extends readonly unknown[], Value> {
  readonly args: {
    safeParse(value: unknown): { readonly success: true; readonly data: Args } | { readonly success: false };
  };
  readonly answer: (...args: Args) => Value | Promise<Value>;
}

/** Whether a question comes from the main frame of our window, showing our own page. */
export function isOurs({ sender, senderFrame }: Asker, window: OurWindow | null): boolean {
  if (!window || !senderFrame || sender.id !== window.id || senderFrame !== window.mainFrame) return false;
  return senderFrame.parent === null && senderFrame.url.startsWith(`${ORIGIN}/`);
}

/**
 * Asks one handler. Foreign askers are refused before it is even looked up, malformed arguments before it runs;
 * expected refusals come back as values; a bug is logged here and the window learns nothing of it but that the call
 * failed.
 */
export async function answerCall<Args extends readonly unknown[], Value>(
  name: string,
  answerer: () => Promise<Answerer<Args, Value>>,
  asked: { readonly asker: Asker; readonly args: readonly unknown[] },
  window: OurWindow | null,
  log: Log,
): Promise<Result<Value>> {
  try {
    if (!isOurs(asked.asker, window)) {
      log(`call ${name}: foreign sender refused`);
      return refuse({ code: 'call-refused' });
    }
    const { args, answer } = await answerer();
    const read = args.safeParse(asked.args);
    if (!read.success) {
      log(`call ${name}: arguments refused`);
      return refuse({ code: 'call-refused' });
    }
    return ok(await answer(...read.data));
  } catch (error) {
    if (error instanceof ProblemError) return refuse(error.problem);
    log(`call ${name}: failed`, error);
    return refuse({ code: 'call-refused' });
  }
}
