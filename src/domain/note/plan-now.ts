import type { Day } from '../day.ts';
import { readDay } from '../read-day.ts';
import { readNumber } from '../read-number.ts';
import type { Note } from './note.ts';
import type { PlanField } from './plan.ts';

/** Fields that a deviation may be about: those of the plan, and the dates that were locked with it. */
export type DeviationField = Exclude<PlanField, 'kind' | 'guardrails'> | 'plannedStart' | 'plannedEnd';

/** In the order in which a plan is read; a field that is missing here does not compile. */
const deviationFields = {
  title: true,
  problem: true,
  users: true,
  riskiestAssumption: true,
  hypothesis: true,
  metrics: true,
  successRule: true,
  stopRules: true,
  method: true,
  sample: true,
  dataUse: true,
  environment: true,
  plannedStart: true,
  plannedEnd: true,
  costCap: true,
  ownerRole: true,
  approverRole: true,
} satisfies Record<DeviationField, true>;

export const DEVIATION_FIELDS = Object.keys(deviationFields) as readonly DeviationField[];

/** Notes that others wrote may say anything. */
export const isDeviationField = (field: string): field is DeviationField => Object.hasOwn(deviationFields, field);

/** The field of a deviation that says that the plan was unlocked: what was recorded before it is in the new plan, or gone. */
export const UNLOCKED = 'unlocked';

/** What was recorded of the plan that stands now. */
export const deviationsNow = ({ deviations }: Pick<Note, 'deviations'>): Note['deviations'] =>
  deviations.slice(deviations.findLastIndex(({ field }) => field === UNLOCKED) + 1);

const lastFor = (note: Pick<Note, 'deviations'>, field: DeviationField): string | undefined =>
  deviationsNow(note).findLast((one) => one.field === field)?.to;

/** Pounds: the locked cap, or what the last deviation that can be read made of it. */
export function capNow(note: Pick<Note, 'costCap' | 'deviations'>): number | null {
  return readNumber(lastFor(note, 'costCap') ?? '') ?? note.costCap;
}

/** The locked end, or what the last deviation that can be read made of it. */
export function endNow(note: Pick<Note, 'dates' | 'deviations'>, today: Day): Day | null {
  return readDay(lastFor(note, 'plannedEnd') ?? '', today) ?? note.dates.plannedEnd;
}
