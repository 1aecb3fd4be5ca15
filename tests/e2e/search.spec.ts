import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { addressOf, goTo } from '#support/address.ts';
import { launchApp, type RunningApp } from '#support/app.ts';
import { answerSave } from '#support/file-dialog.ts';
import { makePack, pageBody, pageFile, temporaryFolder } from '#support/make-pack.ts';
import { installPack } from '#support/page-walk.ts';
import { searchReady } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

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
    expect(await addressOf(window)).toBe(href);
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
    const opened = await addressOf(window);

    // Find in the page takes the keys while it is open, and gives them back.
    await keyboard.press('Control+f');
    await expect(window.locator('.sat-find input')).toBeFocused();
    await keyboard.press('Escape');
    await expect(window.getByRole('region', { name: 'Words of your search' })).toBeVisible();

    await window.locator('.sat-insp .sat-outline a').last().click();
    await expect.poll(() => addressOf(window)).not.toBe(opened);
    await expect.poll(async () => (await marked(window, 'found')).length).toBeGreaterThan(0);
    await keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => addressOf(window)).toBe(opened);
    await window.reload();
    await expect(counted(window)).toHaveText(/^\d+ of \d+$/);
    await expect.poll(async () => (await marked(window, 'found')).length).toBeGreaterThan(0);

    await window.getByRole('button', { name: 'Next word of your search' }).focus();
    await keyboard.press('Escape');
    await expect(window.locator('.sat-find')).toHaveCount(0);
    expect(await marked(window, 'found')).toEqual([]);
    expect(await addressOf(window)).toBe(opened);
    await expect(window.locator('#main')).toBeFocused();
    // The list of results still comes back with one step, and the marks do not come back.
    await keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => addressOf(window)).toBe('/search?q=meeting+log');
    await keyboard.press('Alt+ArrowRight');
    await expect.poll(() => addressOf(window)).toBe(opened);
    await expect(window.locator('.sat-prose')).toBeVisible();
    await expect(window.locator('.sat-find')).toHaveCount(0);
  });
});

test('a page that is come to otherwise has no marks', async () => {
  await withApp(async ({ window }) => {
    await goTo(window, LAW);
    await expect(window.locator('.sat-prose')).toBeVisible();
    await expect(window.locator('.sat-find')).toHaveCount(0);
    // Another page than the one that was marked has none either.
    await goTo(window, '/search?q=meeting+log');
    await window.locator('#results [data-result]').first().click();
    await expect(counted(window)).toHaveText(/^\d+ of \d+$/);
    await window.locator('.reader-neighbours a').first().click();
    await expect(window.locator('.sat-find')).toHaveCount(0);
    expect(await marked(window, 'found')).toEqual([]);
  });
});

const filter = (window: Page, group: string, value: string) =>
  window.getByRole('group', { name: group }).locator('label', { hasText: value }).filter({ visible: true });

test('audience and review date narrow the list; a value of no result is shown and cannot be ticked', async () => {
  await withApp(async ({ window }) => {
    const { keyboard } = window;
    await goTo(window, '/search?q=supplier');
    const commercial = filter(window, 'For', 'commercial');
    const total = Number(await commercial.locator('.n').textContent());
    expect(total).toBeGreaterThan(0);
    await keyboard.press('Control+Shift+f');
    await commercial.locator('input').focus();
    await keyboard.press('Space');
    await expect(window.locator('.search-counted b').first()).toHaveText(`${total} results`);
    await expect.poll(() => addressOf(window)).toBe('/search?q=supplier&for=commercial');

    // All starter pages were reviewed a week before.
    const half = filter(window, 'Reviewed', 'Last 6 months');
    await expect(half.locator('.n')).toHaveText(String(total));
    await half.locator('input').focus();
    await keyboard.press('Space');
    await expect.poll(() => addressOf(window)).toBe('/search?q=supplier&for=commercial&reviewed=6m');
    await expect(half.locator('input')).toBeChecked();

    const none = window.locator('#filters label', { has: window.locator('input[aria-disabled="true"]') }).first();
    await expect(none.locator('.n')).toHaveText('0');
    await none.locator('input').focus();
    await keyboard.press('Space');
    await expect(none.locator('input')).not.toBeChecked();
    await expect.poll(() => addressOf(window)).toBe('/search?q=supplier&for=commercial&reviewed=6m');

    // Words that only others have: the list says so, and one link gives them back.
    await goTo(window, '/search?q=hypothesis&for=commercial&reviewed=6m&pack=engage-early');
    const clear = window.locator('#main .sat-empty a');
    await expect(window.locator('#main .sat-empty')).toContainText('Without them there are');
    // One way out, not two.
    await expect(window.getByRole('link', { name: 'Clear the filters' })).toHaveCount(1);
    await clear.click();
    await expect(window.locator('#results [data-result]').first()).toBeVisible();
  });
});

