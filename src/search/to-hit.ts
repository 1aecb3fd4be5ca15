import type { Lexicon } from './lexicon.ts';
import type { ParsedQuery } from './query.ts';
import type { Candidate } from './ranking.ts';
import type { Hit, Run } from './results.ts';
import { type Segment, sectionText } from './segment.ts';
import { mark, snippet, type WordWorth } from './snippet.ts';
import { stemOf } from './words/analyse.ts';
import type { Meanings } from './words/meanings.ts';
import { type StandsFor, spellOut } from './words/spell-out.ts';

/** What the marks and the snippet go by: the stems of the query, however the word is written. */
export function wordWorth({ slots }: ParsedQuery, { stems: names }: Lexicon): WordWorth {
  const worth = new Map<string, number>();
  // "I" and "can" stand everywhere: marked, they hide what was asked for.
  const subjects = slots.filter(({ weight }) => weight >= 1);
  for (const { stems, together, rarity } of subjects.length > 0 ? subjects : slots) {
    for (const stem of [...stems, ...together.flat()]) {
      const name = names[stem] ?? '';
      worth.set(name, Math.max(worth.get(name) ?? 0, rarity + 0.01));
    }
  }
  return (word) => worth.get(stemOf(word)) ?? worth.get(word) ?? 0;
}

/** What hits are shown by. */
export interface Shown {
  readonly worth: WordWorth;
  readonly standsFor: Meanings['standsFor'];
}

/** `shown` absent: without marks and snippet. */
export function toHit({ part, section, score }: Candidate, shown?: Shown): Hit {
  const { segment } = part;
  const {
    id = '',
    path = '',
    title = '',
    stage = [],
    reviewed,
    checkBy,
    status,
  } = segment.pages[segment.arrays.pages[section] ?? 0] ?? {};
  const heading = segment.headings[section] ?? '';
  return {
    pack: segment.pack,
    packTitle: segment.packTitle,
    release: segment.release,
    page: id,
    path,
    section: segment.anchors[section] ?? '',
    title,
    heading,
    level: segment.arrays.levels[section] ?? 1,
    stage,
    ...(reviewed ? { reviewed } : {}),
    ...(checkBy ? { checkBy } : {}),
    ...(status ? { status } : {}),
    score,
    titleRuns: shown ? mark(title, shown.worth) : [],
    headingRuns: shown ? mark(heading, shown.worth) : [],
    snippet: shown ? passage(segment, section, shown) : [],
  };
}

/** A pack's own glossary is asked before the others', which are named: they may mean something else by the letters. */
function passage(segment: Segment, section: number, { worth, standsFor }: Shown): readonly Run[] {
  const meant: StandsFor = (letters) => {
    const [, own] = segment.acronyms.find(([known]) => known === letters) ?? [];
    if (own !== undefined) return { meaning: own };
    const other = standsFor(letters);
    return other && { meaning: other.meaning, meaningFrom: other.from };
  };
  return spellOut(snippet(sectionText(segment, section), worth), meant);
}
