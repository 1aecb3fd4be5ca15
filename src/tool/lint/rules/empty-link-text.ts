import { placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const emptyLinkText: PageRule = {
  id: 'empty-link-text',
  level: 'error',
  why: 'A link without words cannot be seen, and is read out as its address.',
  *checkPage({ parsed }) {
    for (const link of parsed.links) {
      if (link.text.trim() !== '') continue;
      const message = `Unexpected link without words to ${short(link.href)}, expected words that say where it leads`;
      yield { ...placeOf(link), message, fix: 'Write the name of the page between [ and ].' };
    }
  },
};
