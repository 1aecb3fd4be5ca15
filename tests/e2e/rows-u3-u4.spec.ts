import { expect, test } from '@playwright/test';
import { clipped, sideways, withSpacedText } from '#support/layout.ts';
import { followLink } from '#support/link.mjs';
import { openForStates, SIZES, walk } from '#support/states.ts';

// One walk for both rows: most of its time is the way from state to state.
test('U3 U4 no sideways scroll at 1280, 900, 640 and 320 css px; nothing clipped with the spacing of WCAG 1.4.12', async () => {
  test.setTimeout(300_000);
  const running = await openForStates();
  try {
    const found = await walk(running, SIZES, async (window) => [
      ...(await sideways(window)),
      ...(await withSpacedText(window, async () => [...(await clipped(window)), ...(await sideways(window))])).map(
        (line) => `spaced: ${line}`,
      ),
    ]);
    expect(found).toEqual([]);
  } finally {
    await running.close();
  }
});

test('U3 no sideways scroll at a real zoom of 400 %, nor with the largest reading size', async () => {
  test.setTimeout(300_000);
  const running = await openForStates({ readingSize: 1.6 });
  try {
    await running.resize(1280, 1024);
    await running.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(4);
    });
    await expect.poll(() => running.window.evaluate(() => innerWidth)).toBe(320);
    for (const address of ['/library', '/read/odd-pack/every-part', '/search?q=supplier', '/packs', '/settings']) {
      await followLink(running.window, address);
      await expect(running.window.locator('#main h1')).toBeFocused();
      expect((await sideways(running.window)).map((line) => `${address}: ${line}`)).toEqual([]);
    }
  } finally {
    await running.close();
  }
});
