const MONTHS = new Map(
  [
    'january february march april may june july august september october november december',
    'jan feb mar apr may jun jul aug sep oct nov dec',
    'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr',
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  ].flatMap((names) => names.split(' ').map((name, index) => [name, String(index + 1)] as const)),
);
MONTHS.set('sept', '9');

const WEEKDAY =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|dydd \p{L}+|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\.?,?\s+/iu;
const CLOCK =
  /(?:T|(?<![ ,])[ ,]+(?:at )?)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?\s*(?:Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})?$/i;

/** A day that people or tools wrote, as `YYYY-MM-DD`; `null` where it is none, or could be two. */
export function dayOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).slice(0, 100).trim().replace(WEEKDAY, '').replace(CLOCK, '').trim();
  const iso = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso && (iso[2] !== '' || text.length === 8)) return real(iso[1], iso[3], iso[4]);
  const words = /^(\d{1,2})(?:st|nd|rd|th|af|ain|ydd|fed|eg|er)?[ -](?:of )?(\p{L}{3,12})\.?,?[ -](\d{4})$/iu.exec(
    text,
  );
  if (words) return real(words[3], monthOf(words[2]), words[1]);
  const american = /^(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text);
  if (american) return real(american[3], monthOf(american[1]), american[2]);
  const yearFirst = /^(\d{4})[ -](\p{L}{3,12})[ -](\d{1,2})$/iu.exec(text);
  if (yearFirst) return real(yearFirst[1], monthOf(yearFirst[2]), yearFirst[3]);
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!numbers) return null;
  const [, first, , second, year] = numbers;
  const british = real(year, second, first);
  const other = real(year, first, second);
  return british === null || other === null || british === other ? (british ?? other) : null;
}

/** Why `dayOf` reads no day of a value. */
export const noDay = (value: unknown): string =>
  typeof value === 'string' && /^\s*\d{1,2}([-/.])\d{1,2}\1\d{4}\s*$/.test(value) && isTwo(value)
    ? 'it could be two days; write it as 2024-01-31'
    : 'it is no day that can be read; write it as 2024-01-31';

function isTwo(text: string): boolean {
  const [first, second] = text.split(/[-/.]/).map(Number);
  return first !== undefined && second !== undefined && first >= 1 && second >= 1 && first <= 12 && second <= 12;
}

const monthOf = (name = ''): string => MONTHS.get(name.toLowerCase().normalize('NFC')) ?? '';

function real(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toJSON().slice(0, 10) !== text ? null : text;
}

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const EVERY: Readonly<Record<string, string>> = {
  weekly: '1 week',
  monthly: '1 month',
  quarterly: '3 months',
  yearly: '1 year',
  annually: '1 year',
  annual: '1 year',
};
const ISO_UNITS: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** `2024-01-31` and `6 months` → `2024-07-31`; the last day of a shorter month. `null` for an unknown period. */
export function dayAfter(day: string, period: unknown): string | null {
  const text = String(period)
    .trim()
    .toLowerCase()
    .replace(/^every /, '');
  const iso = /^p(\d{1,4})([dwmy])$/.exec(text);
  const said = iso ? `${iso[1]} ${ISO_UNITS[(iso[2] ?? '').toUpperCase()]}` : (EVERY[text] ?? text);
  const found = /^(\d{1,4}|[a-z]+)[ -]*(day|week|month|mo|year|yr|d|w|m|y)s?$/.exec(said);
  if (!found) return null;
  const word = NUMBERS.indexOf(found[1] ?? '') + 1;
  const count = /^an?$/.test(found[1] ?? '') ? 1 : word > 0 ? word : Number(found[1]);
  if (!Number.isInteger(count) || count < 1) return null;
  const date = new Date(`${day}T00:00:00Z`);
  switch ((found[2] ?? '').charAt(0)) {
    case 'd':
      date.setUTCDate(date.getUTCDate() + count);
      break;
    case 'w':
      date.setUTCDate(date.getUTCDate() + 7 * count);
      break;
    default: {
      const months = (found[2] ?? '').startsWith('y') ? 12 * count : count;
      const wanted = date.getUTCDate();
      date.setUTCDate(1);
      date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
      date.setUTCDate(Math.min(wanted, date.getUTCDate()));
    }
  }
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toJSON().slice(0, 10);
}
