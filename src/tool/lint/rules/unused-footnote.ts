import { nodesOf, placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const unusedFootnote: PageRule = {
  id: 'unused-footnote',
  level: 'error',
  why: 'Only notes that the text points at are shown: its words are lost.',
  *checkPage(page) {
    const used = new Set(nodesOf(page, 'footnoteReference').map(({ identifier }) => identifier));
    for (const note of nodesOf(page, 'footnoteDefinition')) {
      if (used.has(note.identifier)) continue;
      const message = `Unexpected footnote [^${short(note.label ?? note.identifier)}] that nothing points at, expected a mark in the text`;
      yield { ...placeOf(note), message, fix: 'Put its mark where it belongs, or make the note a sentence.' };
    }
  },
};
