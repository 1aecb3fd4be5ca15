import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import { createEngine } from '#search/engine.ts';
import { buildSegment } from '#search/segment.ts';
import type { SegmentPage } from '#search/segment-input.ts';
import { sharedPath } from '#support/shared.ts';
import { engage, engineOf, page } from './small-corpus.ts';

const dead = () => ({ kind: 'dead', reason: '' }) as const;

function readPages(folder: string): readonly SegmentPage[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return files.sort().map((path) => {
    const parsed = parsePage(readFileSync(join(folder, path), 'utf8'), { resolveLink: dead, resolveImage: dead });
    const { frontMatter, sections, firstHeading } = parsed;
    const data = frontMatter && 'data' in frontMatter ? frontMatter.data : {};
    const title = typeof data.title === 'string' ? data.title : (firstHeading?.text ?? path);
    const { meta } = page(path.replace(/[^a-z0-9]+/gi, '-'), title, '', {}, { path });
    return { meta, sections };
  });
}

interface Golden {
  readonly queries: readonly {
    readonly query: string;
    readonly relevant: readonly { readonly path: string; readonly grade: number }[];
  }[];
}

// What the first form of the search reaches, less two: a change that costs more than that is looked at.
describe.each([
  ['18f-guides', 23],
  ['ukho-engineering', 17],
])('%s', (name, least) => {
  const folder = sharedPath(`corpora/${name}/files`);
  test.skipIf(!folder)(
    'the page asked for is among the first five',
    () => {
      const engine = createEngine();
      engine.add(buildSegment({ pack: name, packTitle: name, release: 1, pages: readPages(folder ?? '') }));
      const { queries }: Golden = JSON.parse(readFileSync(join(folder ?? '', '../queries.json'), 'utf8'));
      const found = queries.filter(({ query, relevant }) => {
        const right = new Set(relevant.filter(({ grade }) => grade === 2).map(({ path }) => path));
        return engine.search(query, { complete: true, limit: 5 }).hits.some(({ path }) => right.has(path));
      });
      expect(found.length).toBeGreaterThanOrEqual(least);
    },
    240_000,
  );
});

describe('strings that are known to be trouble', () => {
  test.each([
    ['naughty-strings.json', 'text'],
    ['unicode/cases.json', 'text'],
    ['xss/payloadbox.json', 'payload'],
  ])(
    'are safe as queries, as titles and as texts: %s',
    (name, field) => {
      const file = sharedPath(`hostile/${name}`);
      if (!file) return;
      const { items } = JSON.parse(readFileSync(file, 'utf8')) as { readonly items: readonly Record<string, string>[] };
      const strings = items.map((item) => item[field] ?? '');
      const pages = strings.map((text, at) => page(`p${at}`, text.slice(0, 300), text, { [text.slice(0, 300)]: text }));
      const engine = engineOf(engage, { pack: 'trouble', packTitle: 'Trouble', release: 1, pages });
      // A few hundred of them as queries: all of them stand in the pages.
      for (const query of strings.filter((_, at) => strings.length < 500 || at % 10 === 0)) {
        for (const { title, titleRuns } of engine.search(query, { limit: 5 }).hits) {
          expect(titleRuns.map(({ text }) => text).join('')).toBe(title);
        }
      }
      expect(engine.search('talk to suppliers before tender').hits[0]?.page).toBe('law');
    },
    120_000,
  );
});
