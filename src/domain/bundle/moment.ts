/** A day as a year, a month and a day in figures, or in English words; then perhaps a time, then perhaps a zone. */
const FIGURES = /^\s*(\d{4})([-/]|(?=\d{4}(?!\d)))(\d{2})\2(\d{2})(?!\d)/;
const WORDS = /^\s*(?:[a-z]{3,9},? )?(?:(\d{1,2}) ([a-z]{3,9})\.?|([a-z]{3,9})\.? (\d{1,2})),? (\d{4})(?!\d)/i;
const TIME = /^(?:(?:T|,? )(\d{2}):?(\d{2})(?::?(\d{2})([.,]\d{1,3})?\d*)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/**
 * A moment as others write it (with a space, without a zone, only the day) as ISO 8601 in UTC; `null` where it is none,
 * where it could be two days, and where no calendar has that day.
 * Without a zone it is taken for UTC: the same file gives the same moment on every laptop.
 */
export function isoMoment(text: string): string | null {
  const written = text.slice(0, 100);
  const found = dayIn(written);
  if (found === null) return null;
  const time = TIME.exec(written.slice(found.length).trimEnd());
  if (time === null) return null;
  const [, hours = '00', minutes = '00', seconds = '00', part = '', zone = 'Z'] = time;
  const offset = /^[zug]/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  const date = new Date(`${found.day}T${hours}:${minutes}:${seconds}${part.replace(',', '.')}${offset}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function dayIn(text: string): { readonly day: string; readonly length: number } | null {
  const [figures, year, , month, of] = FIGURES.exec(text) ?? [];
  if (figures !== undefined) return real(`${year}-${month}-${of}`, figures.length);
  const [words, first, before, after, second, inYear] = WORDS.exec(text) ?? [];
  if (words === undefined) return null;
  const name = (before ?? after ?? '').toLowerCase();
  const at = MONTHS.findIndex((one) => one === name || one.slice(0, 3) === name || (one[0] === 's' && name === 'sept'));
  const two = (number: string | number): string => String(number).padStart(2, '0');
  return at < 0 ? null : real(`${inYear}-${two(at + 1)}-${two(first ?? second ?? '')}`, words.length);
}

/** JavaScript takes the 30th of February for a day in March. */
function real(day: string, length: number): { readonly day: string; readonly length: number } | null {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, day.length) !== day ? null : { day, length };
}

/** The moment that other programs can read, or nothing. */
export const momentField = <Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } => {
  const moment = isoMoment(text);
  return moment === null ? {} : ({ [key]: moment } as { readonly [K in Key]?: string });
};
