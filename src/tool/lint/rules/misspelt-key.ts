import { lineOfKey } from '../fault.ts';
import { nearestOf } from '../near.ts';
import { FRONT_MATTER_KEYS } from '../page-front.ts';
import { short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const misspeltKey: PageRule = {
  id: 'misspelt-key',
  level: 'warning',
  why: 'A key that Satchel does not know is kept and shown nowhere.',
  *checkPage({ source }) {
    for (const key of Object.keys(source.meta.extra)) {
      if (FRONT_MATTER_KEYS.some((known) => known === key)) continue;
      const meant = nearestOf(key, FRONT_MATTER_KEYS);
      if (meant === undefined) continue;
      const message = `Unexpected key "${short(key)}", expected "${meant}"`;
      yield {
        line: lineOfKey(source.text, key),
        column: 1,
        message,
        fix: `Write "${meant}", or another name if it is yours.`,
      };
    }
  },
};
