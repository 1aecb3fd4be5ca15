import { idSchema } from '#domain/pack/page.ts';
import { lineOfKey } from '../fault.ts';
import { short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const impossibleRedirect: PageRule = {
  id: 'impossible-redirect',
  level: 'warning',
  why: 'No page ever had this name, so no link can come from it.',
  *checkPage({ source }) {
    for (const from of source.redirects) {
      // An id, or the address that the page had where it came from.
      if (idSchema.safeParse(from).success || (/[/.]/.test(from) && !/\s/.test(from))) continue;
      const message = `Unexpected "${short(from)}" under "redirect_from", expected the old id of this page, or its old address`;
      yield {
        line: lineOfKey(source.text, 'redirect_from'),
        column: 1,
        message,
        fix: 'Write the id that the page had: small letters, digits and hyphens.',
      };
    }
  },
};
