import { goTo } from '#support/address.ts';
import { launchApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { expect, test } from '#support/window-test.ts';

const OPEN = { settings: { welcomed: true }, today: '2026-11-23', size: { width: 1280, height: 800 } } as const;
const PAGE = '/read/engage-early/why-talk-to-the-market';

test('B31 everything grows in known steps and says how large it is, also over a dialog; all is the page’s text alone', async () => {
  const running = await launchApp(OPEN);
  try {
    const { app, window } = running;
    await goTo(window, PAGE);
    await window.locator('.sat-prose').waitFor();
    const factor = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
    await window.keyboard.press('Control+=');
    await expect(window.locator('.sat-status__outcome b')).toHaveText('Everything is shown at 110%.');
    await window.keyboard.press('Control+NumpadAdd');
    await expect(window.locator('.sat-status__outcome b')).toHaveText('Everything is shown at 125%.');
    expect(await factor()).toBeCloseTo(1.25);
    await window.keyboard.press('Control+Shift+P');
    await window.getByRole('combobox').waitFor();
    await window.keyboard.press('Control+-');
    await expect.poll(factor).toBeCloseTo(1.1);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+0');
    await expect.poll(factor).toBeCloseTo(1);

    await window.locator('.sat-prose p').first().click();
    await window.keyboard.press('Control+A');
    const all = await window.evaluate(() => getSelection()?.toString() ?? '');
    expect(all).toContain('Start when you can describe the problem.');
    for (const around of ['On this page', 'Bookmark', 'Settings', 'Library', 'Start an experiment'])
      expect(all).not.toContain(around);
  } finally {
    await running.close();
  }
});

test('B31 the right click and Shift+F10 offer what can be done there, and a new note is in reach at twice the size', async () => {
  const running = await launchApp({ ...OPEN, size: { width: 640, height: 400 } });
  try {
    const { app, window } = running;
    await expect(window.getByRole('link', { name: 'New note' })).toBeInViewport();
    await app.evaluate(({ Menu }) => {
      const offered: string[][] = [];
      Object.assign(globalThis, { offered });
      Menu.prototype.popup = function popup(this: { items: { label: string; click: () => void }[] }) {
        offered.push(this.items.map(({ label }) => label.replace('&', '')).filter((label) => label !== ''));
        const lookUp = this.items.find(({ label }) => label.replace('&', '').startsWith('Look up'));
        if (lookUp) lookUp.click();
      } as never;
    });
    const offered = () => app.evaluate(() => (globalThis as unknown as { offered: string[][] }).offered);
    await window.locator('#search-box').click({ button: 'right' });
    await expect.poll(offered).toEqual([['Cut', 'Copy', 'Paste', 'Select all']]);
    await goTo(window, PAGE);
    await window
      .locator('.sat-prose p')
      .first()
      .dblclick({ position: { x: 12, y: 12 } });
    const word = await window.evaluate(() => getSelection()?.toString().trim());
    await window.keyboard.press('Shift+F10');
    await expect.poll(async () => (await offered()).at(-1)).toEqual(['Copy', `Look up “${word}”`]);
    await expect(window.locator('#search-box')).toHaveValue(word ?? '-');
  } finally {
    await running.close();
  }
});

test('B32 what was done is said beside it and in the status bar until the next screen, and what does nothing here says so', async () => {
  const running = await launchApp(OPEN);
  try {
    const { app, window } = running;
    const outcome = window.locator('.sat-status__outcome');
    await goTo(window, PAGE);
    await window.locator('.sat-prose').waitFor();
    await window.getByRole('button', { name: 'Cite', exact: true }).first().click();
    await expect(window.locator('.sat-done')).toHaveText('Copied');
    await expect(outcome.locator('b')).toHaveText('The citation is copied.');
    await window.keyboard.press('Control+D');
    await expect(window.locator('.sat-done')).toContainText('Bookmarked');
    await window.locator('.sat-done').getByRole('button', { name: 'Undo' }).click();
    await expect(window.locator('.sat-done')).toContainText('Removed');
    await expect(outcome.locator('b')).toHaveCount(0, { timeout: 9_000 });
    await expect(outcome).toContainText('The bookmark is removed');
    await goTo(window, '/packs');
    await expect(outcome).toContainText('Works offline');
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('print')?.click());
    await expect(outcome).toContainText('“Print this page” does nothing here.');
  } finally {
    await running.close();
  }
});

