import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goTo } from '#support/address.ts';
import { launchApp } from '#support/app.ts';
import { chooseNext } from '#support/file-dialog.ts';
import { calm, longTasks, watchLongTasks, windowClock } from '#support/longtask.ts';
import { settled } from '#support/settled.ts';
import { sharedPath } from '#support/shared.ts';
import { searchReady } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

const tool = fileURLToPath(new URL('../../out/tool/satchel.js', import.meta.url));

/** The 18F guides as one pack, where they lie beside the project; else another release of a starter pack. */
function largePack(): string {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-large-'));
  const guides = sharedPath('corpora/18f-guides');
  const run = (...words: string[]) => execFileSync(process.execPath, [tool, ...words], { timeout: 180_000 });
  if (guides === null) {
    const starters = fileURLToPath(new URL('../../resources/packs/', import.meta.url));
    const [file = ''] = readdirSync(starters);
    return join(starters, file);
  }
  run('adopt', guides, '--id', 'guides', '--title', 'Guides', '--out', join(folder, 'source'));
  run('build', join(folder, 'source'), '--out', join(folder, 'packs'));
  const [file = ''] = readdirSync(join(folder, 'packs')).filter((name) => name.endsWith('.satchel'));
  return join(folder, 'packs', file);
}

test('U10 no long task over 50 ms in the window while typing, scrolling and installing', async () => {
  test.setTimeout(300_000);
  const large = largePack();
  const running = await launchApp({ settings: { welcomed: true }, size: { width: 1280, height: 800 } });
  const { window } = running;
  try {
    await window.locator('.library-pack a').nth(1).waitFor();
    await searchReady(window);
    await watchLongTasks(window);

    await calm(window, 'U10 installing', async () => {
      await goTo(window, '/packs');
      const remove = window.locator('.sat-insp section:last-of-type button');
      const installed = window.locator('.packs-table a', { hasText: 'Guides' });
      if ((await installed.count()) > 0) {
        await installed.click();
        await expect(window.locator('.sat-insp h2').first()).toHaveText('Guides');
        await remove.click();
        await expect(installed).toHaveCount(0);
      }
      await chooseNext(running, [large]);
      await window.keyboard.press('Control+o');
      await expect(window.locator('.packs-strip .sat-strip--ok, .packs-strip .sat-strip--calm').last()).toBeVisible({
        timeout: 60_000,
      });
      if (sharedPath('corpora/18f-guides')) await expect(installed).toHaveCount(1);
      // The index too.
      await expect(window.locator('.packs-table')).not.toContainText('search is being prepared', { timeout: 60_000 });
      await settled(window);
    });

    await calm(window, 'U10 typing', async () => {
      for (const words of ['user research', 'who can I talk to before a tender', 'accessibility', 'de-risking']) {
        await window.keyboard.press('Control+k');
        await window.keyboard.press('Control+a');
        await window.keyboard.type(words, { delay: 60 });
        await expect(window.locator('[data-answers]')).toHaveAttribute('data-answers', words);
      }
    });

    await calm(window, 'U10 scrolling', async () => {
      await goTo(window, '/read/experiment-safely/how-many-people');
      await window.mouse.move(600, 500);
      for (let turn = 0; turn < 40; turn += 1) {
        await window.mouse.wheel(0, turn < 25 ? 400 : -400);
        await window.waitForTimeout(30);
      }
    });

    await calm(window, 'U10 scrolling results', async () => {
      await goTo(window, '/search?q=the');
      await window.mouse.move(700, 400);
      for (let turn = 0; turn < 30; turn += 1) {
        await window.mouse.wheel(0, 400);
        await window.waitForTimeout(30);
      }
    });
  } finally {
    await running.close();
  }
});

test('U10 the watch sees a long task', async () => {
  const { window, close } = await launchApp({ settings: { welcomed: true } });
  try {
    await watchLongTasks(window);
    const start = await windowClock(window);
    await window.evaluate(
      () =>
        new Promise<void>((resolve) => {
          setTimeout(() => {
            const end = performance.now() + 120;
            while (performance.now() < end);
            resolve();
          }, 0);
        }),
    );
    expect((await longTasks(window, start)).some((ms) => ms >= 100)).toBe(true);
  } finally {
    await close();
  }
});
