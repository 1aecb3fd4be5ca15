import type { PageRule } from '../rule.ts';

export const emptyPage: PageRule = {
  id: 'empty-page',
  level: 'error',
  why: 'A reader who opens it finds nothing.',
  *checkPage({ parsed }) {
    if (parsed.words > 0 || parsed.images.some(({ target }) => target.kind === 'image')) return;
    const message = 'Unexpected page without words or pictures, expected something to read';
    yield { line: 1, column: 1, message, fix: 'Write the page, or remove the file.' };
  },
};
