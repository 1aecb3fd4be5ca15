import { expect, test } from 'vitest';
import type { Explanation } from '#search/explain.ts';
import { scoreLines } from '#tool/score-lines.ts';

const explanation: Explanation = {
  words: [
    {
      word: 'Tendr',
      rarity: 2,
      weight: 0.6,
      found: [{ readAs: 'misspelt', written: 'tender', inTitle: false, heading: 1, surroundings: 2, text: 3 }],
      own: 1.5,
      page: 0.25,
    },
    {
      word: 'te',
      rarity: 1,
      weight: 1,
      found: [
        { readAs: 'exact', written: 'TE', inTitle: false, heading: 0, surroundings: 0, text: 1 },
        { readAs: 'beginning', written: 'tenders', inTitle: false, heading: 0, surroundings: 0, text: 2 },
      ],
      own: 1,
      page: 0,
    },
    { word: 'law', rarity: 1, weight: 1, found: [], own: 0, page: 0.5 },
    { word: 'zzz', rarity: 4, weight: 1, found: [], own: 0, page: 0 },
  ],
  bonus: { pairs: 0.5, heading: 1, covered: 0.125, precise: 0.125 },
  beside: [['Tendr', 'te']],
  score: 5,
};

test('the sum, each word, and what stands side by side', () => {
  expect(scoreLines(explanation)).toEqual([
    '5.000 = words 2.500 + page 0.750 + pairs 0.500 + heading 1.000 + covered 0.125 + precise 0.125',
    'Tendr: 1.500 + 0.250 of its page (rarity 2.000, weight 0.6): misspelt as "tender", 1 in the heading, 2 around it, 3 in the text',
    'te: 1.000 + 0.000 of its page (rarity 1.000): exact: "TE", 1 in the text; beginning of "tenders", 2 in the text',
    'law: 0.000 + 0.500 of its page (rarity 1.000): elsewhere on its page',
    'zzz: 0.000 + 0.000 of its page (rarity 4.000): not there',
    'side by side: Tendr te',
  ]);
});

test('without a second look the sum is that of the words', () => {
  expect(scoreLines({ ...explanation, bonus: null, beside: [], words: [], score: 0 })).toEqual([
    '0.000 = words 0.000 + page 0.000',
    'not among the best, which are looked at again',
  ]);
});
