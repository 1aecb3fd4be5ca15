import { LIMITS } from '#domain/limits.ts';
import { createAsker } from '#store/worker-port.ts';
import { startWorker } from '#store/worker-url.ts';
import type { ShownText } from './shown-text.ts';
import type { TextQuestion } from './text.worker.ts';
import workerUrl from './text.worker.ts?worker&url';

type Work = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

export interface TextReader {
  /** Reads Markdown by the rules for pages; a text that takes longer than a page may is not drawn. */
  readonly show: (markdown: string) => Promise<ShownText>;
  /** HTML of another program as Markdown; `null` where it takes too long. */
  readonly convert: (html: string) => Promise<string | null>;
}

/** Reads texts beside the window, so that typing never waits for it. @param most milliseconds */
function createTextReader(start: () => Work, most: number = LIMITS.pageParseMs): TextReader {
  let running: { readonly worker: Work; readonly ask: ReturnType<typeof createAsker> } | null = null;

  /** `null` where it took too long: then the next question has a new worker. */
  async function ask<A>(question: TextQuestion): Promise<A | null> {
    if (!running) {
      const worker = start();
      running = { worker, ask: createAsker(worker) };
    }
    const asked = running;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        asked.worker.terminate();
        if (running === asked) running = null;
        resolve(null);
      }, most);
    });
    try {
      return await Promise.race([asked.ask(question) as Promise<A>, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    show: async (markdown) => (await ask<ShownText>({ show: markdown })) ?? { unshown: 'too-slow' },
    convert: (html) => ask<string>({ html }),
  };
}

let reader: TextReader | undefined;

/** The window's one reader of note texts. Its worker starts with the first use. */
export function textReader(): TextReader {
  reader ??= createTextReader(() => startWorker(workerUrl));
  return reader;
}
