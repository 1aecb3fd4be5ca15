import { expect, test } from 'vitest';
import { acronymsOf } from '#domain/acronyms.ts';
import { engineOf, page } from '../small-corpus.ts';

const engine = engineOf({
  pack: 'p',
  packTitle: 'P',
  release: 1,
  acronyms: [
    ['VfM', 'value for money'],
    ['SME', 'small and medium-sized enterprise'],
    ['IT', 'information technology'],
  ],
  pages: [
    page('worth', 'Worth', 'What is the value of it, and who has the money for it?'),
    page('short', 'Short', 'Show VfM early, and ask what it needs.'),
    page('value', 'Values', 'Our values are on the wall.'),
    page('firms', 'Firms', 'An SME may bid.'),
    page('vendor', 'Vendors', 'A vendor is met on the first day.'),
    page('other', 'Other', 'Nothing of this.'),
  ],
});
const found = (query: string) => engine.search(query, { complete: true }).hits.map((hit) => hit.page);

test('a letter word finds what it stands for, after the letters themselves', () => {
  expect(found('VfM')).toEqual(['short', 'worth']);
});

test('what a letter word stands for finds the letters, too', () => {
  expect(found('value for money')).toContain('short');
  expect(found('small and medium-sized enterprise')).toEqual(['firms']);
  expect(found('value')).not.toContain('short');
});

test('a letter word that is a word of every sentence stays one', () => {
  expect(found('it')).toEqual([]);
});

test('a supplier is a vendor elsewhere, and why says so', () => {
  expect(found('supplier')).toEqual(['vendor']);
  const why = engine.why('supplier', { pack: 'p', page: 'vendor', section: '' }, { complete: true });
  expect(why?.read).toEqual([{ word: 'supplier', as: 'meaning', words: ['Vendors'] }]);
  const worth = engine.why('VfM', { pack: 'p', page: 'worth', section: '' }, { complete: true });
  expect(worth?.read).toEqual([{ word: 'VfM', as: 'meaning', words: ['value', 'money'] }]);
});

test('the words that were found instead are marked', () => {
  const { snippet } = engine.search('VfM', { complete: true }).hits[1] ?? { snippet: [] };
  expect(snippet.filter((run) => run.found).map((run) => run.text)).toEqual(['value', 'money']);
});

test('the parts of a score still sum to it', () => {
  for (const query of ['VfM', 'value for money', 'supplier']) {
    for (const hit of engine.search(query, { complete: true }).hits) {
      expect(engine.explain(query, hit, { complete: true })?.score).toBeCloseTo(hit.score, 3);
    }
  }
});

test('letter words of a glossary are told from its other terms', () => {
  const entry = (term: string, expansion: string) => ({ term, expansion, meaning: '', see_also: [] });
  const terms = [entry('VfM', 'value for money'), entry('Alpha', 'a phase'), entry('PCR', ''), entry('G-Cloud', 'x y')];
  expect(acronymsOf(terms)).toEqual([['VfM', 'value for money']]);
});
