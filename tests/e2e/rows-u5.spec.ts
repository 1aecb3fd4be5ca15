import { expect, test } from '@playwright/test';
import { clipped, sideways } from '#support/layout.ts';
import { openForStates, SIZES, walk } from '#support/states.ts';

test('U5 nothing is clipped with every string 40 % longer', async () => {
  test.setTimeout(300_000);
  const running = await openForStates({ language: 'en-XA' });
  try {
    const found = await walk(running, SIZES, async (window) => [
      ...(await clipped(window)),
      ...(await sideways(window)),
    ]);
    expect(found).toEqual([]);
  } finally {
    await running.close();
  }
});
