import { nodesOf, placeOf } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const hashH1: PageRule = {
  id: 'hash-h1',
  level: 'error',
  why: 'The title is the page’s one first heading; a second one reads like another page.',
  *checkPage(page) {
    for (const heading of nodesOf(page, 'heading')) {
      if (heading.depth !== 1) continue;
      const message = 'Unexpected heading of level 1, expected level 2: the title is the heading of the page';
      yield { ...placeOf(heading), message, fix: 'Begin it with ##, or put it into the front matter as the title.' };
    }
  },
};
