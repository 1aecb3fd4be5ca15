import type { LinkTarget } from '#markdown/parsed-page.ts';
import { placeOf, short } from '../prose.ts';
import type { LintedPack, PageRule } from '../rule.ts';

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
  *checkPage({ parsed }, { source, byId }) {
    for (const link of parsed.links) {
      const expected = expectedOf(link.target, source, byId);
      if (expected === undefined) continue;
      const message = `Unexpected link to "${short(link.href)}", expected ${expected}`;
      yield { ...placeOf(link), message, fix: 'Correct the path, or remove the link and keep its words.' };
    }
  },
};

function expectedOf(
  target: LinkTarget,
  { settings, table }: LintedPack['source'],
  byId: LintedPack['byId'],
): string | undefined {
  if (target.kind === 'dead') return EXPECTED[target.reason];
  // The pack's own pages can be named as those of others are.
  if (target.kind !== 'page' || target.pack === undefined || target.pack !== settings?.id) return undefined;
  return byId.has(target.page) || table.redirects.has(target.page) ? undefined : EXPECTED['no-page'];
}
