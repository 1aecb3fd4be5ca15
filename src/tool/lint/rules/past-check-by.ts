import { lineOfKey } from '../fault.ts';
import type { PageRule } from '../rule.ts';

export const pastCheckBy: PageRule = {
  id: 'past-check-by',
  level: 'warning',
  why: 'The app tells readers that nobody has checked the page in time.',
  *checkPage({ meta, source }, { today }) {
    if (meta.checkBy === undefined || meta.checkBy >= today) return;
    const message = `Unexpected check_by ${meta.checkBy}, expected a day from ${today}`;
    yield { line: lineOfKey(source.text, 'check_by'), column: 1, message, fix: 'Check the page and set both dates.' };
  },
};
