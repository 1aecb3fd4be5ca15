import { clipped, sideways } from '#support/layout.ts';
import { openForStates, SIZES, walk } from '#support/states.ts';
import { WHOLE } from '#support/whole.ts';
import { expect, test } from '#support/window-test.ts';

/** Where most parts stand side by side in little room; `npm run soak -- whole` takes each size. */
const HERE = WHOLE ? SIZES : [SIZES[1]];

test('U5 nothing is clipped with every string 40 % longer', async () => {
  test.setTimeout(600_000);
  const running = await openForStates({ language: 'en-XA' });
  try {
    const found = await walk(running, HERE, async (window) => [
      ...(await clipped(window)),
      ...(await sideways(window)),
    ]);
    expect(found).toEqual([]);
  } finally {
    await running.close();
  }
});
