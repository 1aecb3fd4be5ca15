import { expect, test } from 'vitest';
import { readAhead } from '#pack/read/read-ahead.ts';

const items = [0, 1, 2, 3, 4, 5, 6, 7];
const ahead = (most: number, size = 100) => ({ most, size, sizeOf: (item: number) => item });

test('results come in order, with only a few reads ahead', async () => {
  let begun = 0;
  const taken: number[] = [];
  const read = async (item: number): Promise<number> => {
    begun += 1;
    await new Promise((done) => setTimeout(done, item % 2 === 0 ? 5 : 0));
    return item * 10;
  };
  for await (const [item, value] of readAhead(items, ahead(2), read)) {
    expect(value).toBe(item * 10);
    taken.push(item);
    expect(begun).toBeLessThanOrEqual(taken.length + 2);
  }
  expect(taken).toEqual(items);
});

test('a failed read throws in its turn, after what came before it', async () => {
  const taken: number[] = [];
  const all = async (): Promise<void> => {
    const read = async (item: number): Promise<number> => {
      if (item === 3) throw new Error('torn');
      return item;
    };
    for await (const [item] of readAhead(items, ahead(4), read)) taken.push(item);
  };
  await expect(all()).rejects.toThrow('torn');
  expect(taken).toEqual([0, 1, 2]);
});

test('large items are not read ahead together, yet each is read', async () => {
  let begun = 0;
  let taken = 0;
  const read = async (item: number): Promise<number> => {
    begun += item;
    return item;
  };
  for await (const [item] of readAhead([60, 30, 30, 500, 20], ahead(4), read)) {
    expect(begun - taken).toBeLessThanOrEqual(Math.max(100, item));
    taken += item;
  }
  expect(taken).toBe(640);
});
