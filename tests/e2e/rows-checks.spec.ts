import type { Page } from 'playwright-core';
import { goTo } from '#support/address.ts';
import { axeFindings } from '#support/axe.ts';
import { unseen } from '#support/forced-colours.ts';
import { clipped, sideways } from '#support/layout.ts';
import { openForStates } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

/** Puts a rule on everything, runs, and takes it off again. */
async function broken(window: Page, css: string, run: () => Promise<void>): Promise<void> {
  await window.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, css);
  await run();
  await window.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}

test('the checks of width, words, contrast themes and axe see what is broken', async () => {
  const running = await openForStates();
  const { window } = running;
  try {
    await goTo(window, '/read/engage-early/keep-it-fair');
    const sees = async (check: (page: Page) => Promise<readonly string[]>, css: string, what: RegExp) =>
      broken(window, css, async () => {
        expect((await check(window)).join('\n'), css).toMatch(what);
      });
    expect(await sideways(window)).toEqual([]);
    await sees(sideways, '.sat-main { min-width: 1400px; }', /reaches from/);
    await sees(sideways, '.sat-prose p { width: 900px; }', /takes no focus/);
    expect(await clipped(window)).toEqual([]);
    await sees(clipped, '.sat-btn { width: 2rem; overflow: hidden; }', /cut off by button/);
    await sees(clipped, '.sat-btn { min-height: 0; height: 10px; }', /spills over button/);
    await sees(clipped, '.sat-lead { height: 4px; }', /lies on/);
    await sees(clipped, '.sat-ctx a { white-space: nowrap; } .sat-side { overflow-x: hidden; }', /cut off by/);
    expect(await axeFindings(window)).toEqual([]);
    await sees(axeFindings, '.sat-lead { color: #aaa; }', /color-contrast/);
    await window.emulateMedia({ forcedColors: 'active' });
    expect(await unseen(window)).toEqual([]);
    await sees(unseen, '.sat-btn { border: 0; } .sat-btn svg { display: none; }', /cannot be told from words/);
    await sees(
      unseen,
      '.sat-outline a, .sat-ctx a { border: 0 !important; font-weight: 400 !important; }',
      /looks like/,
    );
    await sees(unseen, '.sat-callout { border: 0; }', /has no edge/);
  } finally {
    await running.close();
  }
});
