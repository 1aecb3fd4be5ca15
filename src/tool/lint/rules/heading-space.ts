import { nodesOf, placer, proseOf } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const headingSpace: PageRule = {
  id: 'heading-space',
  level: 'error',
  why: 'Without a space the line is not a heading: it has no place in the outline and no link leads to it.',
  *checkPage(page) {
    const prose = proseOf(page);
    const placeAt = placer(prose);
    for (const paragraph of nodesOf(page, 'paragraph')) {
      const start = paragraph.position?.start.offset ?? 0;
      const text = prose.slice(start, paragraph.position?.end.offset ?? 0);
      for (const found of text.matchAll(/^[ \t]{0,3}(#{1,6})(?=[\p{L}*_[]|(?<=##)\p{N})/gmu)) {
        const [, marks = ''] = found;
        const message = `Unexpected "${marks}" without a space, expected "${marks} " before a heading`;
        yield { ...placeAt(start + found.index), message, fix: `Put a space after ${marks}.` };
      }
    }
  },
};
