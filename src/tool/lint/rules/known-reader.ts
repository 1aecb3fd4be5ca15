import { lineOfKey } from '../fault.ts';
import { nearestOf, WordList } from '../near.ts';
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

type Pages = Parameters<NonNullable<PageRule['checkPage']>>[1]['pages'];

/** On how many pages each word stands; counted once for all of them. */
interface Readers {
  readonly audiences: ReadonlyMap<string, number>;
  readonly asked: ReadonlyMap<string, number>;
  readonly list: WordList;
}

const counted = new WeakMap<Pages, Readers>();

function readersOf(pages: Pages): Readers {
  const known = counted.get(pages);
  if (known) return known;
  const audiences = counts(pages.map(({ source }) => source.meta.audience));
  const asked = counts(pages.map(({ source }) => source.meta.ask));
  const readers = { audiences, asked, list: new WordList(new Set([...AUDIENCES, ...audiences.keys()])) };
  counted.set(pages, readers);
  return readers;
}

function counts(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const list of lists) for (const word of new Set(list)) all.set(word, (all.get(word) ?? 0) + 1);
  return all;
}

export const knownReader: PageRule = {
  id: 'known-reader',
  level: 'warning',
  why: 'Readers filter by these words; one that nobody knows hides the page.',
  *checkPage({ source }, { pages }) {
    const { audiences, asked, list } = readersOf(pages);
    const own = new Set(source.meta.audience);
    const isKnown = (word: string): boolean =>
      AUDIENCES.includes(word) || (audiences.get(word) ?? 0) > (own.has(word) ? 1 : 0);
    for (const word of source.meta.audience) {
      if (isKnown(word)) continue;
      const meant = nearestOf(word, list.like(word).filter(isKnown));
      if (meant === undefined) continue;
      const message = `Unexpected audience "${short(word)}", expected a word such as ${meant}`;
      yield {
        line: lineOfKey(source.text, 'audience'),
        column: 1,
        message,
        fix: `Write "${meant}", or switch this rule off.`,
      };
    }
    for (const word of source.meta.ask) {
      if (ROLES.test(word) || (asked.get(word) ?? 0) > 1) continue;
      const message = `Unexpected "${short(word)}" under "ask", expected a role that readers can ask, such as commercial or policy lead`;
      yield { line: lineOfKey(source.text, 'ask'), column: 1, message, fix: 'Name a role or a team.' };
    }
  },
};
