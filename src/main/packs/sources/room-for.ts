import { LIMITS } from '#domain/limits.ts';
import { ProblemError } from '#domain/problem.ts';
import type { NamedBlob } from '#reading/questions.ts';

const MEGABYTE = 1_000_000;

/**
 * Refuses before anything is fetched what would not fit. `bytes`: all that is going to be written; what must stay free
 * comes on top.
 * @throws ProblemError `update-no-space`
 */
export async function leaveRoom(pack: string, bytes: number, free: () => Promise<number>): Promise<void> {
  const needed = bytes + LIMITS.leftFree;
  const has = await free();
  if (has >= needed) return;
  throw new ProblemError({
    code: 'update-no-space',
    pack,
    needed: Math.ceil(needed / MEGABYTE),
    free: Math.floor(has / MEGABYTE),
  });
}

/** Bytes of those files that are not among what lies here. */
export const bytesNotHere = (files: readonly NamedBlob[], here: ReadonlyMap<string, number>): number =>
  files.reduce((sum, { sha256, size }) => (here.has(sha256) ? sum : sum + size), 0);