test('B32 the tools of a page stand in one row with what was done, and "More" opens and shuts by keys', async () => {
  const running = await launchApp(OPEN);
  try {
    const { window } = running;
    await goTo(window, PAGE);
    await window.locator('.sat-prose').waitFor();
    const rows = () =>
      window.locator('.sat-tools > *').evaluateAll((tools) => {
        const middle = (tool: Element) => (tool.getBoundingClientRect().top + tool.getBoundingClientRect().bottom) / 2;
        return new Set(tools.map((tool) => Math.round(middle(tool) / 10))).size;
      });
    expect(await rows()).toBe(1);
    for (const key of ['Control+Shift+c', 'Control+d', 'Control+d']) {
      await window.keyboard.press(key);
      await window.locator('.sat-done').waitFor();
      expect(await rows()).toBe(1);
    }
    const more = window.locator('.sat-tools .sat-more');
    const opener = more.getByRole('button', { expanded: false });
    await opener.press('Enter');
    await window.keyboard.press('Tab');
    await expect(more.getByRole('button', { name: 'Cite in a note', exact: true })).toBeFocused();
    await expect(more.getByRole('link', { name: 'Start an experiment' })).toBeInViewport({ ratio: 1 });
    expect(await axeFindings(window)).toEqual([]);
    await window.keyboard.press('Escape');
    await expect(opener).toBeFocused();
    await expect(more.getByRole('list')).toBeHidden();
    await running.resize(320, 640);
    await opener.press('Enter');
    await expect(more.getByRole('list')).toBeInViewport({ ratio: 1 });
  } finally {
    await running.close();
  }
});

test('B32 Esc in the search gives back what was there, and a search that failed is in the list at once', async () => {
  const running = await launchApp(OPEN);
  try {
    const { window } = running;
    await goTo(window, PAGE);
    await window.locator('.sat-prose').waitFor();
    await window.keyboard.press('Control+K');
    await window.keyboard.type('meeting');
    await window.locator('#results[data-query="meeting"]').waitFor();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(
      'Why talk to the market before you have a solution',
    );
    const box = window.locator('#search-box');
    await expect(box).toBeFocused();
    await expect(box).toHaveValue('meeting');
    await window.keyboard.press('Escape');
    await expect(box).toHaveValue('');

    await window.keyboard.type('qqzzy');
    await window.getByRole('heading', { name: /Nothing found/ }).waitFor();
    await window.getByRole('link', { name: /list/ }).last().click();
    await expect(window.getByRole('cell', { name: 'qqzzy' })).toBeVisible();
  } finally {
    await running.close();
  }
});

test('B31 undo takes words back in every plain field, from keys and from the menu', async () => {
  const running = await launchApp(OPEN);
  try {
    const { app, window } = running;
    const box = window.locator('#search-box');
    await box.click();
    await window.keyboard.type('alpha beta  gamma delta', { delay: 40 });
    const seen: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      await window.keyboard.press('Control+Z');
      seen.push(await box.inputValue());
    }
    expect(seen).toEqual(['alpha beta  gamma ', 'alpha beta  ', 'alpha ', '', '']);
    await window.keyboard.press('Control+Y');
    await window.keyboard.press('Control+Shift+Z');
    expect(await box.inputValue()).toBe('alpha beta  ');
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('undo')?.click());
    await expect(box).toHaveValue('alpha ');
    await window.keyboard.type('new');
    await window.keyboard.press('Control+Y');
    expect(await box.inputValue()).toBe('alpha new');
    await window.keyboard.press('Control+Backspace');
    await window.keyboard.press('Control+Z');
    expect(await box.inputValue()).toBe('alpha new');
  } finally {
    await running.close();
  }
});

test('Ctrl+P where nothing can be printed says so', async () => {
  const running = await launchApp(OPEN);
  try {
    const { window } = running;
    for (const address of ['/note/new', '/settings']) {
      await goTo(window, address);
      await window.keyboard.press('Control+P');
      await expect(window.locator('.sat-status__outcome b')).toHaveText('“Print this page” does nothing here.');
      await goTo(window, '/');
    }
  } finally {
    await running.close();
  }
});
