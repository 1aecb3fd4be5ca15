import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createEngine } from '#search/engine.ts';
import { buildSegment } from '#search/segment.ts';
import { lintPack } from '#tool/lint/lint.ts';

const CONTENT = fileURLToPath(new URL('../../../content/', import.meta.url));
const packs = readdirSync(CONTENT, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const engine = createEngine();
for (const pack of packs) {
  const { pages } = await lintPack(`${CONTENT}${pack}`);
  const shown = pages.flatMap(({ meta, parsed }) => (meta ? [{ meta, sections: parsed.sections }] : []));
  engine.add(buildSegment({ pack, packTitle: pack, release: 1, language: 'en-GB', pages: shown }));
}

test('the question of the first day is answered by its section, half typed and whole', () => {
  for (const query of ['who can I talk to before a ten', 'who can I talk to before a tender']) {
    expect(engine.search(query).hits[0]).toMatchObject({
      page: 'what-the-law-lets-you-talk-about',
      section: 'who-you-may-talk-to',
    });
  }
});

test.each(packs)('golden queries of %s find the right page in the first five', (pack) => {
  const golden: {
    readonly queries: readonly { readonly query: string; readonly pages: Readonly<Record<string, number>> }[];
  } = JSON.parse(readFileSync(`${CONTENT}${pack}/queries.json`, 'utf8'));
  const missed = golden.queries.filter(
    ({ query, pages }) =>
      !engine.search(query, { complete: true, limit: 5 }).hits.some(({ path }) => pages[path] === 2),
  );
  expect(golden.queries.length).toBeGreaterThanOrEqual(20);
  expect(missed.length / golden.queries.length).toBeLessThan(0.1);
});
