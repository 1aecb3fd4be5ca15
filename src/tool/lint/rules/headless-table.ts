import { wordsIn } from '../mdast-words.ts';
import { nodesOf, placeOf } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const headlessTable: PageRule = {
  id: 'headless-table',
  level: 'warning',
  why: 'It is no table to Markdown: its bars are shown as text.',
  *checkPage(page) {
    for (const paragraph of nodesOf(page, 'paragraph')) {
      const lines = wordsIn(paragraph).split('\n');
      const rows = lines.filter((line) => line.trim().startsWith('|') && line.split('|').length > 3);
      if (rows.length < 2) continue;
      const message = 'Unexpected rows with | and no line of |---|---| under the first, expected a table with a head';
      yield {
        ...placeOf(paragraph),
        message,
        fix: 'Add the line |---|---| under the first row, with as many parts as it has.',
      };
    }
  },
};
