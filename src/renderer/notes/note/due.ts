import type { Day } from '#domain/day.ts';
import { waysOn } from '#domain/note/lifecycle.ts';
import { missingFor } from '#domain/note/missing.ts';
import type { Note } from '#domain/note/record/note.ts';
import { fieldOf } from './missing-field.ts';
import { findPersonal } from './move.ts';

/**
 * The id of what is due in an experiment: while it runs its observations, else the first thing that the next step asks
 * for. `undefined` where nothing is.
 */
export function dueIn(note: Note, today: Day): string | undefined {
  if (note.status === 'running' && note.ending === null) return 'text';
  const [next] = waysOn(note);
  if (next === undefined || next === 'archived') return undefined;
  const [first] = missingFor(note, next, findPersonal, today);
  return first && fieldOf(first, note);
}
