import { existsSync, renameSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { launchApp } from '#support/app.ts';
import { expect, test } from '#support/window-test.ts';

// A home on a share or a stick may go while it is in use.
test('B1 a home that is taken away is not made anew: words are said not to be saved until it is back', async () => {
  const { window, home, close } = await launchApp({ settings: { welcomed: true } });
  try {
    await window.keyboard.press('Control+n');
    await window.keyboard.type('Words of before');
    const status = window.locator('.sat-status');
    await expect(status).toContainText('Saved');
    renameSync(home, `${home}-away`);
    await window.keyboard.type(' and of meanwhile');
    await expect(status).toContainText('Not saved', { timeout: 30_000 });
    // Longer than the space of the disk and the hold of the home are looked after.
    await wait(25_000);
    expect(existsSync(home)).toBe(false);
    await expect(status).toContainText('Not saved');
    renameSync(`${home}-away`, home);
    await window.keyboard.type(', and of after');
    await expect(status).toContainText('Saved', { timeout: 30_000 });
    await expect(status).not.toContainText('Not saved');
  } finally {
    if (!existsSync(home)) renameSync(`${home}-away`, home);
    await close();
  }
});
