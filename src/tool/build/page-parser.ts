import { Worker } from 'node:worker_threads';
import { LIMITS } from '#domain/limits.ts';
import type { ParsedPage } from '#markdown/parsed-page.ts';
import type { LinkTable } from '#tool/lint/link-table.ts';
import { unshownPage } from './unshown-page.ts';
import { afterWork, type WorkTimer } from './work-timer.ts';

export interface ParseJob {
  readonly text: string;
  /** Path in the pack folder. */
  readonly file: string;
  readonly lang?: string;
}

/** Parses the pages of one pack, one after the other, within a limit of time a page. */
export interface PageParser {
  parse(job: ParseJob, table: LinkTable): Promise<ParsedPage>;
  close(): Promise<void>;
}

/** What the parser asks of a thread. */
export interface ParseThread {
  post(job: ParseJob): void;
  /** The next message: `'ready'` once, then an answer for each job. Rejects when the thread ends. */
  next(): Promise<unknown>;
  stop(): Promise<unknown>;
}

export interface ParserEffects {
  readonly start: (table: LinkTable) => ParseThread;
  readonly after: (ms: number) => WorkTimer;
}

/** Memory of a thread, in megabytes: several times what the largest allowed page needs. */
const MEMORY = 1_024;

const parserEffects: ParserEffects = {
  start: (table) =>
    threadOf(
      new Worker(new URL('./parse-worker.js', import.meta.url), {
        workerData: table,
        resourceLimits: { maxOldGenerationSizeMb: MEMORY },
      }),
    ),
  after: (ms) => afterWork(ms),
};

/**
 * A parser in a thread of its own. A page that passes the limit comes back as text with the reason `too-slow`; its
 * thread is stopped and the next page gets a new one.
 */
export function createPageParser(effects: ParserEffects = parserEffects): PageParser {
  let thread: ParseThread | undefined;
  const stop = async (): Promise<void> => {
    const stopped = thread;
    thread = undefined;
    await stopped?.stop();
  };
  return {
    parse: async (job, table) => {
      if (thread === undefined) {
        thread = effects.start(table);
        await thread.next();
      }
      const timer = effects.after(LIMITS.pageParseMs);
      thread.post(job);
      try {
        const answer = await Promise.race([thread.next(), timer.passed]);
        if (answer !== 'passed') return (answer as { parsed: ParsedPage }).parsed;
        await stop();
        return unshownPage(job.text, 'too-slow');
      } catch (error) {
        await stop();
        if (ranOutOfMemory(error)) return unshownPage(job.text, 'too-many-parts');
        if (error instanceof RangeError) return unshownPage(job.text, 'too-deep');
        throw error;
      } finally {
        timer.cancel();
      }
    },
    close: stop,
  };
}

const ranOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A real thread, its messages one at a time. */
export function threadOf(worker: Worker): ParseThread {
  return {
    post: (job) => worker.postMessage(job),
    next: () =>
      new Promise((resolve, reject) => {
        const settle = (): void => {
          worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        };
        const onMessage = (message: unknown): void => {
          settle();
          resolve(message);
        };
        const onError = (error: unknown): void => {
          settle();
          reject(error);
        };
        const onExit = (): void => {
          settle();
          reject(new Error('The parse thread ended'));
        };
        worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      }),
    stop: () => worker.terminate(),
  };
}
