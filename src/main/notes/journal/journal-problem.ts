import { noSpace } from '#domain/no-space.ts';
import type { Problem } from '#domain/problem.ts';
import { isDiskError, isFull } from './disk.ts';

/** What a refusal of the disk means for a person. @throws the error itself when the disk did not make it */
export function diskProblem(error: unknown, code: 'journal-unwritable' | 'snapshot-unwritable', bytes = 0): Problem {
  if (isFull(error)) return noSpace(bytes);
  if (isDiskError(error)) return { code };
  throw error;
}
