import { placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const deadAnchor: PageRule = {
  id: 'dead-anchor',
  level: 'error',
  why: 'The link opens the page but not the section that its words promise.',
  *checkPage({ parsed }, pack) {
    for (const link of parsed.links) {
      const { target } = link;
      if (target.kind !== 'same' && (target.kind !== 'page' || target.pack !== undefined)) continue;
      const section = target.section ?? '';
      const page = target.kind === 'same' ? parsed : pack.byId.get(target.page)?.parsed;
      if (section === '' || !page || page.unshown || page.anchors.includes(section)) continue;
      const where = target.kind === 'same' ? 'this page' : `the page ${target.page}`;
      const message = `Unexpected link to "#${short(section)}", expected a section of ${where}`;
      yield { ...placeOf(link), message, fix: nearest(section, page.anchors) };
    }
  },
};

/** Same letters, other signs: most dead anchors are spelled by another tool's rule. */
function nearest(section: string, anchors: readonly string[]): string {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const found = anchors.find((anchor) => letters(anchor) === letters(section));
  return found === undefined ? 'Name a heading of that page in small letters and hyphens.' : `Write #${found}.`;
}
