import { expect, test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { launchApp, type RunningApp } from '#support/app.ts';
import { goTo, searchReady } from '#support/states.ts';

const LAW = '/read/engage-early/what-the-law-lets-you-talk-about';

async function withApp(run: (running: RunningApp) => Promise<void>): Promise<void> {
  const running = await launchApp({
    settings: { welcomed: true },
    size: { width: 1280, height: 800 },
    today: '2026-11-23',
  });
  try {
    await running.window.locator('.library-pack a').nth(1).waitFor();
    await searchReady(running.window);
    await run(running);
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
}

const address = (window: Page): Promise<string> =>
  window.evaluate(() => location.pathname + location.search + location.hash);

/** The texts that a highlight marks, in order. */
const marked = (window: Page, name: 'found' | 'found-current'): Promise<readonly string[]> =>
  window.evaluate((of) => [...(CSS.highlights.get(of) ?? [])].map((range) => String(range)), name);

const counted = (window: Page) => window.locator('.sat-find span').first();

test('a result opens at its section with the words marked, and F3 walks through them', async () => {
  await withApp(async ({ window }) => {
    const { keyboard } = window;
    await keyboard.press('Control+k');
    await keyboard.type('who you may talk to suppliers');
    const link = window.locator('#results [data-result]', { hasText: 'Who you may talk to' }).first();
    const href = (await link.getAttribute('href')) ?? '';
    await link.click();

    await expect(window.locator('#main [data-section]:focus')).toHaveText('Who you may talk to');
    await expect(window.locator('#main [data-section]:focus')).toBeInViewport();
    expect(await address(window)).toBe(href.replace('#', '?marks=who+you+may+talk+to+suppliers#'));
    const bar = window.getByRole('region', { name: 'Words of your search' });
    await expect(counted(window)).toHaveText(/^\d+ of \d+$/);
    // Nothing that stays in place covers what has the focus.
    const [heading, above] = [
      await window.locator('#main [data-section]:focus').boundingBox(),
      await bar.boundingBox(),
    ];
    expect(heading?.y ?? 0).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));

    // Stems, not letters; and none of the tools.
    const words = (await marked(window, 'found')).map((word) => word.toLowerCase());
    expect(words.filter((word) => !/^(talk|talks|talking|supplier|suppliers)$/.test(word))).toEqual([]);
    expect(words).toContain('suppliers');
    await expect(counted(window)).toHaveText(/^\d+ of \d+$/);
    const place = async () => Number.parseInt((await counted(window).textContent()) ?? '', 10);
    const first = await place();
    expect(first).toBeGreaterThan(1);
    await keyboard.press('F3');
    expect(await place()).toBe(first + 1);
    await keyboard.press('Shift+F3');
    await keyboard.press('Shift+F3');
    expect(await place()).toBe(first - 1);
    expect(await marked(window, 'found-current')).toHaveLength(1);
    await expect(window.locator('#polite')).toContainText(`${first - 1} of ${words.length}`);
  });
});

test('the marks stay with Back and reload, move with sections, and go with Escape', async () => {
  await withApp(async ({ window }) => {
    const { keyboard } = window;
    await keyboard.press('Control+k');
    await keyboard.type('meeting log');
    await window.locator('#results[data-query="meeting log"]').waitFor();
    await keyboard.press('Enter');
    await expect(window.locator('.sat-find')).toBeVisible();
    const opened = await address(window);
    expect(opened).toContain('?marks=meeting+log');

    // Find in the page takes the keys while it is open, and gives them back.
    await keyboard.press('Control+f');
    await expect(window.locator('.sat-find input')).toBeFocused();
    await keyboard.press('Escape');
    await expect(window.getByRole('region', { name: 'Words of your search' })).toBeVisible();

    await window.locator('.sat-insp .sat-outline a').last().click();
    expect(await address(window)).toContain('?marks=meeting+log');
    expect((await marked(window, 'found')).length).toBeGreaterThan(0);
    await keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => address(window)).toBe(opened);
    await window.reload();
    await expect(counted(window)).toHaveText(/^\d+ of \d+$/);
    expect((await marked(window, 'found')).length).toBeGreaterThan(0);

    await window.getByRole('button', { name: 'Next word of your search' }).focus();
    await keyboard.press('Escape');
    await expect(window.locator('.sat-find')).toHaveCount(0);
    expect(await marked(window, 'found')).toEqual([]);
    await expect.poll(() => address(window)).toBe(opened.replace('?marks=meeting+log', ''));
    await expect(window.locator('#main')).toBeFocused();
    // The list of results still comes back with one step.
    await keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => address(window)).toBe('/search?q=meeting+log');
  });
});

test('a page that is come to otherwise has no marks', async () => {
  await withApp(async ({ window }) => {
    await goTo(window, LAW);
    await expect(window.locator('.sat-prose')).toBeVisible();
    await expect(window.locator('.sat-find')).toHaveCount(0);
    await goTo(window, `${LAW}?marks=xyzzy`);
    await expect(window.locator('.sat-find')).toHaveCount(0);
  });
});
