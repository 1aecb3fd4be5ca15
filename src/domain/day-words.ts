import type { Day } from './day.ts';

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const NEAR: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** A longer stretch is a slip of the key, and no plan. */
const FURTHEST = 1_000;

/**
 * A day as people say it from where they stand: `today`, `tomorrow`, `Friday`, `next Friday`, `in 3 days`. Weeks begin
 * on Monday: "this Friday" is in this week and "next Friday" in the next. A weekday alone is the next one to come.
 * @param plain small letters, single spaces @returns `undefined` where these are no such words
 */
export function dayInWords(plain: string, today: Day): Day | undefined {
  const near = NEAR.get(plain);
  if (near !== undefined) return after(today, near);
  const stretch = /^in (\d{1,4}|\p{L}+) (day|week)s?$/u.exec(plain);
  if (stretch) {
    const count = countOf(stretch[1] ?? '');
    const days = stretch[2] === 'week' ? count * 7 : count;
    return days > 0 && days <= FURTHEST ? after(today, days) : undefined;
  }
  const named = /^(?:(on|this|next|last) )?(\p{L}{3,})\.?$/u.exec(plain);
  const to = named ? weekday(named[2] ?? '') : -1;
  if (to < 0) return undefined;
  const from = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  switch (named?.[1]) {
    case 'this':
      return after(today, to - from);
    case 'next':
      return after(today, to - from + 7);
    case 'last':
      return after(today, to < from ? to - from : to - from - 7);
    default:
      return after(today, to > from ? to - from : to - from + 7);
  }
}

const after = (today: Day, days: number): Day =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function countOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  return word === 'a' || word === 'an' ? 1 : Math.max(0, COUNTS.indexOf(word));
}

/** 0 for Monday, by its name or its first letters; -1 where none fits. */
const weekday = (name: string): number => NAMES.findIndex((one) => one.startsWith(name));
