import { type Day, daysBetween, longDay, shortDay } from './day.ts';
import { formatLocale } from './format-locale.ts';
import type { Say } from './words/words.ts';

const two = (number: number): string => String(number).padStart(2, '0');

const DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/;

/** The day of a moment (ISO 8601) in the laptop's zone; `null` where it is none. A day alone is in no zone. */
export function localDay(moment: string): Day | null {
  if (DAY_ALONE.test(moment)) return moment;
  const date = new Date(moment);
  if (moment === '' || Number.isNaN(date.getTime())) return null;
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `18 November 2026`, the day of a moment in the laptop's zone. What is no moment is shown as it was written. */
export const longDayAt = (moment: string, language: string): string => longDay(localDay(moment) ?? moment, language);

/** `18 Nov 2026`, for tables. */
export const shortDayAt = (moment: string, language: string): string => shortDay(localDay(moment) ?? moment, language);

/** `14:02` in the laptop's zone. What is no moment is shown as it was written. */
export function clockTime(moment: string, language: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return new Intl.DateTimeFormat(formatLocale(language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
}

/**
 * `Today, 14:02`, `Yesterday, 16:42`, else the day: `19 Nov 2026`. Of none ('') it says so; what is no moment is shown as it
 * was written.
 * @param style `within`: in the middle of a sentence (`today, 14:02`); `timed`: days have a time too
 */
export function momentWords(
  moment: string,
  today: Day,
  language: string,
  say: Say,
  { within = false, timed = false }: { readonly within?: boolean; readonly timed?: boolean } = {},
): string {
  const day = localDay(moment);
  // Notes of other programs may have no date.
  if (moment === '') return say('moment.unknown', { within: within ? 'yes' : 'no' });
  if (day === null) return moment;
  const ago = daysBetween(day, today);
  if (!timed && ago !== 0 && ago !== 1) return shortDay(day, language);
  const values = { time: clockTime(moment, language), within: within ? 'yes' : 'no' };
  if (ago === 0) return say('moment.today', values);
  if (ago === 1) return say('moment.yesterday', values);
  return say('moment.day', { ...values, day: shortDay(day, language) });
}
