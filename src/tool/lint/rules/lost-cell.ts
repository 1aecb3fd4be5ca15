import { wordsIn } from '../mdast-words.ts';
import { nodesOf, placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const lostCell: PageRule = {
  id: 'lost-cell',
  level: 'error',
  why: 'A cell beyond the columns of its head is on no page and in no search.',
  *checkPage(page) {
    for (const table of nodesOf(page, 'table')) {
      const [head, ...rows] = table.children;
      const columns = head?.children.length ?? 0;
      for (const row of rows) {
        const [lost] = row.children.slice(columns);
        if (!lost) continue;
        const message = `Unexpected cell "${short(wordsIn(lost), 40)}" beyond the ${columns} columns of the head, expected ${columns} cells`;
        yield { ...placeOf(lost), message, fix: 'Add a column to the head, or write a | inside a cell as \\|.' };
      }
    }
  },
};
