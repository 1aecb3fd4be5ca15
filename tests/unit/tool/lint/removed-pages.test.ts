import { expect, test } from 'vitest';
import { lintPack } from '#tool/lint/lint.ts';
import { removedPages } from '#tool/lint/removed-pages.ts';
import { inMemory, page, SETTINGS } from './pack-in-memory.ts';

test('B27 a page that is gone without a redirect is an error, one that has a successor is none', async () => {
  const files = { 'pack.yaml': SETTINGS, 'pages/b.md': page('b', 'redirect_from: [old-b]\n') };
  const report = await lintPack('/pack', inMemory(files));
  const found = removedPages(['b', 'old-b', 'take-notes'], report);
  expect(found.map(({ rule, level, message }) => `${level} ${rule} ${message}`)).toEqual([
    expect.stringMatching(/^error removed-page Unexpected missing page take-notes/),
  ]);
});
