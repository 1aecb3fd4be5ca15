import type { Day } from '../day.ts';
import { readDay } from '../read-day.ts';
import { readNumber } from '../read-number.ts';
import type { Note } from './note.ts';

/** Fields that a deviation may be about: those of the plan, and the dates that were locked with it. */
export const DEVIATION_FIELDS = [
  'title',
  'problem',
  'users',
  'riskiestAssumption',
  'hypothesis',
  'metrics',
  'successRule',
  'stopRules',
  'method',
  'sample',
  'dataUse',
  'environment',
  'plannedStart',
  'plannedEnd',
  'costCap',
  'ownerRole',
  'approverRole',
] as const;

export type DeviationField = (typeof DEVIATION_FIELDS)[number];

const lastFor = ({ deviations }: Pick<Note, 'deviations'>, field: DeviationField): string | undefined =>
  deviations.findLast((one) => one.field === field)?.to;

/** Pounds: the locked cap, or what the last deviation that can be read made of it. */
export function capNow(note: Pick<Note, 'costCap' | 'deviations'>): number | null {
  return readNumber(lastFor(note, 'costCap') ?? '') ?? note.costCap;
}

/** The locked end, or what the last deviation that can be read made of it. */
export function endNow(note: Pick<Note, 'dates' | 'deviations'>, today: Day): Day | null {
  return readDay(lastFor(note, 'plannedEnd') ?? '', today) ?? note.dates.plannedEnd;
}
