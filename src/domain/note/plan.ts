import { canonicalJson } from '../canonical.ts';
import type { Note } from './note.ts';

/** What "ready" locks: how the test is made and judged, so that results cannot reshape it. */
const PLAN_FIELDS = [
  'title',
  'kind',
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
  'costCap',
  'ownerRole',
  'approverRole',
  'guardrails',
] as const satisfies readonly (keyof Note)[];

export type PlanField = (typeof PLAN_FIELDS)[number];

export const isPlanField = (field: string): field is PlanField => PLAN_FIELDS.some((one) => one === field);

/** The plan as text with one spelling for one plan: what is hashed and kept. Planned dates are in it, real ones not. */
export function planText(note: Note): string {
  const { plannedStart, plannedEnd } = note.dates;
  const plan = Object.fromEntries(PLAN_FIELDS.map((field) => [field, note[field]]));
  return canonicalJson({ ...plan, plannedStart, plannedEnd });
}
