import { formatLocale } from './format-locale.ts';

/** A day as text, `YYYY-MM-DD`. It has no time zone, so it is compared and counted as it stands. */
export type Day = string;

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);

/** How a review date stands today: a check is due soon within 30 days, past from the day after. */
export function checkState(checkBy: Day | undefined, today: Day): 'none' | 'fine' | 'soon' | 'past' {
  if (checkBy === undefined) return 'none';
  const left = daysBetween(today, checkBy);
  if (left < 0) return 'past';
  return left <= 30 ? 'soon' : 'fine';
}

/** `18 November 2026`, with spaces that do not break. An invalid day is shown as it was written. */
export const longDay = (day: Day, language: string): string => written(day, language, 'long');

/** `18 Nov 2026`, for tables. */
export const shortDay = (day: Day, language: string): string => written(day, language, 'short');

function written(day: Day, language: string, month: 'long' | 'short'): string {
  const date = utc(day);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(formatLocale(language), { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
    .format(date)
    .replaceAll(' ', '\u00a0');
}
