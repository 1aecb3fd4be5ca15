import { wordsIn } from '../mdast-words.ts';
import { nodesOf, placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const cellBeyondHead: PageRule = {
  id: 'cell-beyond-head',
  level: 'error',
  why: 'It stands under no head, so nobody can tell what it is; other programs leave it out.',
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
