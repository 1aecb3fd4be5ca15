import type { PageRule } from '../rule.ts';

export const frontMatterSchema: PageRule = {
  id: 'front-matter-schema',
  level: 'error',
  why: 'The app shows owner, dates and stages from these keys; a wrong one is not shown at all.',
  checkPage: (page) => page.source.faults,
};
