import { nodesOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const deadFootnote: PageRule = {
  id: 'dead-footnote',
  level: 'error',
  why: 'The mark is shown as it is and leads nowhere.',
  *checkPage(page) {
    for (const text of nodesOf(page, 'text')) {
      for (const found of text.value.matchAll(/\[\^([^[\]\s]{1,100})\]/g)) {
        const line = text.position?.start.line ?? 1;
        const column = text.position?.start.column ?? 1;
        const [mark, name = ''] = found;
        const message = `Unexpected ${short(mark)} without its note, expected a line that begins "${short(mark)}:"`;
        yield { line, column, message, fix: `Add the note [^${short(name)}]: … or remove the mark.` };
      }
    }
  },
};
