import { LIMITS } from '#domain/limits.ts';
import type { Note } from '#domain/note/record/note.ts';
import { templateTexts } from '#domain/note/template-texts.ts';
import { createAsker } from '#kit/worker-port.ts';
import { startWorker } from '#kit/worker-url.ts';
import type { NoteTree } from './note-tree.ts';
import type { ShownText } from './shown-text.ts';
import type { TextQuestion } from './text.worker.ts';
import workerUrl from './text.worker.ts?worker&url';

type Work = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

export interface TextReader {
  /** Reads Markdown by the rules for pages; a text that takes longer than a page may is not drawn. */
  readonly show: (markdown: string) => Promise<ShownText>;
  /** A whole note as it is on paper; without a tree where that takes longer than a page may. */
  readonly paper: (note: Note) => Promise<NoteTree>;
  /** HTML of another program as Markdown; `null` where it takes too long. */
  readonly convert: (html: string) => Promise<string | null>;
}

/** Milliseconds that reading what was pasted may take: somebody waits for it with the next word. */
const MOST_PASTED = 2_000;

/** Reads texts beside the window, so that typing never waits for it. What is pasted waits for no preview. */
export function createTextReader(start: () => Work): TextReader {
  const ask = lane(start, LIMITS.pageParseMs);
  const askPasted = lane(start, MOST_PASTED);
  return {
    show: async (markdown) => (await ask<ShownText>({ show: markdown })) ?? { unshown: 'too-slow' },
    paper: async (note) =>
      (await ask<NoteTree>({ paper: note, templates: templateTexts(note) })) ?? {
        tree: null,
        body: note.text,
        shown: new Set(),
      },
    convert: (html) => askPasted<string>({ html }),
  };
}

/**
 * One worker and one question at a time, so that the one that takes too long is the one that is asked. It is ended then,
 * also where it failed; the next question has a new one.
 * @param most milliseconds of one question
 */
function lane(start: () => Work, most: number): <A>(question: TextQuestion) => Promise<A | null> {
  let running: { readonly worker: Work; readonly ask: ReturnType<typeof createAsker> } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    running?.worker.terminate();
    running = null;
  };

  async function askNow<A>(question: TextQuestion): Promise<A | null> {
    if (!running) {
      const worker = start();
      running = { worker, ask: createAsker(worker) };
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        end();
        resolve(null);
      }, most);
    });
    try {
      return await Promise.race([running.ask(question) as Promise<A>, late]);
    } catch (error) {
      end();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  return <A>(question: TextQuestion) => {
    const answer = turn.then(() => askNow<A>(question));
    turn = answer.catch(() => undefined);
    return answer;
  };
}

let reader: TextReader | undefined;

/** The window's one reader of note texts. Its worker starts with the first use. */
export function textReader(): TextReader {
  reader ??= createTextReader(() => startWorker(workerUrl));
  return reader;
}
