import { axeFindings, axeInBoth } from '#support/axe.ts';
import { clipped, sideways, withSpacedText } from '#support/layout.ts';
import { followLink } from '#support/link.mjs';
import { openForStates, SIZES, walk } from '#support/states.ts';
import { WHOLE } from '#support/whole.ts';
import { expect, test } from '#support/window-test.ts';

/** A wide window is walked in `rows-u6-u7`, one of 900 in `rows-u5` with longer strings. */
const HERE = WHOLE ? SIZES : SIZES.slice(2);
/** Where text is spaced as well: where there is least room. */
const SPACED: readonly number[] = WHOLE ? SIZES.map(({ width }) => width) : [320];
/** Here the layout is another than in a wide window: axe looks at it again. */
const NARROW = 640;

// One walk for these rows: most of its time is the way from state to state.
test('U3 U4 U7 no sideways scroll at 640 and 320 css px; nothing clipped with the spacing of WCAG 1.4.12; axe finds nothing where it is narrow', async () => {
  test.setTimeout(600_000);
  const running = await openForStates();
  try {
    const found = await walk(running, HERE, async (window, { width }) => {
      const lines = [...(await sideways(window))];
      if (SPACED.includes(width)) {
        const spaced = async () => [...(await clipped(window)), ...(await sideways(window))];
        lines.push(...(await withSpacedText(window, spaced)).map((line) => `spaced: ${line}`));
      }
      if (width === NARROW) lines.push(...(await (WHOLE ? axeInBoth : axeFindings)(window)));
      return lines;
    });
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
