import { nodesOf, placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const openBox: PageRule = {
  id: 'open-box',
  level: 'warning',
  why: 'All that follows stands in the box, headings too.',
  *checkPage(page) {
    for (const box of nodesOf(page, 'containerDirective')) {
      const end = box.position?.end.offset ?? 0;
      // The fence that closes it is the last thing of a box.
      const last = page.source.text
        .slice(box.position?.start.offset ?? 0, end)
        .split(/\r\n|\r|\n/)
        .at(-1);
      if (/^[ \t>]*:{3,}[ \t]*$/.test(last ?? '')) continue;
      const message = `Unexpected end of the page inside the box :::${short(box.name)}, expected a line of :::`;
      yield { ...placeOf(box), message, fix: 'Close the box with ::: on a line of its own.' };
    }
  },
};
