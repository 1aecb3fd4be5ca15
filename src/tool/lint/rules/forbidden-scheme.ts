import { placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const forbiddenScheme: PageRule = {
  id: 'forbidden-scheme',
  level: 'error',
  why: 'Addresses such as javascript:, data: and file: can do harm, so the app does not follow them.',
  *checkPage({ parsed }) {
    for (const link of parsed.links) {
      if (link.target.kind !== 'dead' || link.target.reason !== 'scheme') continue;
      const message = `Unexpected address "${short(link.href, 60)}", expected https: or mailto:`;
      yield {
        ...placeOf(link),
        message,
        fix: 'Use an https: or mailto: address, or remove the link and keep its words.',
      };
    }
  },
};
