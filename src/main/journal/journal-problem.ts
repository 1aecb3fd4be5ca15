import type { Problem } from '#domain/problem.ts';
import { isDiskError, isFull } from './disk.ts';

const MEGABYTE = 1024 * 1024;

/** What a refusal of the disk means for a person. @throws the error itself when the disk did not make it */
export function diskProblem(error: unknown, code: 'journal-unwritable' | 'snapshot-unwritable', bytes = 0): Problem {
  if (isFull(error)) return { code: 'no-space', needed: Math.max(1, Math.ceil(bytes / MEGABYTE)) };
  if (isDiskError(error)) return { code };
  throw error;
}
