import { expect, test } from 'vitest';
import { createWriteBehind } from '#store/packs/write-behind.ts';

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

test('waits only when too many writes are under way, and for all at the end', async () => {
  let done = 0;
  const write = async (ms: number): Promise<void> => {
    await later(ms);
    done += 1;
  };
  const writes = createWriteBehind(3);
  await writes.add(write(20));
  await writes.add(write(20));
  expect(done).toBe(0);
  await writes.add(write(20));
  expect(done).toBeGreaterThan(0);
  await writes.add(write(20));
  await writes.settle();
  expect(done).toBe(4);
});

test('what a write throws is thrown at the next one and at the end', async () => {
  const writes = createWriteBehind(4);
  await writes.add(Promise.reject(new Error('no space')));
  await later(1);
  await expect(writes.add(later(1))).rejects.toThrow('no space');
  await expect(writes.settle()).rejects.toThrow('no space');
});
