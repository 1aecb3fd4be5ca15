import { sideways } from '#support/layout.ts';
import { followLink } from '#support/link.mjs';
import { openForStates } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

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
