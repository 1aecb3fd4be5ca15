import { goTo } from '#support/address.ts';
import { settled } from '#support/settled.ts';
import { openForStates } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

test('U6 forced colours: focus is seen on everything that takes it', async () => {
  test.setTimeout(300_000);
  const running = await openForStates();
  const { window } = running;
  try {
    await window.emulateMedia({ forcedColors: 'active' });
    const plain: string[] = [];
    for (const address of [
      '/library',
      '/library?pack=engage-early',
      '/read/engage-early/keep-it-fair',
      '/search?q=supplier',
      '/packs',
      '/settings',
    ]) {
      await goTo(window, address);
      await window.locator('.govuk-skip-link').focus();
      const seen = new Set<string>();
      for (let turn = 0; turn < 45; turn += 1) {
        await window.keyboard.press('Tab');
        const focused = await window.evaluate(() => {
          const node = document.activeElement;
          if (!node || node === document.body) return null;
          const style = getComputedStyle(node);
          const key = String([...document.querySelectorAll('*')].indexOf(node));
          const ring =
            style.outlineStyle !== 'none' &&
            Number.parseFloat(style.outlineWidth) >= 2 &&
            !/^rgba\(.*,\s*0\)$/.test(style.outlineColor);
          const box = node.getBoundingClientRect();
          return {
            key,
            ring,
            name: `${node.localName}.${node.className}`,
            x: box.x,
            y: box.y,
            width: box.width,
            height: box.height,
          };
        });
        if (!focused || seen.has(focused.key)) break;
        seen.add(focused.key);
        if (!focused.ring) plain.push(`${address}: ${focused.name} has no outline`);
      }
      expect(seen.size).toBeGreaterThan(8);
    }
    expect(plain).toEqual([]);
  } finally {
    await running.close();
  }
});

test('U6 forced colours: the picture changes when a state does', async () => {
  const running = await openForStates();
  const { window } = running;
  try {
    await window.emulateMedia({ forcedColors: 'active' });
    await goTo(window, '/settings');
    // Pixels of one thing in two states: what is on, chosen or focused is drawn otherwise than what is not.
    for (const [selector, change] of [
      ['.settings-choice label >> nth=1', () => window.locator('.settings-choice input >> nth=1').check()],
      ['.sat-check:has(input[type=checkbox])', () => window.locator('input[type=checkbox] >> nth=0').click()],
      ['.settings-shortcuts button >> nth=0', () => window.locator('.settings-shortcuts button >> nth=0').focus()],
      ['.sat-place >> nth=0', () => window.locator('.sat-place >> nth=0').focus()],
      ['.sat-search', () => window.locator('#search-box').focus()],
    ] as const) {
      const thing = window.locator(selector).first();
      await window.evaluate(() => (document.activeElement as HTMLElement).blur());
      await thing.scrollIntoViewIfNeeded();
      // With its surroundings: a ring lies around the thing.
      const box = await thing.boundingBox();
      if (!box) throw new Error(`${selector} is not there`);
      const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
      clip.x = Math.max(0, clip.x);
      const before = await window.screenshot({ clip });
      // The last thing done is a key press, so that focus shows.
      await window.keyboard.press('Tab');
      await window.evaluate(() => (document.activeElement as HTMLElement).blur());
      await change();
      await settled(window);
      expect((await window.screenshot({ clip })).equals(before), selector).toBe(false);
    }
  } finally {
    await running.close();
  }
});
