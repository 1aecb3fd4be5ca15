import type { UnshownReason } from '#domain/pack/page.ts';
import type { PageRule } from '../rule.ts';

const FOUND: Readonly<Record<UnshownReason, readonly [unexpected: string, expected: string]>> = {
  'too-large': ['page of more than 512 kB', 'up to 512 kB'],
  'too-deep': ['lists, quotes or boxes nested more than 64 deep', 'up to 64'],
  'too-slow': ['page that takes more than 5 seconds to read', 'a plainer page'],
  'too-many-parts': ['page of more than 60,000 parts', 'up to 60,000'],
  damaged: ['page that cannot be read back', 'a page that can'],
};

export const pageLimits: PageRule = {
  id: 'page-limits',
  level: 'error',
  why: 'The app shows such a page as plain text, so that it cannot hold up the rest.',
  *checkPage({ parsed }) {
    if (!parsed.unshown) return;
    const [unexpected, expected] = FOUND[parsed.unshown];
    const message = `Unexpected ${unexpected}, expected ${expected}`;
    yield { line: 1, column: 1, message, fix: 'Split the page into several.' };
  },
};
