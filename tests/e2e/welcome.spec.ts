import type { Page } from 'playwright-core';
import { type LaunchOptions, launchApp, newHome } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { holdParts, letParts } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

const SIZE = { size: { width: 1280, height: 800 } } satisfies LaunchOptions;
const title = (window: Page) => window.getByRole('heading', { level: 1 });
const root = (window: Page) => window.locator('html');

test('the first run: packs install by themselves, settings count at once, reading is one key away', async () => {
  const home = await newHome();
  const first = await launchApp({ ...SIZE, home });
  try {
    const { window } = first;
    await expect(title(window)).toBeFocused();
    await expect(window).toHaveTitle(/^Your guidance is (nearly )?ready - Satchel$/);
    const list = window.getByRole('list', { name: 'Packs' });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await expect(list.getByText('Ready to read and search')).toHaveCount(2);
    await expect(window.getByText('Search is ready').first()).toBeVisible();
    await expect(title(window)).toHaveText('Your guidance is ready');
    await expect(title(window)).toBeFocused();
    expect(await axeFindings(window)).toEqual([]);

    // By keyboard alone: text size, colours, start.
    const size = window.getByLabel('Text size of guidance');
    while (!(await size.evaluate((node) => node === document.activeElement))) await window.keyboard.press('Tab');
    await window.keyboard.press('ArrowDown');
    await expect
      .poll(() => root(window).evaluate((node) => node.style.getPropertyValue('--sat-reading-scale')))
      .toBe('1.15');
    await window.keyboard.press('Tab');
    await expect(window.getByLabel('Colours')).toBeFocused();
    await window.keyboard.press('End');
    await expect(root(window)).toHaveAttribute('data-theme', 'dark');
  } finally {
    await first.close();
  }

  // Closing and opening goes on where it was.
  const second = await launchApp({ ...SIZE, home });
  try {
    const { window } = second;
    await expect(title(window)).toHaveText('Your guidance is ready');
    await expect(root(window)).toHaveAttribute('data-theme', 'dark');
    await window.getByRole('button', { name: 'Start reading' }).focus();
    await window.keyboard.press('Enter');
    await expect(title(window)).toHaveText('Library');
    await expect(title(window)).toBeFocused();
  } finally {
    await second.close();
  }

  const third = await launchApp({ ...SIZE, home });
  try {
    await expect(title(third.window)).toHaveText('Library');
  } finally {
    await third.close();
  }
});

test('reading starts before any pack is ready, and the rest finishes by itself', async () => {
  const running = await launchApp(SIZE);
  try {
    const { window } = running;
    await expect(title(window)).toHaveText('Your guidance is ready');
    // As on a slow laptop: nothing is there yet, and what comes is held back.
    await holdParts(running);
    await window.evaluate(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.deleteDatabase('satchel-packs').onsuccess = () => resolve();
        }),
    );
    await window.reload();
    const list = window.getByRole('list', { name: 'Packs' });
    await expect(list.getByText('Installing, 0%')).toBeVisible();
    await expect(list.getByText('Waiting')).toBeVisible();
    await expect(title(window)).toHaveText('Your guidance is nearly ready');
    await expect(window.getByText('Preparing search: 0 of 2 packs')).toBeVisible();
    expect(await axeFindings(window)).toEqual([]);

    await window.getByRole('button', { name: 'Start reading' }).click();
    await expect(title(window)).toHaveText('Library');
    await expect(window.getByRole('heading', { name: 'Packs are being installed' })).toBeVisible();
    await letParts(running);
    await expect(window.locator('.library-pack')).toHaveCount(2);
    await window.getByRole('link', { name: 'Engage early' }).click();
    await expect(title(window)).toHaveText('Engage early');
  } finally {
    await running.close();
  }
});
