import { chownSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { launchApp, newHome, sharedBench } from '#support/app.ts';
import { holdBy } from '#support/held-folder.ts';
import { seenNotes } from '#support/note-rows.ts';
import { rawStart } from '#support/raw-start.ts';
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

test('B9 a home that is away while it is open is not made anew by a second start, and words are saved when it is back', async () => {
  test.setTimeout(150_000);
  const home = await newHome();
  let run = await launchApp({ home, settings: { welcomed: true } });
  const { window } = run;
  try {
    await window.keyboard.press('Control+n');
    await window.keyboard.type('Words of before');
    const status = window.locator('.sat-status');
    await expect(status).toContainText('Saved');
    renameSync(home, `${home}-away`);
    const second = await rawStart(home, { driven: true });
    expect(await second.ended(30_000)).toBe(1);
    expect(second.said()).toContain('Satchel is open on this laptop already, but its folder is not where it was.');
    expect(existsSync(home)).toBe(false);

    // And where another one stands in its place for a while, as one that another laptop made.
    mkdirSync(home);
    const { person } = await sharedBench();
    if (person) chownSync(home, person.uid, person.gid);
    await holdBy(home, 'LAPTOP-2');
    await window.keyboard.type(' and of meanwhile');
    await expect(window.getByText(/^Satchel was opened for writing on LAPTOP-2/)).toBeVisible({ timeout: 40_000 });
    await expect(status).toContainText('Not saved', { timeout: 30_000 });
    renameSync(home, `${home}-other`);
    renameSync(`${home}-away`, home);
    // Nobody does anything for it.
    await expect(status).not.toContainText('Not saved', { timeout: 40_000 });
    await expect(window.getByText(/^Satchel was opened for writing/)).toHaveCount(0);
    await window.keyboard.type(', and of after');
    await expect(status).toContainText('Saved', { timeout: 30_000 });
  } finally {
    if (!existsSync(home)) renameSync(`${home}-away`, home);
    await run.close();
  }
  run = await launchApp({ home });
  await expect
    .poll(async () => JSON.stringify(await seenNotes(run.window)), { timeout: 20_000 })
    .toContain('Words of before and of meanwhile, and of after');
  await run.close();
});
