import type { Status } from './choices.ts';
import { type FindPersonal, type Missing, missingFor } from './missing.ts';
import type { Note } from './note.ts';
import { planText } from './plan.ts';

/** Where a note may go from where it is; the first is the usual way on. */
const WAYS: Readonly<Record<Status, readonly Status[]>> = {
  idea: ['planned'],
  planned: ['ready', 'idea'],
  ready: ['running'],
  running: ['analysed', 'stopped'],
  stopped: ['analysed'],
  analysed: ['decided'],
  decided: ['shared'],
  shared: ['archived'],
  archived: ['shared'],
};

export const waysOn = ({ status, ending }: Pick<Note, 'status' | 'ending'>): readonly Status[] =>
  ending === null ? WAYS[status] : [];

export interface MoveEffects {
  readonly findPersonal: FindPersonal;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  /** SHA-256 of a text's UTF-8 bytes, hexadecimal. */
  readonly hash: (text: string) => Promise<string>;
}

export type Move = { readonly moved: Note } | { readonly missing: readonly Missing[] };

/**
 * Takes a note one step on, or says what is missing. "Ready" locks the plan; nothing unlocks it.
 * @throws Error for a step that does not lead on from where the note is
 */
export async function moveTo(note: Note, to: Status, { findPersonal, now, hash }: MoveEffects): Promise<Move> {
  if (!waysOn(note).includes(to)) throw new Error(`No way from ${note.status} to ${to}`);
  const missing = missingFor(note, to, findPersonal);
  if (missing.length > 0) return { missing };
  const moved = { ...note, status: to, changed: now() };
  if (to !== 'ready') return { moved };
  const text = planText(note);
  return { moved: { ...moved, plan: { text, hash: await hash(text), lockedAt: now() } } };
}
