import type { ElementContent } from 'hast';
import type { Page } from 'playwright-core';
import type { PageBody } from '#domain/pack/page.ts';
import { addressOf, goTo } from '#support/address.ts';
import { launchApp, newHome } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { makePack, pageBody, pageFile, temporaryFolder } from '#support/make-pack.ts';
import { installPack } from '#support/page-walk.ts';
import { searchReady } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

const results = (window: Page) => window.locator('#results [data-result]');

/** Begins a note and writes into its text. */
async function writeNote(window: Page, title: string, text: string): Promise<string> {
  await goTo(window, '/new');
  await window.getByRole('button', { name: 'Market sounding' }).click();
  await expect.poll(() => addressOf(window)).toMatch(/^\/note\//);
  await window.getByRole('textbox', { name: 'Observations' }).press('Control+a');
  await window.keyboard.insertText(text);
  await window.getByRole('textbox', { name: 'Title' }).fill(title);
  await expect(window.locator('.sat-status')).toContainText('Saved');
  return window.evaluate(() => location.pathname);
}

/** The words that the person's own highlights paint. */
const painted = (window: Page): Promise<readonly string[]> =>
  window.evaluate(() => [...(CSS.highlights.get('own') ?? [])].map((range) => String(range)));

/** Selects words of the page's text, as a mouse does. */
const select = (window: Page, words: string): Promise<void> =>
  window.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.sat-prose') ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);

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
  const home = await newHome();
  const start = { home, size: { width: 1280, height: 800 } } as const;
  let running = await launchApp({ ...start, settings: { welcomed: true } });
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
    await expect(row).toContainText('Notes › Observations');
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
    await expect.poll(() => addressOf(window)).toBe('/search?q=supplier&type=note');
    await expect(results(window).first()).toContainText('Do pelicans answer?');
    await kind('Guidance').click();
    await expect.poll(() => addressOf(window)).toBe('/search?q=supplier');

    // By its name.
    await keyboard.press('Control+Shift+p');
    await window.locator('dialog[open]').getByRole('combobox').fill('pelicans');
    await expect(window.locator('dialog[open]').getByRole('option')).toHaveText(['Do pelicans answer? note, Idea']);
    await keyboard.press('Enter');
    await expect.poll(() => addressOf(window)).toBe(note);

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
    const back = window.locator('.reader-related', { hasText: 'Do pelicans answer?' });
    await expect(back).toContainText('Idea, relies on “Who may talk”');
    await window.locator('.sat-tools .sat-more > button').click();
    await window.getByRole('button', { name: 'Cite in a note', exact: true }).click();
    await expect(window.locator('dialog[open]').getByRole('option').first()).toContainText('Do pelicans answer?');
    await keyboard.press('Enter');
    await expect(window.locator('.sat-status')).toContainText('is cited in “Do pelicans answer?”');

    // Words are highlighted: those that are selected, or a sentence from a list.
    await select(window, 'tell everyone');
    await keyboard.press('Control+Shift+y');
    await expect.poll(() => painted(window)).toEqual(['tell everyone']);
    await keyboard.press('Control+Shift+y');
    await window.locator('dialog[open]').getByRole('combobox').fill('competition');
    await keyboard.press('Enter');
    await expect.poll(() => painted(window)).toHaveLength(2);
    expect(await axeFindings(window)).toEqual([]);

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

    // How it stood before is kept, word by word, and can be brought back; so can what that takes away.
    await goTo(window, `${note}?view=history`);
    await expect(window.locator('.history__part', { hasText: 'Guidance relied on' })).toContainText(
      'Pier rules 2026.taken out: 11 (end)put in: 12 (end)',
    );
    expect(await axeFindings(window)).toEqual([]);
    await window.getByRole('button', { name: 'Bring this version back' }).click();
    await expect(window.locator('.sat-status')).toContainText('is back');
    await expect(window.locator('.history__item')).toHaveCount(2);
    await expect(window.locator('.history__part', { hasText: 'Guidance relied on' })).toContainText(
      'taken out: 12 (end)put in: 11 (end)',
    );
    await goTo(window, note);
    await expect(window.locator('.sat-citechanged')).toBeVisible();
    expect(reports).toEqual([]);

    // After a restart highlights are where they were, or said to be gone.
    await running.close();
    running = await launchApp(start);
    const after = running.window;
    await goTo(after, '/read/pier/pier');
    await expect.poll(() => painted(after)).toEqual(['tell everyone']);
    await expect(after.locator('.reader-highlights')).toContainText('no longer there');
    await goTo(after, '/notes');
    await expect(after.locator('.sat-ctx', { hasText: 'Highlights' })).toContainText('tell everyone');
  } finally {
    await running.close();
    await folder.remove();
  }
});
