import { expect, test } from '@playwright/test';
import type { ElementContent } from 'hast';
import type { Page } from 'playwright-core';
import type { PageBody } from '#domain/page.ts';
import { launchApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { makePack, pageBody, pageFile, temporaryFolder } from '#support/make-pack.ts';
import { installPack } from '#support/page-walk.ts';
import { goTo, searchReady } from '#support/states.ts';

const address = (window: Page): Promise<string> =>
  window.evaluate(() => location.pathname + location.search + location.hash);

const results = (window: Page) => window.locator('#results [data-result]');

/** Begins a note and writes into its text. */
async function writeNote(window: Page, title: string, text: string): Promise<string> {
  await goTo(window, '/new');
  await window.getByRole('button', { name: 'Market sounding' }).click();
  await expect.poll(() => address(window)).toMatch(/^\/note\//);
  await window.getByRole('textbox', { name: 'Observations' }).fill(text);
  await window.getByRole('textbox', { name: 'Title' }).fill(title);
  await expect(window.locator('.sat-status')).toContainText('Saved');
  return window.evaluate(() => location.pathname);
}

const element = (tagName: string, text: string, properties = {}): ElementContent => ({
  type: 'element',
  tagName,
  properties,
  children: [{ type: 'text', value: text }],
});

/** A page whose section "Who may talk" says `words`. */
function pierPage(words: string): PageBody {
  const body = pageBody('pier', 'Of the pier.');
  return {
    ...body,
    sections: [
      { id: '', heading: 'Page pier', level: 1, text: 'Of the pier.' },
      { id: 'who', heading: 'Who may talk', level: 2, text: words },
    ],
    tree: {
      type: 'root',
      children: [element('p', 'Of the pier.'), element('h2', 'Who may talk', { id: 's-who' }), element('p', words)],
    },
  };
}

const THEN = 'If a supplier has gained an advantage, tell everyone. You may leave them out of the competition.';
const NOW = 'If a supplier has gained an advantage, tell everyone. You must leave them out, and record why.';

test('notes are found beside guidance, rely on it, and tell when it has changed', async () => {
  const folder = await temporaryFolder();
  const running = await launchApp({
    settings: { welcomed: true },
    size: { width: 1280, height: 800 },
    today: '2026-11-23',
  });
  const { window, reports } = running;
  const { keyboard } = window;
  const pack = async (release: number, words: string): Promise<void> => {
    const head = { id: 'pier', title: 'Pier rules', release, version: `2026.${10 + release}` };
    const file = await folder.write(`pier-${release}.satchel`, await makePack([pageFile(pierPage(words))], head));
    await installPack(running, file, 'Pier rules');
  };
  try {
    await searchReady(window);
    await pack(1, THEN);
    const note = await writeNote(
      window,
      'Do pelicans answer?',
      'Seven wandering pelicans.\n\n## Day two\n\nA supplier told of pelicans.',
    );
    await keyboard.press('Control+k');
    await keyboard.type('seven wandering');
    const row = window.locator('.sat-result').first();
    await expect(row.locator('.sat-badge').first()).toHaveText('Note');
    await expect(row.locator('.govuk-tag')).toHaveText('Idea');
    await expect(row).toContainText('Notes › Text');
    expect(await results(window).first().getAttribute('href')).toBe(`${note}#text`);
    const preview = window.getByRole('complementary', { name: 'Preview of the selected result' });
    await expect(preview.locator('mark')).toHaveText(['Seven', 'wandering']);
    await expect(preview).toContainText('Its text has “seven” and “wandering”.');
    expect(await axeFindings(window)).toEqual([]);

    // By kind, beside guidance.
    await goTo(window, '/search?q=supplier');
    const kind = (name: string) => window.locator('#filters').getByRole('checkbox', { name });
    await expect(kind('Guidance')).toBeChecked();
    await expect(kind('Notes')).toBeChecked();
    await kind('Guidance').click();
    await expect.poll(() => address(window)).toBe('/search?q=supplier&type=note');
    await expect(results(window).first()).toContainText('Do pelicans answer?');
    await kind('Guidance').click();
    await expect.poll(() => address(window)).toBe('/search?q=supplier');

    // By its name.
    await keyboard.press('Control+Shift+p');
    await window.locator('dialog[open]').getByRole('combobox').fill('pelicans');
    await expect(window.locator('dialog[open]').getByRole('option')).toHaveText(['Do pelicans answer? note, Idea']);
    await keyboard.press('Enter');
    await expect.poll(() => address(window)).toBe(note);

    // A section is cited by keyboard.
    await window.getByRole('textbox', { name: 'Observations' }).focus();
    await keyboard.press('Control+Shift+g');
    await window.locator('dialog[open]').getByRole('combobox').fill('who may talk advantage');
    await expect(window.locator('dialog[open]').getByRole('option').first()).toContainText('Who may talk');
    await expect(window.locator('dialog[open]').getByRole('option').first()).toContainText('Pier rules › Page pier');
    expect(await axeFindings(window)).toEqual([]);
    await keyboard.press('Enter');
    await expect(window.getByRole('textbox', { name: 'Observations' })).toContainText(
      'Source: Pier rules 2026.11, “Who may talk”',
    );
    const side = window.locator('.sat-cites');
    await expect(side).toContainText('as you relied on it, Pier rules 2026.11');

    // The page says who relies on it, and can be cited from.
    await side.getByRole('link', { name: 'Who may talk' }).click();
    const back = window.locator('.sat-related', { hasText: 'Do pelicans answer?' });
    await expect(back).toContainText('Idea, relies on “Who may talk”');
    await window.getByRole('button', { name: 'Cite in a note' }).click();
    await expect(window.locator('dialog[open]').getByRole('option').first()).toContainText('Do pelicans answer?');
    await keyboard.press('Enter');
    await expect(window.locator('.sat-status')).toContainText('is cited in “Do pelicans answer?”');

    // The pack changes.
    await pack(2, NOW);
    await goTo(window, note);
    await expect(window.locator('.sat-citechanged')).toContainText('changed with Pier rules 2026.12');
    expect(await axeFindings(window)).toEqual([]);
    await window.getByRole('button', { name: 'Then and now: Who may talk' }).click();
    const dialog = window.getByRole('dialog', { name: 'Changed since you relied on it' });
    await expect(dialog.locator('del').first()).toHaveText('taken out: may (end)');
    await expect(dialog.locator('ins').first()).toHaveText('put in: must (end)');
    expect(await axeFindings(window)).toEqual([]);
    await dialog.getByRole('button', { name: 'Rely on the new wording' }).click();
    await expect(side).toContainText('as you relied on it, Pier rules 2026.12');
    expect(reports.filter((report) => !report.includes('inline style'))).toEqual([]);
  } finally {
    await running.close();
    await folder.remove();
  }
});
