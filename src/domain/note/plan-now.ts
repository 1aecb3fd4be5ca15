import type { Day } from '../day.ts';
import { type FieldsWith, fieldsWith } from './fields.ts';
import { lockedValue, plannedKind, type SumField } from './planned-kind.ts';
import { isPlanned, type PlannedValue, poundsOf } from './planned-value.ts';
import type { Note } from './record/note.ts';

/** Fields that a deviation may be about: those of the plan, and the dates that were locked with it. */
export type DeviationField = FieldsWith<'deviates', true> | 'plannedStart' | 'plannedEnd';

/** In the order in which a plan is read: the dates stand before what the test may cost. */
export const DEVIATION_FIELDS: readonly DeviationField[] = fieldsWith('deviates', true).flatMap(
  (field): readonly DeviationField[] => (field === 'costCap' ? ['plannedStart', 'plannedEnd', field] : [field]),
);

/** Notes that others wrote may say anything. */
export const isDeviationField = (field: string): field is DeviationField =>
  DEVIATION_FIELDS.some((one) => one === field);

/** The field of a deviation that says that the plan was unlocked: what was recorded before it is in the new plan, or gone. */
export const UNLOCKED = 'unlocked';

/** What was recorded of the plan that stands now. */
export const deviationsNow = ({ deviations }: Pick<Note, 'deviations'>): Note['deviations'] =>
  deviations.slice(deviations.findLastIndex(({ field }) => field === UNLOCKED) + 1);

/** The value of the last deviation that has one; one that is only words changes nothing. */
const lastValue = (note: Pick<Note, 'deviations'>, field: DeviationField): PlannedValue | undefined =>
  deviationsNow(note).findLast((one) => one.field === field && isPlanned(one.toValue))?.toValue;

/** Pounds: the locked sum, or what the last deviation that has a value made of it. */
export function sumNow<Field extends SumField>(note: Pick<Note, Field | 'deviations'>, field: Field): number | null {
  const value = lastValue(note, field);
  return value?.kind === 'money' ? poundsOf(value.pence) : note[field];
}

/** The locked day, or what the last deviation that has a value made of it. */
function dayNow(note: Pick<Note, 'dates' | 'deviations'>, field: 'plannedStart' | 'plannedEnd'): Day | null {
  const value = lastValue(note, field);
  return value?.kind === 'day' ? value.day : note.dates[field];
}

export const startNow = (note: Pick<Note, 'dates' | 'deviations'>): Day | null => dayNow(note, 'plannedStart');
export const endNow = (note: Pick<Note, 'dates' | 'deviations'>): Day | null => dayNow(note, 'plannedEnd');

/** No plan ends before it starts, neither a new one nor one that became otherwise. */
export const endsBeforeStart = (start: Day | null, end: Day | null): boolean =>
  start !== null && end !== null && end < start;

/** What counts of a part of the plan that is a sum or a day; `null` where it is words, or nothing was said. */
export function valueNow(note: Note, field: DeviationField): PlannedValue | null {
  const value = lastValue(note, field);
  return value !== undefined && value.kind === plannedKind(field) ? value : lockedValue(note, field);
}

/** What the last deviation about a part made of it, in its words; `null` where it is as it was locked. */
export const wordsNow = (note: Pick<Note, 'deviations'>, field: DeviationField): string | null =>
  deviationsNow(note).findLast((one) => one.field === field)?.to ?? null;
