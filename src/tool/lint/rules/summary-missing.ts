import type { PageRule } from '../rule.ts';

export const summaryMissing: PageRule = {
  id: 'summary-missing',
  level: 'warning',
  why: 'Lists and search results show it; without one they show the page’s first words.',
  *checkPage({ meta, source }) {
    if (source.unread) return;
    if (meta.summary !== undefined && meta.summary.trim() !== '') return;
    const message = 'Unexpected missing summary, expected one or two sentences';
    yield { line: 1, column: 1, message, fix: 'Add "summary: …" to the front matter.' };
  },
};
