import { ProblemError } from '#domain/problem.ts';
import type { FromReader, QuestionName, Questions, ReadingProgress, ToReader } from './questions.ts';

/** Says how far the question is that is being answered. */
type Told = (progress: ReadingProgress) => void;

/** The answer to every question; expected refusals are thrown as `ProblemError`. */
export type ReaderAnswers = {
  readonly [N in QuestionName]: (asked: Parameters<Questions[N]>[0], told: Told) => Promise<ReturnType<Questions[N]>>;
};

/** How main is spoken with. */
export interface Port {
  readonly post: (message: FromReader) => void;
  /** Calls again and again, every so many milliseconds. */
  readonly every: (ms: number, beat: () => void) => void;
}

/** Milliseconds between two beats. */
const BEAT = 100;

/** Answers questions as they come. While it works and still turns, it says so. */
export function serve(answers: ReaderAnswers, port: Port): (message: ToReader) => Promise<void> {
  let working = 0;
  let progress: ReadingProgress | null = null;
  const beat = (): void => port.post({ kind: 'beat', progress });
  port.every(BEAT, () => {
    if (working > 0) beat();
  });
  // Everything is loaded: from now on its time counts.
  beat();
  return async ({ id, name, asked }) => {
    working += 1;
    progress = null;
    try {
      const value = await answers[name](asked as never, (now) => {
        progress = now;
      });
      port.post({ kind: 'answer', id, value });
    } catch (error) {
      if (error instanceof ProblemError) port.post({ kind: 'problem', id, problem: error.problem });
      else port.post({ kind: 'bug', id, message: error instanceof Error ? (error.stack ?? error.message) : 'unknown' });
    } finally {
      working -= 1;
    }
  };
}
