import type { Problem } from '../problem.ts';
import type { Say } from './words.ts';

/** A problem as two sentences: the fact (shown bold), then what was not touched and what to do. */
export function problemWords(problem: Problem, say: Say): { readonly fact: string; readonly more: string } {
  const { code, ...rest } = problem;
  // A message chooses by a word without hyphens: the format takes no other.
  const values = 'reason' in rest ? { ...rest, reason: rest.reason.replaceAll('-', '') } : rest;
  return { fact: say(`problem.${code}`, values), more: say(`problem.${code}.more`, values) };
}
