import { withoutEnd } from '#domain/without-end.ts';
import { placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

const VAGUE =
  /^(?:click )?(?:here|this|this (?:link|page|article|document)|link|more|read more|find out more|yma|cliciwch yma)$/i;

export const vagueLinkText: PageRule = {
  id: 'vague-link-text',
  level: 'warning',
  why: 'People who listen to a page hear its links in a list, without the words around them.',
  *checkPage({ parsed }) {
    for (const link of parsed.links) {
      const words = withoutEnd(link.text.trim(), /[.…:>»]/);
      if (!VAGUE.test(words)) continue;
      const message = `Unexpected link text "${short(words)}", expected words that say where it leads`;
      yield { ...placeOf(link), message, fix: 'Use the title of the page it leads to.' };
    }
  },
};
