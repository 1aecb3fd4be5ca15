import { lineOfKey } from '../fault.ts';
import type { PageRule } from '../rule.ts';

export const relatedExists: PageRule = {
  id: 'related-exists',
  level: 'error',
  why: 'The app lists these pages below; one that is not there is left out.',
  *checkPage({ meta, source }, pack) {
    for (const id of meta.related) {
      if (pack.byId.has(id) && id !== meta.id) continue;
      const what = id === meta.id ? 'the page itself' : `"${id}"`;
      const message = `Unexpected related page ${what}, expected the id of another page of this pack`;
      yield { line: lineOfKey(source.text, 'related'), column: 1, message, fix: 'Correct the id or remove it.' };
    }
  },
};
