import { ProblemError } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import type { Say } from '#domain/words/words.ts';
import { tellOutcome } from './status.ts';

/** Says what was refused and nobody else has said, so that no deed ends in silence or in a "done" that is not true. */
export function hearProblems(say: Say, window: Window): void {
  const told = (event: Event, error: unknown): void => {
    if (!(error instanceof ProblemError)) return;
    event.preventDefault();
    tellOutcome(problemWords(error.problem, say).fact);
  };
  window.addEventListener('error', (event) => told(event, event.error));
  window.addEventListener('unhandledrejection', (event) => told(event, event.reason));
}
