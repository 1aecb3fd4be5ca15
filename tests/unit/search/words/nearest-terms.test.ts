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
const near = async (query: string) => (await nearestTerms(query, glossary)).map((one) => one.term);

test('the term that shares most with a query', async () => {
  expect(await near('equality charter')).toEqual(['PSED']);
  expect(await near('enterprises of medium size')).toEqual(['SME']);
  expect((await near('notice for suppliers'))[0]).toBe('UK2');
});

test('a slip of the keys in the term itself', async () => {
  expect(await near('pesd')).toEqual(['PSED']);
  expect(await near('uk3')).toEqual(['UK2']);
});

test('none where no word is shared, and not because of small words', async () => {
  expect(await near('vendor parity')).toEqual([]);
  expect(await near('who in the of')).toEqual([]);
  expect(await nearestTerms('x', [])).toEqual([]);
});

test('B2: a large glossary is read in short goes, and once', async () => {
  const large = Array.from({ length: 1_000 }, (_, at) => term(`T${at}`, 'expansion', `A meaning of ${at}.`));
  let rests = 0;
  const rest = async (): Promise<void> => {
    rests += 1;
  };
  expect(await nearestTerms('meaning', large, rest)).toHaveLength(2);
  expect(rests).toBeGreaterThan(15);
});
