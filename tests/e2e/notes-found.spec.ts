import { expect, test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { launchApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { goTo, searchReady } from '#support/states.ts';

const address = (window: Page): Promise<string> =>
  window.evaluate(() => location.pathname + location.search + location.hash);

const results = (window: Page) => window.locator('#results [data-result]');

/** Begins a note from the first template and writes into its text. */
async function writeNote(window: Page, text: string): Promise<string> {
  await goTo(window, '/new');
  await window.locator('#main button').first().click();
  await expect.poll(() => address(window)).toMatch(/^\/note\//);
  await window.getByRole('textbox', { name: 'Observations' }).fill(text);
  return address(window);
}

test('a note is found as soon as it is written, by its words, its kind and its name', async () => {
  const { window, close } = await launchApp({
    settings: { welcomed: true },
    size: { width: 1280, height: 800 },
    today: '2026-11-23',
  });
  try {
    await searchReady(window);
    const note = await writeNote(window, 'Seven wandering pelicans.\n\n## Day two\n\nA supplier told of pelicans.');
    await window.keyboard.press('Control+k');
    await window.keyboard.type('wandering pelicans');
    await expect(results(window).first()).toBeVisible();
    const row = window.locator('.sat-result').first();
    await expect(row.locator('.sat-badge').first()).toHaveText('Note');
    await expect(row.locator('.govuk-tag')).toHaveText('Idea');
    await expect(row).toContainText('Notes › Text');
    expect(await results(window).first().getAttribute('href')).toBe(`${note}#text`);
    const preview = window.getByRole('complementary', { name: 'Preview of the selected result' });
    await expect(preview.locator('mark')).toHaveText(['wandering', 'pelicans']);
    await expect(preview).toContainText('Its text has “wandering” and “pelicans”.');
    expect(await axeFindings(window)).toEqual([]);

    // By kind, beside guidance.
    await goTo(window, '/search?q=supplier');
    const kind = (name: string) => window.locator('#filters').getByRole('checkbox', { name });
    await expect(kind('Guidance')).toBeChecked();
    await expect(kind('Notes')).toBeChecked();
    await kind('Guidance').click();
    await expect.poll(() => address(window)).toBe('/search?q=supplier&type=note');
    await expect(results(window)).toHaveCount(1);
    await expect(results(window)).toHaveAttribute('href', `${note}#text-day-two`);
    await kind('Guidance').click();
    await expect.poll(() => address(window)).toBe('/search?q=supplier');

    await window.keyboard.press('Control+Shift+p');
    await window.getByRole('combobox').fill('experiment without');
    await expect(window.getByRole('option')).toHaveText(['Experiment without a name note, Idea']);
    await window.keyboard.press('Enter');
    await expect.poll(() => address(window)).toBe(note);
  } finally {
    await close();
  }
});
