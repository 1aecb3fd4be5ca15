import { launchApp } from '#support/app.ts';
import { settled } from '#support/settled.ts';
import { expect, test } from '#support/window-test.ts';

test('U8 the whole main job by keyboard alone', async () => {
  const { window, close } = await launchApp({ size: { width: 1280, height: 800 } });
  try {
    const { keyboard } = window;
    // The mouse is not there: a click that is no key press would be a fault of this test.
    await window.evaluate(() =>
      addEventListener('pointerdown', () => document.documentElement.setAttribute('data-mouse', ''), true),
    );
    const tabTo = async (name: string, matches: (words: string) => boolean): Promise<void> => {
      for (let turn = 0; turn < 60; turn += 1) {
        const words = await window.evaluate(() => {
          const node = document.activeElement;
          return `${node?.tagName} ${node?.getAttribute('aria-label') ?? node?.textContent ?? ''}`;
        });
        if (matches(words)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to ${name}`);
    };

    // First run: to the one green button, and start.
    await expect(window.locator('h1')).toContainText('Your guidance is');
    await tabTo('Start reading', (words) => words === 'BUTTON Start reading');
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Library' })).toBeFocused();

    // Search: results while typing, focus stays in the box.
    await keyboard.press('Control+k');
    await keyboard.type('who can I talk to before a tender', { delay: 20 });
    const results = window.locator('#results [data-result]');
    await expect(results.nth(2)).toBeVisible();
    await expect(window.locator('#search-box')).toBeFocused();
    // Until the last letter's results stand.
    await expect(window.locator('.search-counted')).toContainText('best first');
    await expect(results.filter({ hasText: 'Who you may talk to' })).toBeVisible();

    // Down to a result, and open it at its heading.
    await keyboard.press('ArrowDown');
    await expect(results.first()).toBeFocused();
    for (let turn = 0; turn < 10; turn += 1) {
      if ((await window.locator(':focus').textContent()) === 'Who you may talk to') break;
      await keyboard.press('ArrowDown');
    }
    const chosen = window.locator('#results :focus');
    await expect(chosen).toHaveText('Who you may talk to');
    const row = await results.evaluateAll((links) => links.indexOf(document.activeElement as HTMLElement));
    await keyboard.press('Enter');
    await expect(window.locator('#main h2:focus')).toHaveText('Who you may talk to');
    await expect(window.locator('#main h2:focus')).toBeInViewport();
    await expect(window).toHaveTitle('What the law lets you talk about - Satchel');

    // Tab to a link in the text, and follow it.
    const start = await window.evaluate(() => location.pathname);
    for (let turn = 0; turn < 40; turn += 1) {
      await keyboard.press('Tab');
      const there = await window.evaluate(
        (here) =>
          document.activeElement?.matches('.sat-prose a[href^="/read/"]:not(.anchor)') === true &&
          !(document.activeElement.getAttribute('href') ?? '').startsWith(here),
        start,
      );
      if (there) break;
    }
    const link = window.locator('.sat-prose a:focus');
    await expect(link).toBeInViewport();
    const followed = await link.getAttribute('href');
    await keyboard.press('Enter');
    await expect.poll(() => window.evaluate(() => location.pathname)).not.toBe(start);
    await expect(window.locator('#main :is(h1, h2, h3):focus')).toBeInViewport();

    // Twice back: the results, with the same row, the same words.
    await keyboard.press('Alt+ArrowLeft');
    await expect(window).toHaveTitle('What the law lets you talk about - Satchel');
    await expect(window.locator('.sat-prose a:focus')).toHaveAttribute('href', followed ?? '');
    await expect(window.locator('.sat-prose a:focus')).toBeInViewport();
    await keyboard.press('Alt+ArrowLeft');
    await expect(results.nth(row)).toBeFocused();
    await expect(results.nth(row)).toHaveText('Who you may talk to');
    await expect(results.nth(row)).toBeInViewport();
    await expect(window.locator('#search-box')).toHaveValue('who can I talk to before a tender');

    // And on: a letter goes to the box.
    await keyboard.type('s');
    await expect(window.locator('#search-box')).toBeFocused();
    await expect(window.locator('#search-box')).toHaveValue('who can I talk to before a tenders');
    expect(await window.evaluate(() => document.documentElement.hasAttribute('data-mouse'))).toBe(false);
  } finally {
    await close();
  }
});

test('U8 every control of every place is reached by Tab, in the order of the window, and none keeps focus', async () => {
  const { window, close } = await launchApp({
    settings: { welcomed: true },
    size: { width: 1280, height: 800 },
  });
  try {
    await window.locator('.library-pack a').nth(1).waitFor();
    for (const place of ['Library', 'Packs', 'Settings', 'Help']) {
      await window.locator('.sat-place', { hasText: place }).focus();
      await window.keyboard.press('Enter');
      await expect(window.getByRole('heading', { level: 1, name: place })).toBeFocused();
      await settled(window);
      const seen = await window.evaluate(() => {
        const shown = (node: Element) => node.checkVisibility({ visibilityProperty: true });
        const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, [tabindex="0"]')];
        // Of a group of radio buttons Tab stops at one.
        return all.filter(
          (node) => shown(node) && !(node instanceof HTMLInputElement && node.type === 'radio' && !node.checked),
        ).length;
      });
      const regions: string[] = [];
      const reached = new Set<string>();
      await window.locator('.govuk-skip-link').focus();
      for (let turn = 0; turn < seen + 5; turn += 1) {
        if (turn > 0) await window.keyboard.press('Tab');
        const at = await window.evaluate(() => {
          const node = document.activeElement;
          if (!node || node === document.body) return null;
          const all = [...document.querySelectorAll('*')];
          const region = node.closest('header, nav.sat-side, main, aside, footer');
          return { key: String(all.indexOf(node)), region: region?.tagName ?? 'SKIP' };
        });
        if (at === null || reached.has(at.key)) break;
        reached.add(at.key);
        if (regions.at(-1) !== at.region) regions.push(at.region);
      }
      expect(reached.size, place).toBe(seen);
      expect(
        ['SKIP', 'HEADER', 'NAV', 'MAIN', 'ASIDE'].filter((one) => regions.includes(one)),
        place,
      ).toEqual(regions);
    }
  } finally {
    await close();
  }
});
