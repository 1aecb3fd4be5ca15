import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeFrontMatter } from '#markdown/front-matter.ts';
import { parsePage } from '#markdown/parse.ts';
import { context } from '#support/markdown.ts';
import { unsafeParts } from '#support/safe-tree.ts';
import { sharedPath } from '#support/shared.ts';

const NAMES = ['18f-guides', 'canada-cloud-guardrails', 'dhcw-handbook', 'ukho-engineering'];

const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));

describe('pages that people wrote for other programs', () => {
  for (const name of NAMES) {
    const folder = sharedPath(`corpora/${name}/files`);
    test.skipIf(!folder)(
      `${name}: every page is shown and none is blank`,
      () => {
        for (const file of pagesOf(folder ?? '')) {
          const source = readFileSync(file, 'utf8');
          const page = parsePage(source, context);
          expect(page.unshown, file).toBeUndefined();
          if (page.tree) expect(unsafeParts(page.tree), file).toEqual([]);
          const body = takeFrontMatter(source.replace(/^\ufeff/, '')).body;
          if (/[\p{L}\p{N}]/u.test(body.replace(/<[^>]*>|\{[%{][^}]*\}+|<!--.*?-->/gs, ''))) {
            expect(page.words, file).toBeGreaterThan(0);
          }
        }
      },
      240_000,
    );
  }
});