test('of many kinds of readers the commonest are shown, and all of them when asked for', async () => {
  const bodies = Array.from({ length: 15 }, (_, at) => {
    const body = pageBody(`page-${at + 1}`, 'Harbour dues.');
    return pageFile({ ...body, meta: { ...body.meta, audience: [`reader ${String(at + 1).padStart(2, '0')}`] } });
  });
  const folder = await temporaryFolder();
  try {
    const file = await folder.write('many.satchel', await makePack(bodies, { id: 'many', title: 'Many' }));
    await withApp(async (running) => {
      const { window } = running;
      await installPack(running, file, 'Many');
      await goTo(window, '/search?q=harbour+dues');
      const rows = window.locator('#filters fieldset').last().locator('label');
      await expect(rows).toHaveCount(12);
      const more = window.locator('#filters').getByRole('button', { name: /^Show all \d+$/ });
      await more.focus();
      await window.keyboard.press('Enter');
      await expect(rows.filter({ hasText: 'Reader' })).toHaveCount(15);
      const fewer = window.locator('#filters').getByRole('button', { name: 'Show fewer' });
      await expect(fewer).toBeFocused();
      await expect(fewer).toHaveAttribute('aria-expanded', 'true');
      await rows.filter({ hasText: 'Reader 15' }).locator('input').focus();
      await window.keyboard.press('Space');
      await fewer.focus();
      await window.keyboard.press('Enter');
      // What is ticked stays in sight.
      await expect(rows.filter({ hasText: 'Reader 15' }).locator('input')).toBeChecked();
    });
  } finally {
    await folder.remove();
  }
});

test('Back from a page brings back question, filters, the chosen row and how far the list was scrolled', async () => {
  await withApp(async ({ window }) => {
    await goTo(window, '/search?q=supplier');
    const shape = filter(window, 'Stage', 'Shape');
    await shape.locator('input').focus();
    await window.keyboard.press('Space');
    await expect(shape.locator('input')).toBeChecked();
    await expect.poll(() => addressOf(window)).toContain('stage=shape');
    // All of the list stands, not only what is in sight.
    const links = window.locator('#results [data-result]');
    await expect.poll(() => links.count()).toBeGreaterThan(9);
    const list = window.locator('.search-grid__list');
    const chosen = links.nth(8);
    await chosen.scrollIntoViewIfNeeded();
    const before = {
      address: await addressOf(window),
      text: await chosen.textContent(),
      top: await list.evaluate((element) => element.scrollTop),
    };
    expect(before.top).toBeGreaterThan(200);
    await chosen.click();
    await expect(window.locator('.sat-prose')).toBeVisible();

    await window.keyboard.press('Alt+ArrowLeft');
    await expect(chosen).toBeFocused();
    await expect(chosen).toHaveText(before.text ?? '');
    expect(await addressOf(window)).toBe(before.address);
    await expect(window.locator('#search-box')).toHaveValue('supplier');
    await expect(shape.locator('input')).toBeChecked();
    await expect(window.locator('.sat-result[aria-current="true"] [data-result]')).toHaveText(before.text ?? '');
    await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(before.top);
  });
});

