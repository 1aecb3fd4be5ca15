import { CALLOUTS } from '#markdown/labels.ts';
import { nodesOf, placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const unknownBox: PageRule = {
  id: 'unknown-box',
  level: 'error',
  why: 'The app does not know this kind of box and shows its fences as text.',
  *checkPage(page) {
    for (const box of nodesOf(page, 'containerDirective')) {
      if (CALLOUTS.some((kind) => kind === box.name)) continue;
      const message = `Unexpected box :::${short(box.name)}, expected ${CALLOUTS.join(', ')}`;
      yield { ...placeOf(box), message, fix: 'Use one of these kinds.' };
    }
  },
};
