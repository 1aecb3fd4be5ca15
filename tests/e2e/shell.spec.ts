import { COMMANDS } from '#bridge/commands.ts';
import { MENUS } from '#bridge/menus.ts';
import { keysOf } from '#bridge/shortcuts.ts';
import { sayIn } from '#domain/words/words.ts';
import { type LaunchOptions, launchApp, newHome, type RunningApp } from '#support/app.ts';
import { expect, type Page, test } from '#support/window-test.ts';

const say = sayIn('en-GB');
const READ = { settings: { welcomed: true }, size: { width: 1280, height: 800 } } satisfies LaunchOptions;

async function withApp(options: LaunchOptions, run: (running: RunningApp) => Promise<void>): Promise<void> {
  const running = await launchApp(options);
  try {
    await running.window.getByRole('link', { name: 'Engage early' }).first().waitFor();
    await run(running);
  } finally {
    await running.close();
  }
}

const title = (window: Page, name: string) => window.getByRole('heading', { level: 1, name });
const box = (window: Page) => window.getByRole('textbox', { name: 'Search guidance and notes' });

test('U1 focus: a new screen on its h1, Back on the link that was followed, a dialog returns to its opener', async () => {
  await withApp(READ, async ({ window }) => {
    await expect(title(window, 'Library')).toBeFocused();
    await expect(window).toHaveTitle('Library - Satchel');

    const link = window.getByRole('link', { name: 'Help' });
    await link.focus();
    await window.keyboard.press('Enter');
    await expect(title(window, 'Help')).toBeFocused();
    await expect(window).toHaveTitle('Help - Satchel');

    const opener = window.getByRole('button', { name: 'Open the keyboard list' });
    await opener.focus();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: 'Keyboard', level: 2 }).last()).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(opener).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toBeVisible();
    // Opened again with the next key: the first closing does not reach it.
    await Promise.all([window.keyboard.press('Escape'), window.keyboard.press('Enter')]);
    await expect(window.getByRole('dialog')).toBeVisible();
    await window.getByRole('button', { name: 'Close (Escape)' }).click();
    await expect(opener).toBeFocused();

    await window.keyboard.press('Alt+ArrowLeft');
    await expect(window).toHaveTitle('Library - Satchel');
    await expect(link).toBeFocused();
  });
});

test('U1 focus: a search result on its section heading, Back on the result, Escape back to the box', async () => {
  await withApp(READ, async ({ window }) => {
    await window.keyboard.press('Control+k');
    await expect(box(window)).toBeFocused();
    await window.keyboard.type('who can I talk to before a tender');
    // The list is of all the words, no longer of those before the last letter.
    await window.locator('#results[data-query="who can I talk to before a tender"] [data-result]').nth(1).waitFor();
    await expect(box(window)).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('ArrowDown');
    const second = window.locator('#results [data-result]').nth(1);
    await expect(second).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.locator('#main [data-section]:focus')).toBeInViewport();

    await window.keyboard.press('Alt+ArrowLeft');
    await expect(second).toBeFocused();
    await expect(box(window)).toHaveValue('who can I talk to before a tender');
    await window.keyboard.press('ArrowUp');
    await window.keyboard.press('ArrowUp');
    await expect(box(window)).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('s');
    await expect(box(window)).toBeFocused();
    await expect(box(window)).toHaveValue('who can I talk to before a tenders');
    // Once takes the list away and keeps the words; twice empties the box.
    await window.keyboard.press('Escape');
    await expect(window.locator('#results')).toHaveCount(0);
    await expect(box(window)).toHaveValue('who can I talk to before a tenders');
    await window.keyboard.press('Escape');
    await expect(box(window)).toHaveValue('');
    await expect(box(window)).toBeFocused();
  });
});