test('pages that were reviewed long ago fall out of the newer stretches of time', async () => {
  const { window, close } = await launchApp({
    settings: { welcomed: true },
    size: { width: 1280, height: 800 },
    today: '2028-01-10',
  });
  try {
    await window.locator('.library-pack a').nth(1).waitFor();
    await searchReady(window);
    await goTo(window, '/search?q=supplier');
    await expect(filter(window, 'Reviewed', 'Last 6 months').locator('.n')).toHaveText('0');
    await expect(filter(window, 'Reviewed', 'Last year').locator('.n')).toHaveText('0');
    await expect(filter(window, 'Reviewed', 'Last 2 years').locator('.n')).not.toHaveText('0');
  } finally {
    await close();
  }
});

test('nothing found: other spellings, fewer words, a term and other places, all by keyboard', async () => {
  await withApp(async ({ window }) => {
    const { keyboard } = window;
    await keyboard.press('Control+k');
    await keyboard.type('prosuremenzz');
    const nothing = window.locator('.search-nothing');
    await expect(nothing.getByRole('link', { name: 'procurement' })).toBeVisible();
    await nothing.getByRole('link', { name: 'procurement' }).focus();
    await keyboard.press('Enter');
    await expect(window.locator('#results [data-result]').first()).toBeVisible();
    await expect(window.locator('#search-box')).toHaveValue('procurement');

    await goTo(window, '/search?q=%22supplier+hypothesis%22+notice');
    await expect(nothing.getByRole('link', { name: 'notice', exact: true })).toBeVisible();
    await expect(nothing.getByRole('link', { name: 'supplier hypothesis notice' })).toBeVisible();
    await expect(nothing.getByRole('link', { name: 'Browse by stage instead' })).toBeVisible();

    // Words of which some are on no page: results, and what the others may have been.
    await goTo(window, '/search?q=supplier+zuplyers');
    await expect(window.locator('.search-counted').nth(1)).toContainText('“zuplyers”');
    await expect(window.locator('.search-counted').nth(1).getByRole('link').first()).toHaveText('supplier suppliers');
  });
});

test('searches that found nothing are listed, saved as a file, cleared and put back', async () => {
  await withApp(async ({ app, window, home }) => {
    const { keyboard } = window;
    await keyboard.press('Control+k');
    // Not each letter, and not what was typed on.
    await keyboard.type('xyzzy');
    await expect(window.locator('.search-nothing__list a')).toHaveText('See the list (1)', { timeout: 10_000 });
    await keyboard.type(' =plugh');
    const list = window.locator('.search-nothing__list a');
    await expect(window.locator('[data-answers="xyzzy =plugh"]')).toBeVisible();
    await window.waitForTimeout(2_500);
    await expect(list).toHaveText('See the list (1)');
    await list.click();
    await expect(window.locator('#missed')).toBeFocused();
    const rows = window.locator('.settings-missed tbody tr');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('xyzzy =plugh');
    await expect(rows).toContainText('23 Nov 2026');

    const path = `${home}/list.csv`;
    await answerSave({ app }, path);
    await window.getByRole('button', { name: 'Save as a file…' }).click();
    await expect(window.locator('.sat-status')).toContainText('The list is saved as a file');
    expect(readFileSync(path, 'utf8')).toBe('\ufeffWords,Last searched,Times\r\nxyzzy =plugh,2026-11-23,1\r\n');

    await answerSave({ app }, '/proc/no/list.csv');
    await window.getByRole('button', { name: 'Save as a file…' }).click();
    await expect(window.locator('.sat-strip--bad')).toContainText('“list.csv” could not be written.');

    await window.getByRole('button', { name: 'Clear the list' }).focus();
    await keyboard.press('Enter');
    await expect(rows).toHaveCount(0);
    await expect(window.getByRole('button', { name: 'Put 1 search back' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(rows).toHaveCount(1);
    await expect(window.locator('#missed')).toBeFocused();
  });
});
