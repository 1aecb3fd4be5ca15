import { type Problem, ProblemError } from '#domain/problem.ts';
import { type Result, refuse } from '#domain/result.ts';

/** Ends the reading or writing of a bundle with a reason; `asResult` turns it into a value at the edge. */
export function fail(problem: Problem): never {
  throw new ProblemError(problem);
}

/** `limit` in bytes. */
export const tooLarge = (file: string, limit: number): Problem => ({
  code: 'bundle-too-large',
  file,
  limit: megabytes(limit),
});

export function failTooLarge(file: string, limit: number): never {
  throw new ProblemError(tooLarge(file, limit));
}

/** The same for one part of a bundle that is read as a whole. */
export function failPart(file: string, part: string, limit: number): never {
  throw new ProblemError({ code: 'bundle-part-too-large', file, part, limit: megabytes(limit) });
}

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

/** A refusal as a value; bugs are thrown on. */
export function asResult(error: unknown): Result<never> {
  if (error instanceof ProblemError) return refuse(error.problem);
  throw error;
}
