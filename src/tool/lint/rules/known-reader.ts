import { lineOfKey } from '../fault.ts';
import { nearestOf } from '../near.ts';
import { short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

/** For whom pages are written. */
const AUDIENCES =
  'policy, commercial, delivery, digital, research, analysis, finance, legal, operations, data, security, suppliers, everyone'.split(
    ', ',
  );
/** Whom readers ask. Roles are many: words of these tell that one is meant. */
const ROLES =
  /\b(?:lead|leads|owner|officer|office|team|teams|contact|body|bodies|force|manager|director|analyst|analysts|researcher|architect|designer|adviser|advisor|board|unit|group|partner|secretary|commercial|legal|policy|delivery|digital|finance|security|data|procurement|research|analysis|operations|press|HR|IT|SRO|SIRO|DPO|CDIO|supplier|suppliers|department|authority|council|agency|service|desk|network|profession|counsel|lawyer|economist|statistician|accountant|auditor|expert|specialist|champion|sponsor|chair|minister|union|representative|someone|colleague|GDS|NCSC|GCA|CDDO|HMT|Treasury)\b/i;

export const knownReader: PageRule = {
  id: 'known-reader',
  level: 'warning',
  why: 'Readers filter by these words; one that nobody knows hides the page.',
  *checkPage({ source }, { pages }) {
    const others = pages.flatMap((page) => (page.source === source ? [] : page.source.meta.audience));
    const known = [...new Set([...AUDIENCES, ...others])];
    for (const word of source.meta.audience) {
      const meant = nearestOf(word, known);
      if (meant === undefined || known.includes(word)) continue;
      const message = `Unexpected audience "${short(word)}", expected a word such as ${meant}`;
      yield {
        line: lineOfKey(source.text, 'audience'),
        column: 1,
        message,
        fix: `Write "${meant}", or switch this rule off.`,
      };
    }
    const asked = new Set(pages.flatMap((page) => (page.source === source ? [] : page.source.meta.ask)));
    for (const word of source.meta.ask) {
      if (ROLES.test(word) || asked.has(word)) continue;
      const message = `Unexpected "${short(word)}" under "ask", expected a role that readers can ask, such as commercial or policy lead`;
      yield { line: lineOfKey(source.text, 'ask'), column: 1, message, fix: 'Name a role or a team.' };
    }
  },
};
