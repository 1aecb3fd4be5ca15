import type { PageRule } from '../rule.ts';

export const titleMissing: PageRule = {
  id: 'title-missing',
  level: 'error',
  why: 'The title is the page’s heading, its name in lists and what search weighs most.',
  *checkPage({ source }) {
    if (source.meta.title !== null || source.unread) return;
    const message = 'Unexpected missing title, expected one in the front matter';
    yield { line: 1, column: 1, message, fix: 'Add "title: …" to the front matter.' };
  },
};