test('typing makes one step of the history, and Enter in the box opens the first result', async () => {
  await withApp(READ, async ({ window }) => {
    await window.keyboard.press('/');
    await window.keyboard.type('stopping rule');
    await window.locator('#results [data-result]').first().waitFor();
    await window.keyboard.press('Enter');
    await expect(window).toHaveURL(/\/read\//);
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(window).toHaveURL(/\/search\?q=stopping\+rule$/);
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(title(window, 'Library')).toBeFocused();
  });
});

test('the preview says why: what the heading has, and as what a slip of the keys was read', async () => {
  await withApp(READ, async ({ window }) => {
    const reasons = window.getByRole('complementary').locator('.search-reasons');
    const ask = async (words: string): Promise<void> => {
      await window.keyboard.press('Control+k');
      await window.keyboard.press('Control+a');
      await window.keyboard.type(words);
      await expect(window.locator('[data-answers]')).toHaveAttribute('data-answers', words);
    };
    await ask('meeting log ');
    await expect(reasons.getByRole('heading', { name: 'Why this result' })).toBeVisible();
    await expect(reasons.locator('li')).toHaveText([
      'Its heading has “meeting” and “log”.',
      '“meeting” and “log” stand side by side.',
    ]);
    await expect(window.locator('.search-preview mark').first()).toHaveText('log');
    await ask('intrest bycicle ');
    await expect(reasons.locator('li')).toHaveText([
      'Its heading has “interest”.',
      '“intrest” was read as “interest”.',
      '“bycicle” is not on its page.',
    ]);
    await expect(box(window)).toBeFocused();
  });
});

test('the palette offers commands of this screen first, then packs and pages, and runs them', async () => {
  await withApp(READ, async ({ window }) => {
    await window.keyboard.press('Control+Shift+P');
    const words = window.getByRole('combobox', { name: 'Type a command, pack, page or note' });
    await expect(words).toBeFocused();
    const options = window.getByRole('option');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await window.keyboard.press('ArrowDown');
    const active = await words.getAttribute('aria-activedescendant');
    await expect(options.nth(1)).toHaveAttribute('id', String(active));
    await window.keyboard.press('Escape');
    await expect(title(window, 'Library')).toBeFocused();

    await window.keyboard.press('Control+Shift+P');
    await words.waitFor();
    await window.keyboard.type('what the law');
    await expect(options).toHaveCount(1);
    await window.keyboard.press('Enter');
    await expect(title(window, 'What the law lets you talk about')).toBeFocused();

    await window.keyboard.press('Control+Shift+P');
    await words.waitFor();
    await expect(window.locator('.sat-palette').getByRole('group').first()).toContainText('On this screen');
    await expect(window.locator('.sat-palette').getByRole('group').first()).toContainText('Copy a citation');
    await window.keyboard.type('settings');
    await window.keyboard.press('Enter');
    await expect(title(window, 'Settings')).toBeFocused();
  });
});

test('the keyboard list, the keys and the menu bar are made from the one table', async () => {
  await withApp(READ, async ({ app, window }) => {
    await window.keyboard.press('?');
    const dialog = window.getByRole('dialog', { name: 'Keyboard' });
    const settings = { shortcuts: {}, singleKeys: true };
    for (const { id, label } of COMMANDS) {
      const rows = dialog.locator('dl > div').filter({ has: window.getByText(say(label), { exact: true }) });
      await expect(rows, id).toHaveCount(keysOf(id, settings).length > 0 ? 1 : 0);
    }
    await window.keyboard.press('Escape');

    const labels = await app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
        (menu.submenu?.items ?? []).flatMap(({ label, type }) =>
          type === 'separator' ? [] : [label.replace('&', '')],
        ),
      ),
    );
    expect([...labels].sort()).toEqual(
      MENUS.flatMap(({ groups }) => groups.flat())
        .map((id) => say(COMMANDS.find((command) => command.id === id)?.label ?? 'app.name'))
        .sort(),
    );
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('packs')?.click());
    await expect(window).toHaveURL(/\/packs/);
  });
});

