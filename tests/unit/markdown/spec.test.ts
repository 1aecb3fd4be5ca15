import { readFileSync } from 'node:fs';
import type { Root } from 'hast';
import { describe, expect, test, vi } from 'vitest';

// Many runs each; only a hang takes so long.
vi.setConfig({ testTimeout: 120_000 });

import { parsePage } from '#markdown/parse.ts';
import type { ParseContext } from '#markdown/parsed-page.ts';
import { readHtml } from '#markdown/processor.ts';
import { outline, PICTURE } from '#support/markdown.ts';
import { unsafeParts } from '#support/safe-tree.ts';
import { sharedPath } from '#support/shared.ts';

type Example = { id: string; section?: string; markdown: string; html: string };

const root = sharedPath('hostile/spec/commonmark-0.31.2.json')?.replace(/commonmark-0\.31\.2\.json$/, '') ?? null;
const examples = (file: string): Example[] => (root ? JSON.parse(readFileSync(`${root}${file}`, 'utf8')).items : []);

/** Every address leads somewhere, so that a link stays a link and pages compare by their shape. */
const everywhere: ParseContext = {
  resolveLink: () => ({ kind: 'page', page: 'p' }),
  resolveImage: () => ({ kind: 'image', sha256: PICTURE }),
};

describe.skipIf(!root)('examples of the specifications', () => {
  test.each([
    'commonmark-0.31.2.json',
    'gfm-extensions.json',
    'markdown-it.json',
    'commonmark-js-regression.json',
    'marked.json',
  ])('%s gives pages with safe parts only', (file) => {
    for (const { id, markdown } of examples(file)) {
      const page = parsePage(markdown, everywhere);
      expect(page.unshown, id).toBeUndefined();
      if (page.tree) expect(unsafeParts(page.tree), id).toEqual([]);
    }
  });

  test('CommonMark reads as it says, where our rules are the same', () => {
    const different = examples('commonmark-0.31.2.json').filter(({ section, markdown, html }) => {
      if (section === 'HTML blocks' || section === 'Raw HTML') return false;
      const page = parsePage(markdown, everywhere);
      return page.tree && squeeze(outline(page.tree)) !== squeeze(outline(treeOf(html)));
    });
    expect(different.map(({ id }) => id)).toEqual(OURS);
  });
});

/** Links in HTML that never end lead nowhere (21, 31, 477, 643), unknown tags are words (201, 491), a bare address is a link (611). */
const OURS = [21, 31, 201, 477, 491, 611, 643].map((number) => `commonmark-${number}`);

const treeOf = (html: string): Root =>
  readHtml({ type: 'root', children: [{ type: 'raw', value: html }] } as unknown as Root, html);
const squeeze = (text: string): string => text.replace(/\s+/g, '');
