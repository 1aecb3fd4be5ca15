import { nodesOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const deadReference: PageRule = {
  id: 'dead-reference',
  level: 'error',
  why: 'The brackets are shown as they are, and the link leads nowhere.',
  *checkPage(page) {
    for (const text of nodesOf(page, 'text')) {
      for (const found of text.value.matchAll(/\[[^[\]\n]{1,300}\]\[([^[\]\n]{0,200})\]/g)) {
        const [written, name = ''] = found;
        const line = text.position?.start.line ?? 1;
        const column = text.position?.start.column ?? 1;
        const message = `Unexpected ${short(written)} without its address, expected a line that begins "[${short(name || 'name')}]:"`;
        yield { line, column, message, fix: 'Add the line with the address, or write the address in round brackets.' };
      }
    }
  },
};
