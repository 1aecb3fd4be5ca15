import { formatLocale } from './format-locale.ts';

const KB = 1_000;
const MB = 1_000_000;

/** `1.6 MB`, `12 kB`: decimal units, at most one figure after the point, a space that does not break. */
export function sizeWords(bytes: number, language: string): string {
  // 999.5 kB and more would round to 1,000 kB.
  const mega = bytes >= MB - KB / 2;
  return new Intl.NumberFormat(formatLocale(language), {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: mega ? 1 : 0,
  })
    .format(mega ? bytes / MB : Math.max(1, bytes / KB))
    .replace(' ', '\u00a0');
}
