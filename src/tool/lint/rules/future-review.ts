import { lineOfKey } from '../fault.ts';
import type { PageRule } from '../rule.ts';

export const futureReview: PageRule = {
  id: 'future-review',
  level: 'warning',
  why: 'Readers are told that the page was checked on a day that has not come.',
  *checkPage({ source }, { today }) {
    const { reviewed } = source.meta;
    if (reviewed === undefined || reviewed <= today) return;
    const message = `Unexpected day ${reviewed} for "reviewed", expected one up to today (${today})`;
    yield {
      line: lineOfKey(source.text, 'reviewed'),
      column: 1,
      message,
      fix: 'Write the day on which it was checked.',
    };
  },
};
