import { type Problem, ProblemError, type UnsafeReason } from '#domain/problem.ts';

/** Ends the reading of a pack with a reason; `open-pack.ts` and the caller of `parts` turn it into a value. */
export function fail(problem: Problem): never {
  throw new ProblemError(problem);
}

export function failUnsafe(file: string, reason: UnsafeReason): never {
  throw new ProblemError({ code: 'pack-unsafe', file, reason });
}

/** `limit` in bytes. */
export const tooLarge = (file: string, limit: number): Problem => ({
  code: 'pack-too-large',
  file,
  limit: `${limit / 1024 / 1024} MB`,
});

export function failTooLarge(file: string, limit: number): never {
  throw new ProblemError(tooLarge(file, limit));
}
