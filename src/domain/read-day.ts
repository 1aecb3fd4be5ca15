import { type Day, daysBetween } from './day.ts';
import { dayInWords } from './day-words.ts';
import { formatLocale } from './format-locale.ts';

const BEFORE = '(?:on )?(?:\\p{L}+ )?(?:the )?';
const DAY_FIRST = new RegExp(
  `^${BEFORE}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>\\p{L}{3,})\\.?(?: (?<year>\\d{4}|\\d{2}))?$`,
  'u',
);
/** With the ending of a day, or a year behind it: `March 27` may be a year. */
const MONTH_FIRST =
  /^(?:on )?(?:\p{L}+ )?(?!the )(?<month>\p{L}{3,})\.? (?:the )?(?<day>\d{1,2})(?=\p{L}| \d{4}$)(?:st|nd|rd|th)?(?: (?<year>\d{4}|\d{2}))?$/u;

/**
 * A day as people write it, in British order: `13 November 2026`, `13 Nov`, `13/11/26`, `2026-11-13`, `the 13th of November`,
 * `November 13th`, or as they say it: `tomorrow`, `next Friday`. Without a year it is the nearest such day to `today`. `null`: nothing is written. `undefined`: there is no such day, or it cannot be read.
 */
export function readDay(text: string, today: Day, language = 'en-GB'): Day | null | undefined {
  const plain = text
    .replace(/[\p{Zs},]+/gu, ' ')
    .trim()
    .toLowerCase();
  if (plain === '') return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(plain);
  if (figures) return inYear(figures[3], Number(figures[2]), Number(figures[1]), today);
  const said = dayInWords(plain, today);
  if (said !== undefined) return said;
  const words = DAY_FIRST.exec(plain)?.groups ?? MONTH_FIRST.exec(plain)?.groups;
  if (!words) return undefined;
  const month = monthOf(words.month ?? '', language);
  return month === null ? undefined : inYear(words.year, month, Number(words.day), today);
}

function inYear(year: string | undefined, month: number, day: number, today: Day): Day | undefined {
  if (year !== undefined) return dayOf(Number(year.length === 2 ? `20${year}` : year), month, day);
  const near = Number(today.slice(0, 4));
  const days = [near, near + 1, near - 1].flatMap((one) => dayOf(one, month, day) ?? []);
  return days.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0];
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const fits = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year < 2200;
  return fits ? date.toISOString().slice(0, 10) : undefined;
}

/** 1 to 12, by the month's name or its first letters in the language or in English; `null` where none fits. */
function monthOf(name: string, language: string): number | null {
  for (const locale of new Set([formatLocale(language), 'en-GB'])) {
    const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    const fits = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) =>
      format
        .format(Date.UTC(2026, month - 1, 1))
        .toLowerCase()
        .startsWith(name),
    );
    if (fits.length === 1) return fits[0] ?? null;
  }
  return null;
}
