import { lineOfKey } from '../fault.ts';
import type { PageRule } from '../rule.ts';

const LONGEST = 100;

export const titleLength: PageRule = {
  id: 'title-length',
  level: 'warning',
  why: 'Lists and tabs cut a long title where it may matter.',
  *checkPage({ meta, source }) {
    const length = [...meta.title].length;
    if (length <= LONGEST) return;
    const message = `Unexpected title of ${length} characters, expected up to ${LONGEST}`;
    yield { line: lineOfKey(source.text, 'title'), column: 1, message, fix: 'Shorten the title.' };
  },
};
