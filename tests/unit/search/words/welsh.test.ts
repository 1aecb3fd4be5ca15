import { describe, expect, test } from 'vitest';
import { mutationsOf } from '#search/words/welsh.ts';
import { engineOf, page } from '../small-corpus.ts';

// Radical, soft, nasal and aspirate forms as grammars print them.
describe('Welsh mutations', () => {
  test.each([
    ['pont', 'bont', 'mhont', 'phont'],
    ['tad', 'dad', 'nhad', 'thad'],
    ['cath', 'gath', 'nghath', 'chath'],
    ['bwrdd', 'fwrdd', 'mwrdd'],
    ['desg', 'ddesg', 'nesg'],
    ['gardd', 'ardd', 'ngardd'],
    ['gwlad', 'wlad', 'ngwlad'],
    ['glan', 'lan', 'nglan'],
    ['llong', 'long'],
    ['mam', 'fam'],
    ['rhaglen', 'raglen'],
  ])('%s: each form leads to each other', (...forms) => {
    const [radical = ''] = forms;
    for (const form of forms.slice(1)) {
      expect(mutationsOf(radical)).toContain(form);
      expect(mutationsOf(form)).toContain(radical);
    }
  });

  test('a short word is left alone', () => {
    expect(mutationsOf('a')).toEqual([]);
    expect(mutationsOf('yn')).toEqual([]);
  });
});

describe('in a pack with Welsh pages', () => {
  const engine = engineOf({
    pack: 'p',
    packTitle: 'P',
    release: 1,
    pages: [
      page('bwrdd', 'Y bwrdd', 'Bydd y bwrdd yn cwrdd.', {}, { lang: 'cy' }),
      page('gardd', 'Yr ardd', 'Mae’r ardd yn fawr.', {}, { lang: 'cy' }),
      page('chat', 'Chat', 'A chat with a supplier.'),
    ],
  });
  const found = (query: string) => engine.search(query, { complete: true }).hits.map((hit) => hit.page);

  test('a mutated word finds the page', () => {
    expect(found('fwrdd')).toEqual(['bwrdd']);
    expect(found('gardd')).toEqual(['gardd']);
  });

  test('English words are not mutated', () => {
    expect(found('cat')).toEqual([]);
  });
});
