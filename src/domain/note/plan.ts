import { canonicalJson } from '../canonical.ts';
import { type FieldsWith, fieldsWith } from './fields.ts';
import { type Note, newNote } from './record/note.ts';
import { asWritten } from './record/unread.ts';
import { isStored } from './record/versions.ts';

/** What "ready" locks: how the test is made and judged, so that results cannot reshape it. */
const PLAN_FIELDS = fieldsWith('plan', true);

export type PlanField = FieldsWith<'plan', true>;

export const isPlanField = (field: string): field is PlanField => PLAN_FIELDS.some((one) => one === field);

/** The plan as text with one spelling for one plan: what is hashed and kept. Planned dates are in it, real ones not. */
export function planText(note: Note): string {
  // With the choices of a newer Satchel as it wrote them: what stands in for them here was never planned.
  const written = asWritten(note);
  const { plannedStart, plannedEnd } = note.dates;
  const plan = Object.fromEntries(PLAN_FIELDS.map((field) => [field, written[field]]));
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
  const [then, now] = [partsOf(plan.text), partsOf(planText(note))];
  if (now === null || then === null) return 'unknown';
  if (Object.keys(then).some((part) => !Object.hasOwn(now, part))) return 'unknown';
  const parts = Object.entries(now);
  const isKept = (part: string, value: unknown): boolean =>
    isSame(then[part], value) || (part === 'title' && isNamedBy(then.title, value));
  if (parts.some(([part, value]) => Object.hasOwn(then, part) && !isKept(part, value))) return 'changed';
  // A part that plans did not have yet when this one was locked, and of which something is said now.
  const isNew = parts.some(([part, value]) => !Object.hasOwn(then, part) && !isSame(UNSAID[part], value));
  return isNew ? 'unknown' : 'asLocked';
}

type Parts = Readonly<Record<string, unknown>>;

/** A copy beside another note is called by the same title with something in brackets behind it: see `copyTitle`. */
const isNamedBy = (title: unknown, name: unknown): boolean =>
  typeof title === 'string' &&
  typeof name === 'string' &&
  name.startsWith(title) &&
  /^ \(.*\)$/s.test(name.slice(title.length));

/** The parts of a plan of which nothing was said. */
const UNSAID: Parts = newNote('00000000-0000-4000-8000-000000000000', '');

const isSame = (one: unknown, other: unknown): boolean => {
  const [first, second] = [one, other].map((part) => canonicalJson(part ?? null));
  return first === second || (first !== undefined && second !== undefined && asSeen(first) === asSeen(second));
};

/** Without characters that nobody sees: a note that arrives is cleaned of them, and what was locked is not. */
const asSeen = (text: string): string => text.replace(/\p{Cf}|\p{Cc}|\\u00[01][\da-f]/gu, '').replace(/\p{Zs}+/gu, ' ');

/** A plan's parts by their names; `null` where the text is no plan. */
function partsOf(text: string): Parts | null {
  try {
    const plan: unknown = JSON.parse(text);
    return isStored(plan) ? plan : null;
  } catch {
    return null;
  }
}
