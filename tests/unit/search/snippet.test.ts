import { expect, test } from 'vitest';
import { mark, snippet } from '#search/snippet.ts';

const worth = (word: string) => (word === 'tender' || word === 'sc-1234' ? 2 : word === 'log' || word === 'sc' ? 1 : 0);
const flat = (runs: ReturnType<typeof mark>) => runs.map(({ text, found }) => (found ? `[${text}]` : text)).join('');

test('marks keep the text', () => {
  expect(flat(mark('A Tender, a log; SC-1234.', worth))).toBe('A [Tender], a [log]; [SC-1234].');
  expect(mark('', worth)).toEqual([]);
});

test('a short text is shown whole, on one line', () => {
  expect(flat(snippet('One\ntwo   tender\n', worth))).toBe('One two [tender]');
});

test('a long text is shown where most of the words stand, from the beginning of a sentence', () => {
  const filler = 'Nothing to see in this sentence at all. '.repeat(20);
  const text = `A log. ${filler}The tender has a log of its own. ${filler}`;
  const shown = flat(snippet(text, worth));
  expect(shown).toContain('[tender] has a [log]');
  expect(shown.startsWith('… ')).toBe(true);
  expect(shown.endsWith(' …')).toBe(true);
  expect(shown.length).toBeLessThan(230);
});

test('a text without any of the words is shown from its beginning', () => {
  expect(flat(snippet('Plain words. '.repeat(50), worth))).toMatch(/^Plain words\. .* …$/);
});

test('a character of two halves is never cut', () => {
  const shown = snippet('🙂'.repeat(400), worth)
    .map(({ text }) => text)
    .join('');
  expect(shown).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
