import { expect, test } from 'vitest';
import type { PageMeta } from '#domain/pack/page.ts';
import { sayIn } from '#domain/words/words.ts';
import { citation } from '#rooms/reader/citation.ts';

const meta: PageMeta = {
  id: 'law',
  path: 'pages/law.md',
  title: 'What the law lets you talk about',
  stage: [],
  audience: [],
  ask: [],
  tags: [],
  sources: [],
  related: [],
  extra: {},
  words: 1,
  reviewed: '2026-05-12',
};
const pack = { title: 'Engage early', version: '2026.11', publisher: 'Commercial team', origin: 'app' } as const;
const say = sayIn('en-GB');

test('a section is cited with its page, release, publisher and date', () => {
  expect(citation(meta, pack, 'Who you may talk to', 'en-GB', say)).toBe(
    'What the law lets you talk about, Who you may talk to, Engage early 2026.11. Commercial team. Reviewed 12 May 2026.',
  );
});

test('a page without a review date says none', () => {
  const { reviewed: _, ...undated } = meta;
  expect(citation(undated, pack, undefined, 'en-GB', say)).toBe(
    'What the law lets you talk about, Engage early 2026.11. Commercial team.',
  );
});

test('B6 a publisher that nobody verified is cited as such', () => {
  expect(citation(meta, { ...pack, origin: 'file' }, undefined, 'en-GB', say)).toBe(
    'What the law lets you talk about, Engage early 2026.11. Commercial team (not verified). Reviewed 12 May 2026.',
  );
});
