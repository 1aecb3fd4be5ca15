import { placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const insecureLink: PageRule = {
  id: 'insecure-link',
  level: 'warning',
  why: 'Anyone on the way can change what an http: address shows, so the app shows it as text.',
  *checkPage({ parsed }) {
    for (const link of parsed.links) {
      if (link.target.kind !== 'dead' || link.target.reason !== 'insecure') continue;
      const message = `Unexpected address "${short(link.href)}", expected https:`;
      yield { ...placeOf(link), message, fix: 'Change http: to https: and try it.' };
    }
  },
};
