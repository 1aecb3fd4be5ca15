import { expect, test } from 'vitest';
import { nearestTerms } from '#search/words/nearest-terms.ts';

const term = (name: string, expansion: string, meaning: string) => ({
  term: name,
  expansion,
  meaning,
  see_also: [],
});
const glossary = [
  term('PSED', 'public sector equality duty', 'The duty to think of equality in every decision.'),
  term('SME', 'small or medium-sized enterprise', 'A supplier with fewer than 250 people.'),
  term('UK2', 'preliminary market engagement notice', 'The notice that says suppliers are being talked to.'),
  term('Alpha', 'alpha phase', 'A phase of a service.'),
];
const near = (query: string) => nearestTerms(query, glossary).map((one) => one.term);

test('the term that shares most with a query', () => {
  expect(near('equality charter')).toEqual(['PSED']);
  expect(near('enterprises of medium size')).toEqual(['SME']);
  expect(near('notice for suppliers')[0]).toBe('UK2');
});

test('a slip of the keys in the term itself', () => {
  expect(near('pesd')).toEqual(['PSED']);
  expect(near('uk3')).toEqual(['UK2']);
});

test('none where no word is shared, and not because of small words', () => {
  expect(near('vendor parity')).toEqual([]);
  expect(near('who in the of')).toEqual([]);
  expect(nearestTerms('x', [])).toEqual([]);
});
