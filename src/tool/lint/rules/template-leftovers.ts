import { placer, proseOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const templateLeftovers: PageRule = {
  id: 'template-leftovers',
  level: 'error',
  why: 'It is the text of a template that another tool should have filled in; readers see it as it is.',
  *checkPage(page) {
    const prose = proseOf(page);
    const placeAt = placer(prose);
    for (const found of prose.matchAll(/\{\{|\{%|<%/g)) {
      const [sign] = found;
      const line = prose.slice(found.index, found.index + 60).split(/[\r\n]/, 1)[0] ?? '';
      const message = `Unexpected "${sign}" (${short(line, 40)}), expected plain Markdown`;
      yield { ...placeAt(found.index), message, fix: 'Write the text itself, or put an example in backticks.' };
    }
  },
};
