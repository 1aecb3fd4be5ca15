import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Explanation } from '#search/explain.ts';
import { LOOKED_AT } from '#search/ranking.ts';
import type { SearchOptions } from '#search/results.ts';
import { buildSegment } from '#search/segment.ts';
import { lintPack } from '#tool/lint/lint.ts';
import { engage, engineOf, page, welsh } from './small-corpus.ts';

const CONTENT = fileURLToPath(new URL('../../../content/', import.meta.url));

const sumOf = ({ words, bonus }: Explanation): number =>
  words.reduce((sum, { own, page }) => sum + own + page, 0) +
  (bonus ? bonus.pairs + bonus.heading + bonus.covered + bonus.precise : 0);

describe('the parts of a score', () => {
  test('are its sum, for the hits of many questions of our packs, whole and half typed', async () => {
    const engine = engineOf();
    const asked: string[] = [];
    for (const { name } of readdirSync(CONTENT, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      const { pages, source } = await lintPack(`${CONTENT}${name}`);
      const shown = pages.map(({ meta, parsed }) => ({ meta, sections: parsed.sections }));
      engine.add(buildSegment({ pack: name, packTitle: name, release: 1, language: 'en-GB', pages: shown }));
      asked.push(...source.queries.map(({ query }) => query).filter((_, at) => at % 2 === 0));
    }
    expect(asked.length).toBeGreaterThan(50);
    let hits = 0;
    for (const query of asked.flatMap((one) => [one, one.slice(0, -2)])) {
      for (const options of [
        { complete: true, limit: 8 },
        { limit: 5, stages: ['shape'] },
      ] satisfies SearchOptions[]) {
        for (const hit of engine.search(query, options).hits) {
          const explained = engine.explain(query, hit, options);
          if (!explained) throw new Error(`${query}: ${hit.path}#${hit.section} is not explained`);
          expect(Math.abs(explained.score - hit.score)).toBeLessThan(1e-3);
          expect(sumOf(explained)).toBeCloseTo(explained.score, 9);
          hits += 1;
        }
      }
    }
    expect(hits).toBeGreaterThan(500);
  }, 120_000);

  test('lack the bonus beyond the best that are looked at again', () => {
    const pages = Array.from({ length: 130 }, (_, at) =>
      page(`p${at}`, `Page ${at}`, `Tender ${'and so on '.repeat(at)}`),
    );
    const engine = engineOf({ pack: 'many', packTitle: 'Many', release: 1, pages });
    const { hits } = engine.search('tender', { complete: true, limit: 130 });
    const explained = hits.map((hit) => engine.explain('tender', hit, { complete: true, limit: 130 }));
    expect(explained.map((one, at) => Math.abs((one?.score ?? 0) - (hits[at]?.score ?? 0)) < 1e-3)).not.toContain(
      false,
    );
    expect(explained.filter((one) => one?.bonus === null)).toHaveLength(130 - LOOKED_AT);
  });
});

describe('each word', () => {
  const engine = engineOf(engage, welsh);
  const log = { pack: 'engage-early', page: 'law', section: 'the-meeting-log' };
  const ask = (query: string, hit = log, options: SearchOptions = {}) => engine.explain(query, hit, options);

  test('says where it stands and how often', () => {
    expect(ask('meeting law logs', log, { complete: true })?.words).toEqual([
      {
        ...{
          word: 'meeting',
          rarity: expect.any(Number),
          weight: 1,
          own: expect.any(Number),
          page: expect.any(Number),
        },
        found: [{ readAs: 'exact', written: 'meeting', inTitle: false, heading: 1, surroundings: 0, text: 1 }],
      },
      expect.objectContaining({
        found: [{ readAs: 'exact', written: 'law', inTitle: true, heading: 0, surroundings: 1, text: 0 }],
      }),
      expect.objectContaining({
        word: 'logs',
        found: [{ readAs: 'exact', written: 'log', inTitle: false, heading: 1, surroundings: 0, text: 1 }],
      }),
    ]);
  });

  test('says how it was read', () => {
    const readings = (query: string, hit = log) =>
      ask(query, hit)?.words.map(({ word, found }) => [
        word,
        ...found.map(({ readAs, written }) => `${readAs} ${written}`),
      ]);
    expect(readings('Meetnig')).toEqual([['Meetnig', 'misspelt meeting']]);
    expect(readings('log meet')).toEqual([
      ['log', 'exact log'],
      ['meet', 'exact meeting'],
    ]);
    expect(readings('log mat')).toEqual([
      ['log', 'exact log'],
      ['mat', 'beginning matters'],
    ]);
    const caffael = { pack: 'cymraeg', page: 'caffael', section: '' };
    expect(readings('Llyn', caffael)).toEqual([['Llyn', 'exact Llŷn']]);
  });

  test('gives its page’s share when only the page has it, and nothing when nothing has it', () => {
    const explained = ask('log contract zzzz', log, { complete: true });
    const [, contract, nowhere] = explained?.words ?? [];
    expect(contract).toMatchObject({ found: [], own: 0 });
    expect(contract?.page).toBeGreaterThan(0);
    expect(nowhere).toMatchObject({ word: 'zzzz', found: [], own: 0, page: 0 });
  });

  test('is named when it stands beside the next', () => {
    expect(ask('the meeting log', log, { complete: true })?.beside).toEqual([['meeting', 'log']]);
    expect(ask('log of meeting', log, { complete: true })?.beside).toEqual([]);
  });

  test('nothing is explained that the query does not find', () => {
    expect(ask('caffael')).toBeNull();
    expect(ask('meeting', { ...log, section: 'gone' })).toBeNull();
    expect(ask('meeting', { ...log, pack: 'gone' })).toBeNull();
    expect(ask('')).toBeNull();
  });
});
