import { placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

const EXPECTED: Readonly<Record<string, string>> = {
  'no-page': 'the path of a page in this pack',
  'no-file': 'a page: other files are not taken into a pack',
  'outside-pack': 'a path inside the pack folder',
  empty: 'an address',
  'too-long': 'an address of up to 2,000 characters',
};

export const deadLink: PageRule = {
  id: 'dead-link',
  level: 'error',
  why: 'The link leads nowhere: in the app its words are shown without it.',
  *checkPage({ parsed }) {
    for (const link of parsed.links) {
      if (link.target.kind !== 'dead') continue;
      const expected = EXPECTED[link.target.reason];
      if (expected === undefined) continue;
      const message = `Unexpected link to "${short(link.href)}", expected ${expected}`;
      yield { ...placeOf(link), message, fix: 'Correct the path, or remove the link and keep its words.' };
    }
  },
};
