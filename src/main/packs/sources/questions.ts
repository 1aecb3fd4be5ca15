import type { PackSource, SourceKnown } from '#domain/pack/source.ts';

/** Sources that are being asked: each once at a time, and each can be ended by itself. */
export interface Questions {
  has(id: string): boolean;
  /** Asks it, or waits for the answer that is on its way. */
  ask(source: PackSource): Promise<SourceKnown>;
  /** Ends the question to one; to all where none is named. */
  stop(id?: string): void;
}

interface Question {
  readonly answer: Promise<SourceKnown>;
  readonly control: AbortController;
}

/** `changed`: another one is asked, or one is asked no more. */
export function openQuestions(
  ask: (source: PackSource, signal: AbortSignal) => Promise<SourceKnown>,
  changed: () => void,
): Questions {
  const asked = new Map<string, Question>();
  return {
    has: (id) => asked.has(id),
    ask(source) {
      const running = asked.get(source.id);
      if (running) return running.answer;
      const control = new AbortController();
      const answer = ask(source, control.signal).finally(() => {
        asked.delete(source.id);
        changed();
      });
      asked.set(source.id, { answer, control });
      changed();
      return answer;
    },
    stop(id) {
      for (const [one, { control }] of asked) if (id === undefined || one === id) control.abort();
    },
  };
}
