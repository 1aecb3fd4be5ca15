import { canonicalJson } from '../canonical.ts';
import { type FieldsWith, fieldsWith } from './fields.ts';
import type { Note } from './record/note.ts';

/** What "ready" locks: how the test is made and judged, so that results cannot reshape it. */
const PLAN_FIELDS = fieldsWith('plan', true);

export type PlanField = FieldsWith<'plan', true>;

export const isPlanField = (field: string): field is PlanField => PLAN_FIELDS.some((one) => one === field);

/** The plan as text with one spelling for one plan: what is hashed and kept. Planned dates are in it, real ones not. */
export function planText(note: Note): string {
  const { plannedStart, plannedEnd } = note.dates;
  const plan = Object.fromEntries(PLAN_FIELDS.map((field) => [field, note[field]]));
  return canonicalJson({ ...plan, plannedStart, plannedEnd });
}

/**
 * How a locked plan stands to its fingerprint: it is as it was locked, it was changed after that, or another version of
 * Satchel locked it, which put other parts into it, so that nobody can tell here.
 */
export type PlanStanding = 'asLocked' | 'changed' | 'unknown';

/**
 * Works a locked plan's fingerprint out again and holds the note's own fields beside what was locked; `null` where no
 * plan is locked. Deviations are no change: they stand beside the plan.
 * @param hash SHA-256 of the locked text as UTF-8, in small hexadecimal
 */
export function planStanding(note: Note, hash: string): PlanStanding | null {
  const { plan } = note;
  if (plan === null) return null;
  if (hash !== plan.hash) return 'changed';
  const now = planText(note);
  if (now === plan.text || asSeen(now) === asSeen(plan.text)) return 'asLocked';
  return partsOf(plan.text) === partsOf(now) ? 'changed' : 'unknown';
}

/** Without characters that nobody sees: a note that arrives is cleaned of them, and what was locked is not. */
const asSeen = (text: string): string => text.replace(/\p{Cf}|\p{Cc}|\\u00[01][\da-f]/gu, '').replace(/\p{Zs}+/gu, ' ');

/** The names of a plan's parts as text; empty where it is no plan. */
function partsOf(text: string): string {
  try {
    const plan: unknown = JSON.parse(text);
    return typeof plan === 'object' && plan !== null ? Object.keys(plan).sort().join(' ') : '';
  } catch {
    return '';
  }
}