test('a shortcut can be changed; a clash is refused with the name of the other command; single keys can be off', async () => {
  await withApp(READ, async ({ window }) => {
    await window.keyboard.press('Control+,');
    const change = window.getByRole('button', { name: 'Change the keys of Go to Packs' });
    await change.focus();
    await window.keyboard.press('Enter');
    await window.keyboard.press('Control+k');
    await expect(window.getByText('Ctrl+K is taken by “Search”. Press other keys.').first()).toBeVisible();
    await window.keyboard.press('Control+9');
    await expect(window.getByRole('button', { name: 'Reset the keys of Go to Packs' })).toBeVisible();
    await expect(change).toBeFocused();
    await window.keyboard.press('Control+9');
    await expect(window).toHaveURL(/\/packs/);
    await window.keyboard.press('Control+,');
    await expect(title(window, 'Settings')).toBeFocused();
    await window.keyboard.press('Control+5');
    await expect(title(window, 'Settings')).toBeFocused();

    await window.getByRole('checkbox', { name: /Use single keys/ }).uncheck();
    await title(window, 'Settings').focus();
    await window.keyboard.press('/');
    await expect(box(window)).not.toBeFocused();
    await window.keyboard.press('Control+k');
    await expect(box(window)).toBeFocused();
  });
});

test('colours, contrast and text size change at once and are there after a restart', async () => {
  const home = await newHome();
  await withApp({ ...READ, home }, async ({ window }) => {
    await window.keyboard.press('Control+,');
    await window.getByRole('radio', { name: 'Dark' }).check();
    await window.getByRole('radio', { name: 'More', exact: true }).check();
    await window.getByRole('radio', { name: 'Largest' }).check();
    await expect(window.locator('html[data-theme="dark"][data-contrast="more"]')).toHaveCount(1);
    await expect(window.getByRole('contentinfo')).toContainText('Saved');
  });
  const again = await launchApp({ home });
  try {
    // The last screen comes back, in its colours.
    await expect(title(again.window, 'Settings')).toBeVisible();
    await expect(again.window.locator('html[data-theme="dark"][data-contrast="more"]')).toHaveCount(1);
    expect(
      await again.window.evaluate(() => document.documentElement.style.getPropertyValue('--sat-reading-scale')),
    ).toBe('1.6');
  } finally {
    await again.close();
  }
});

test('F6 goes round the parts of the window, and the skip link leads to main', async () => {
  await withApp(READ, async ({ window }) => {
    const at = () => window.evaluate(() => document.activeElement?.closest('[data-region]')?.className.split(' ')[0]);
    expect(await at()).toBe('sat-main');
    const seen: (string | undefined)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await window.keyboard.press('F6');
      seen.push(await at());
    }
    expect(seen).toEqual(['sat-status', 'sat-top', 'sat-side', 'sat-main']);
    await window.keyboard.press('Shift+F6');
    expect(await at()).toBe('sat-side');

    await window.reload();
    await expect(title(window, 'Library')).toBeVisible();
    await window.locator('.govuk-skip-link').focus();
    await window.keyboard.press('Enter');
    await expect(window.locator('main')).toBeFocused();
    await expect(window).toHaveURL(/\/library$/);
  });
});

test('reload and restart bring back the screen, its scroll and the focused link', async () => {
  const home = await newHome();
  await withApp({ ...READ, home }, async ({ window }) => {
    await window.keyboard.press('F1');
    const link = window.getByRole('link', { name: 'See the packs on this laptop' });
    await link.scrollIntoViewIfNeeded();
    await link.focus();
    const top = () => window.evaluate(() => document.querySelector('main')?.scrollTop ?? 0);
    const before = await top();
    expect(before).toBeGreaterThan(0);
    await window.reload();
    await expect(link).toBeFocused();
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(window).toHaveURL(/\/library$/);
    await window.keyboard.press('Alt+ArrowRight');
    await expect(link).toBeFocused();
  });
  const again = await launchApp({ home, size: READ.size });
  try {
    await expect(again.window.getByRole('link', { name: 'See the packs on this laptop' })).toBeFocused();
  } finally {
    await again.close();
  }
});

test('a page that was being read is there after a reload and a restart: its address has several parts', async () => {
  const home = await newHome();
  const page = 'Why talk to the market before you have a solution';
  await withApp({ ...READ, home }, async ({ window }) => {
    await window.getByRole('link', { name: 'Engage early' }).first().click();
    await window.locator('#main').getByRole('link', { name: page }).click();
    await expect(title(window, page)).toBeVisible();
    await window.reload();
    await expect(title(window, page)).toBeVisible();
  });
  const again = await launchApp({ home, size: READ.size });
  try {
    await expect(title(again.window, page)).toBeVisible();
    expect(again.reports).toEqual([]);
  } finally {
    await again.close();
  }
});

