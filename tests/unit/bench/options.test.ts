import { describe, expect, test } from 'vitest';
import { readOptions } from '../../bench/search/options.mjs';

describe('options', () => {
  test('what stands when nothing is said', () => {
    expect(readOptions([])).toMatchObject({ folders: [], knownItem: false, sizes: [], rounds: 3, gates: false });
    expect(readOptions([]).engines[0]).toBe('satchel');
    expect(readOptions([]).engines).toHaveLength(8);
  });

  test('what is said', () => {
    const words = [
      '--collection',
      'a',
      '--collection',
      'b',
      '--engines',
      'wink,satchel',
      '--scale',
      '2000,1000',
      '--rounds',
      '0',
    ];
    expect(readOptions(words)).toMatchObject({
      folders: ['a', 'b'],
      engines: ['wink', 'satchel'],
      sizes: [1000, 2000],
      rounds: 0,
    });
  });

  test.each([
    [['--engines', 'solr'], /^Not an engine: solr\. Choose from satchel/],
    [['--engines', ''], /^Not an engine: nothing/],
    [['--scale', '10k'], /^--scale 10k: give a whole number/],
    [['--scale', '5'], /100 or more/],
    [['--rounds', '-1'], /--rounds/],
    [['--colection', 'a'], /npm run bench:search/],
  ])('%j is one sentence', (words, sentence) => {
    expect(() => readOptions(words)).toThrow(sentence);
    expect(() => readOptions(words)).toThrow(expect.objectContaining({ name: 'Stop', exitCode: 2 }));
  });
});
