import { describe, expect, test } from 'vitest';
import { demandsNothing, readOperators } from '#search/operators.ts';
import { engineOf, page } from './small-corpus.ts';

describe('operators of a query', () => {
  test('a phrase, a word that must not be there, a word of the title and a stage are read and leave their words', () => {
    const { text, demands } = readOperators('“prior notice” -framework title:Suppliers stage:buy early');
    expect(demands).toEqual({
      phrases: [['prior', 'notic']],
      without: ['framework'],
      inTitle: ['supplier'],
      stages: ['buy'],
    });
    expect(text.split(/\s+/).filter(Boolean)).toEqual(['prior', 'notice', 'Suppliers', 'early']);
  });

  test.each([
    'plain words',
    're-use of open-source code',
    'value - money',
    'the 5" pipe',
    '""',
    'stage:lunch',
    'title:',
    'a-b -',
    'https://example.org/a',
  ])('%s has none', (query) => {
    const { text, demands } = readOperators(query);
    expect(demandsNothing(demands)).toBe(true);
    expect(text.replace(/\s+/g, ' ').trim()).toBe(query.replace('""', ''));
  });

  test('a paragraph with quotation marks in it is prose', () => {
    const prose =
      'What is known of the “state of the art” in the -so-called- field of public procurement of software today?';
    expect(readOperators(prose).text).toBe(prose);
    expect(demandsNothing(readOperators(prose).demands)).toBe(true);
  });
});

describe('what a query demands', () => {
  const engine = engineOf({
    pack: 'p',
    packTitle: 'P',
    release: 1,
    pages: [
      page(
        'early',
        'Talk early',
        'Give prior notice to the market.',
        { Why: 'A notice prior to tender helps suppliers.' },
        {
          stage: ['prepare'],
        },
      ),
      page('late', 'Notices', 'A notice after the award; prior talk is recorded.', {}, { stage: ['buy'] }),
    ],
  });
  const found = (query: string) => engine.search(query).hits.map((hit) => `${hit.page}#${hit.section}`);

  test('a phrase stands side by side, in its order', () => {
    expect(found('prior notice').length).toBeGreaterThan(1);
    expect(found('"prior notice"')).toEqual(['early#']);
    expect(found('"prior notices"')).toEqual(['early#']);
  });

  test('a word that must not be there leaves out its sections', () => {
    expect(found('notice -award')).not.toContain('late#');
    expect(found('notice -award').length).toBeGreaterThan(0);
    expect(found('-award')).toEqual([]);
  });

  test('a word of the title is in the heading or in one above it', () => {
    expect(found('title:early')).toEqual(expect.arrayContaining(['early#', 'early#why']));
    expect(found('title:early notice').every((one) => one.startsWith('early'))).toBe(true);
  });

  test('a stage', () => {
    expect(found('notice stage:buy')).toEqual(['late#']);
    expect(found('notice stage:review')).toEqual([]);
  });

  test('a word that is nowhere is demanded in vain', () => {
    expect(found('notice "xyzzy plugh"')).toEqual([]);
    expect(found('notice -xyzzy').length).toBe(found('notice').length);
  });
});