test('places and side panel can be hidden; narrow windows have them behind Menu', async () => {
  await withApp(READ, async ({ window, resize }) => {
    const places = window.getByRole('navigation', { name: 'Places' });
    await window.keyboard.press('Control+b');
    await expect(places).toBeHidden();
    await window.keyboard.press('Control+b');
    await expect(places).toBeVisible();
    await resize(640, 600);
    await expect(places).toBeHidden();
    await window.getByRole('button', { name: 'Menu' }).click();
    await expect(places).toBeVisible();
    await window.getByRole('link', { name: 'Packs', exact: true }).click();
    await expect(window).toHaveURL(/\/packs/);
    await expect(places).toBeHidden();
  });
});

test('the words at the top of main stay there when the layout changes, as a larger zoom changes it', async () => {
  await withApp(READ, async ({ window, resize }) => {
    await window.keyboard.press('F1');
    await expect(title(window, 'Help')).toBeFocused();
    await window.getByRole('link', { name: 'Use the keyboard' }).click();
    const heading = window.getByRole('heading', { name: 'Use the keyboard', level: 2 });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    // Scrolling must have come to rest before it is noted.
    await window.waitForTimeout(500);
    for (const [width, height] of [
      [1000, 700],
      [640, 600],
      [640, 400],
      [1280, 800],
    ] as const) {
      await resize(width, height);
      await window.waitForTimeout(500);
      await expect(heading, `${width} by ${height}`).toBeInViewport();
    }
  });
});

test('whoever zooms goes on reading where they were', async () => {
  await withApp(READ, async ({ window, app }) => {
    await window.keyboard.press('F1');
    await expect(title(window, 'Help')).toBeFocused();
    const zoom = (factor: number) =>
      app.evaluate(({ BrowserWindow }, to) => {
        for (const one of BrowserWindow.getAllWindows()) one.webContents.setZoomFactor(to);
      }, factor);
    const lines = window.locator('#main p');
    const line = lines.nth(Math.floor((await lines.count()) * 0.7));
    await line.evaluate((its) => its.scrollIntoView({ block: 'start' }));
    // Scrolling must have come to rest before it is noted.
    await window.waitForTimeout(500);
    const fromTop = () => line.evaluate((its) => its.getBoundingClientRect().top);
    const before = await fromTop();
    for (const factor of [1.25, 1.5, 2, 1.5, 1]) {
      await zoom(factor);
      await window.waitForTimeout(500);
      expect(Math.abs((await fromTop()) - before), `${factor * 100} %`).toBeLessThan(100);
    }
  });
});

test('an address that leads nowhere says so and leads on', async () => {
  await withApp(READ, async ({ window }) => {
    await window.evaluate(() => {
      history.pushState(null, '', '/nothing/here');
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    });
    await expect(title(window, 'There is nothing at this address')).toBeFocused();
    await window.getByRole('link', { name: 'Go to the Library' }).click();
    await expect(title(window, 'Library')).toBeFocused();
  });
});

test('a dragged file is met with words, and what is dropped never leads away', async () => {
  await withApp(READ, async ({ window }) => {
    const drag = (name: string, files = 1) =>
      window.evaluate(
        ([event, count]) => {
          const data = new DataTransfer();
          for (let n = 0; n < count; n += 1) data.items.add(new File(['no pack'], `letter-${n}.txt`));
          return !document.body.dispatchEvent(
            new DragEvent(event, { dataTransfer: data, bubbles: true, cancelable: true }),
          );
        },
        [name, files] as const,
      );
    expect(await drag('dragover')).toBe(true);
    await expect(
      window.getByText('Drop a pack here to install it, or an .eln file to look at its notes'),
    ).toBeVisible();
    expect(await drag('drop')).toBe(true);
    await expect(window.getByText('Drop a pack here to install it, or an .eln file to look at its notes')).toBeHidden();
    expect(await drag('drop', 101)).toBe(true);
    await expect(window.locator('.sat-status')).toContainText('101 files were dropped, and 100 can be taken at once.');
    await expect(window).toHaveURL(/^app:\/\/satchel\//);
  });
});
