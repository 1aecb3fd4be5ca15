import type { Day } from './day.ts';

/** How long ago a page may have been reviewed to be shown: what the filter offers, shortest first. */
export const REVIEWED = ['6m', '1y', '2y'] as const;
export type Reviewed = (typeof REVIEWED)[number];

const MONTHS: Readonly<Record<Reviewed, number>> = { '6m': 6, '1y': 12, '2y': 24 };

/** The first day of the stretch that ends today. The 31st becomes the last day of a shorter month. */
export function reviewedSince(reviewed: Reviewed, today: Day): Day {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const months = year * 12 + (month - 1) - MONTHS[reviewed];
  const [then, of] = [Math.floor(months / 12), (months % 12) + 1];
  const last = new Date(Date.UTC(then, of, 0)).getUTCDate();
  return [String(then).padStart(4, '0'), two(of), two(Math.min(day, last))].join('-');
}

const two = (part: number): string => String(part).padStart(2, '0');
