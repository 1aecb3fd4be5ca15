import type { Day } from '../day.ts';
import { FIELDS, type FieldsWith, fieldsWith } from './fields.ts';
import { type PlannedValue, penceOf } from './planned-value.ts';
import type { Note } from './record/note.ts';

/** Fields that hold a sum of pounds. */
export type SumField = FieldsWith<'value', 'pounds'>;
const SUMS = fieldsWith('value', 'pounds');
const isSum = (field: string): field is SumField => SUMS.some((one) => one === field);

const DAYS = ['plannedStart', 'plannedEnd'] as const;
const isDay = (field: string): field is (typeof DAYS)[number] => DAYS.some((one) => one === field);

/** What kind of value a part of a plan has that is not words. */
export function plannedKind(field: string): PlannedValue['kind'] | null {
  if (isDay(field)) return 'day';
  return isSum(field) && FIELDS[field].deviates ? 'money' : null;
}

type Locked = Pick<Note, SumField> & { readonly dates: Readonly<Record<(typeof DAYS)[number], Day | null>> };

/** What a part of the plan was locked as; `null` where that is words, or nothing was said. */
export function lockedValue(note: Locked, field: string): PlannedValue | null {
  if (isSum(field)) return note[field] === null ? null : { kind: 'money', pence: penceOf(note[field]) };
  const day = isDay(field) ? note.dates[field] : null;
  return day === null ? null : { kind: 'day', day };
}
