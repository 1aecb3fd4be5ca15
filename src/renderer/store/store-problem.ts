import { noSpace } from '#domain/no-space.ts';
import type { Problem } from '#domain/problem.ts';
import { WriteRefused } from './write-guard.ts';

/** What the database refuses for reasons of the laptop, not of ours. */
const UNAVAILABLE = new Set([
  'OpenFailedError',
  'DatabaseClosedError',
  'MissingAPIError',
  'UnknownError',
  'TimeoutError',
  'AbortError',
  'InvalidStateError',
  'VersionError',
  'NotFoundError',
]);

/** The error and what lies under it: Dexie wraps the browser's own. */
function causes(error: unknown): readonly { readonly name?: unknown }[] {
  const found: object[] = [];
  let next: unknown = error;
  while (typeof next === 'object' && next !== null && !found.includes(next)) {
    found.push(next);
    const { inner, failures } = next as { readonly inner?: unknown; readonly failures?: readonly unknown[] };
    next = inner ?? failures?.[0];
  }
  return found;
}

/** A database error as a value; `null` for a bug, which should throw. `bytes` is what was to be stored. */
export function storeProblem(error: unknown, bytes: number): Problem | null {
  const refused = causes(error).find((cause) => cause instanceof WriteRefused);
  if (refused instanceof WriteRefused) return refused.problem;
  const names = causes(error).map(({ name }) => String(name));
  if (names.includes('QuotaExceededError')) {
    return noSpace(bytes);
  }
  return names.some((name) => UNAVAILABLE.has(name)) ? { code: 'store-unavailable' } : null;
}
