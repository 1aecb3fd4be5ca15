import { type Problem, ProblemError } from '#domain/problem.ts';

/** Marks an answer that writes to the home: in a start that may not write there, it refuses instead. */
export type Writing = <F extends (...args: never[]) => unknown>(answer: F) => F | (() => never);

/** @param refusal why nothing may be written to the home in this start; `null` where it may */
export const writingUnless =
  (refusal: Problem | null): Writing =>
  (answer) =>
    refusal === null
      ? answer
      : () => {
          throw new ProblemError(refusal);
        };
