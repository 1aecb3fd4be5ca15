import type { Day } from '../day.ts';
import type { Status } from './choices.ts';
import { isFound } from './found.ts';
import { type FindPersonal, type Missing, missingFor } from './missing.ts';
import { planText } from './plan.ts';
import { UNLOCKED } from './plan-now.ts';
import type { Note } from './record/note.ts';

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
  /** In the laptop's zone. */
  readonly today: Day;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  /** SHA-256 of a text's UTF-8 bytes, hexadecimal. */
  readonly hash: (text: string) => Promise<string>;
}

export type Move = { readonly moved: Note } | { readonly missing: readonly Missing[] };

/**
 * Takes a note one step on, or says what is missing. "Ready" locks the plan; see `mayUnlock`.
 * @throws Error for a step that does not lead on from where the note is
 */
export async function moveTo(note: Note, to: Status, { findPersonal, today, now, hash }: MoveEffects): Promise<Move> {
  if (!waysOn(note).includes(to)) throw new Error(`No way from ${note.status} to ${to}`);
  const missing = missingFor(note, to, findPersonal, today);
  if (missing.length > 0) return { missing };
  const moved = { ...note, status: to, changed: now() };
  if (to !== 'ready') return { moved };
  const text = planText(note);
  return { moved: { ...moved, plan: { text, hash: await hash(text), lockedAt: now() } } };
}

/** Where a locked plan can still be taken back: nothing was ever found that it could be bent to. */
export const mayUnlock = (note: Note): boolean =>
  note.plan !== null &&
  note.plan.found !== true &&
  note.ending === null &&
  (note.status === 'ready' || note.status === 'running') &&
  !isFound(note);

/**
 * The plan as a form again, at the step before "ready". Why stays in the note for good, beside what was locked.
 * @param said why, and what was locked and what came of it, in words
 */
export function unlock(
  note: Note,
  said: { readonly because: string; readonly from: string; readonly to: string },
  { rowId, now }: { readonly rowId: () => string; readonly now: () => string },
): Pick<Note, 'status' | 'plan' | 'deviations'> {
  if (!mayUnlock(note)) throw new Error('The plan of this note stays locked');
  return {
    status: 'planned',
    plan: null,
    deviations: [...note.deviations, { id: rowId(), at: now(), field: UNLOCKED, ...said }],
  };
}
