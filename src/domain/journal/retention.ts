import { type Day, daysBetween } from '../day.ts';

export interface Aged {
  readonly day: Day;
  readonly sequence: number;
}

const DAILY = 7;
const WEEKLY = 5;
const MONTHLY = 12;
/** A Monday. */
const FIRST_MONDAY = '1970-01-05';
/** However young: the newest may turn out to be damaged. */
const ALWAYS = 2;

/**
 * Which good snapshots stay: the newest of each of the last 7 days, 5 weeks and 12 months that have one, and always
 * the two newest. Only the sequence orders them. Days are names of groups, so a clock that jumps, a change of zone or
 * an hour that comes twice throws nothing out of order.
 */
export function keptSnapshots<T extends Aged>(snapshots: readonly T[]): ReadonlySet<T> {
  const newest = [...snapshots].sort((a, b) => b.sequence - a.sequence);
  return new Set([
    ...newest.slice(0, ALWAYS),
    ...newestOfEach(newest, DAILY, (day) => day),
    ...newestOfEach(newest, WEEKLY, weekOf),
    ...newestOfEach(newest, MONTHLY, (day) => day.slice(0, 7)),
  ]);
}

function newestOfEach<T extends Aged>(newest: readonly T[], groups: number, groupOf: (day: Day) => string): T[] {
  const kept = new Map<string, T>();
  for (const snapshot of newest) {
    const group = groupOf(snapshot.day);
    if (!kept.has(group) && kept.size < groups) kept.set(group, snapshot);
  }
  return [...kept.values()];
}

/** Weeks begin on Monday and are counted without end, so that the turn of a year splits none. */
const weekOf = (day: Day): string => String(Math.floor(daysBetween(FIRST_MONDAY, day) / 7));
