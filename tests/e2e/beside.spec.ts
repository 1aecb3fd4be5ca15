import { launchApp, type RunningApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { toTemplates } from '#support/hands.ts';
import { expect, test } from '#support/window-test.ts';

let running: RunningApp;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  running = await launchApp({ settings: { welcomed: true }, size: { width: 1280, height: 800 } });
});
test.afterAll(() => running.close());

test('guidance is found, opened beside the note and followed there, by keys', async () => {
  const { window, reports } = running;
  const { keyboard } = window;
  const panel = window.getByRole('complementary', { name: 'Guidance beside the note' });
  const outcome = window.locator('.sat-status__outcome');
  const named = window.getByLabel('Title', { exact: true });
  const title = panel.getByRole('heading', { level: 2 });

  await keyboard.press('Control+Enter');
  await expect(outcome).toContainText('Open a note first: guidance then opens beside it.');
  await toTemplates(window);
  await window.getByRole('button', { name: 'Market sounding' }).click();
  await named.focus();
  await keyboard.type('Cloud hosting');
  await keyboard.press('Control+Enter');
  await expect(outcome).toContainText('Go to a link to guidance, then press Ctrl and Enter.');

  await keyboard.press('Control+k');
  await keyboard.type('keep a meeting log');
  await expect(window.locator('#results [data-result]').first()).toBeVisible();
  await expect(window.getByRole('link', { name: 'Open beside “Cloud hosting”' })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+Enter');
  await expect(named).toHaveValue('Cloud hosting');
  await expect(title).toBeVisible();
  const first = (await title.textContent()) ?? '';
  expect(await axeFindings(window)).toEqual([]);

  // A link of the page leads on in the panel, with the focus there; the note stays in sight.
  const link = panel.locator('.sat-prose a[href^="/note/"]').first();
  const leadsTo = await link.getAttribute('href');
  await link.focus();
  await keyboard.press('Enter');
  await expect(title).not.toHaveText(first);
  expect(await panel.evaluate((aside) => aside.contains(document.activeElement))).toBe(true);
  await expect(named).toHaveValue('Cloud hosting');

  const second = (await title.textContent()) ?? '';
  // The address is written a moment later than it is shown.
  await expect.poll(() => window.evaluate(() => `${location.pathname}${location.search}`)).toBe(leadsTo);
  await window.reload();
  await expect(title).toHaveText(second);
  await panel.getByRole('button', { name: 'Close this guidance' }).focus();
  await keyboard.press('Enter');
  await expect(window.getByRole('complementary', { name: 'Checks for this note' })).toBeVisible();
  await expect(window.locator('#main')).toBeFocused();
  await expect.poll(() => window.evaluate(() => location.search)).toBe('');
  expect(reports).toEqual([]);
});

test('a page beside the note that is not on this laptop is told of, and the panel closes', async () => {
  const { window } = running;
  await window.evaluate(() => history.pushState(history.state, '', `${location.pathname}?pack=gone&page=away`));
  await window.reload();
  const panel = window.getByRole('complementary', { name: 'Guidance beside the note' });
  await expect(panel.getByRole('heading', { name: 'This page is not on this laptop' })).toBeVisible();
  await panel.getByRole('button', { name: 'Close this guidance' }).click();
  await expect(panel).toHaveCount(0);
});
