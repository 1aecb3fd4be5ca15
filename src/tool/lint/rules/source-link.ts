import { outsideLink } from '#domain/link.ts';
import { lineOfKey } from '../fault.ts';
import { short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const sourceLink: PageRule = {
  id: 'source-link',
  level: 'error',
  why: 'Readers check the live page here; the app opens https: only.',
  *checkPage({ meta, source }) {
    for (const { url } of meta.sources) {
      if (url === undefined || outsideLink(url)?.kind === 'web') continue;
      const message = `Unexpected address "${short(url)}" of a source, expected https:`;
      yield { line: lineOfKey(source.text, 'sources'), column: 1, message, fix: 'Correct the url of the source.' };
    }
  },
};
