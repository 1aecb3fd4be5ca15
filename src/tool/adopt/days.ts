const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day that people or tools wrote, as `YYYY-MM-DD`; `null` where it is none, or could be two. */
export function dayOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return real(iso[1], iso[2], iso[3]);
  const words = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i.exec(text);
  if (words) return real(words[3], String(MONTHS.indexOf((words[2] ?? '').toLowerCase()) + 1), words[1]);
  const american = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (american) return real(american[3], String(MONTHS.indexOf((american[1] ?? '').toLowerCase()) + 1), american[2]);
  return null;
}

function real(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toJSON().slice(0, 10) !== text ? null : text;
}

/** `2024-01-31` and `6 months` → `2024-07-31`; the last day of a shorter month. `null` for an unknown period. */
export function dayAfter(day: string, period: unknown): string | null {
  const found = /^(\d{1,4})\s*(day|week|month|year)s?$/i.exec(String(period).trim());
  if (!found) return null;
  const count = Number(found[1]);
  const date = new Date(`${day}T00:00:00Z`);
  switch ((found[2] ?? '').toLowerCase()) {
    case 'day':
      date.setUTCDate(date.getUTCDate() + count);
      break;
    case 'week':
      date.setUTCDate(date.getUTCDate() + 7 * count);
      break;
    default: {
      const months = /^year/i.test(found[2] ?? '') ? 12 * count : count;
      const wanted = date.getUTCDate();
      date.setUTCDate(1);
      date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
      date.setUTCDate(Math.min(wanted, date.getUTCDate()));
    }
  }
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toJSON().slice(0, 10);
}
