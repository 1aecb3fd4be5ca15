import { nodesOf, placeOf } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const headingOrder: PageRule = {
  id: 'heading-order',
  level: 'error',
  why: 'People who listen to a page move by headings: a missing level sounds like a missing part.',
  *checkPage(page) {
    // The page's title is the first level.
    let above = 1;
    for (const heading of nodesOf(page, 'heading')) {
      if (heading.depth > above + 1) {
        const message = `Unexpected heading of level ${heading.depth} after level ${above}, expected level ${above + 1}`;
        yield { ...placeOf(heading), message, fix: `Begin it with ${'#'.repeat(above + 1)} and a space.` };
      }
      above = heading.depth;
    }
  },
};
