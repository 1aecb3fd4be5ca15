import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { goTo } from '#support/address.ts';
import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { RUNNING_NOTE } from '#support/note-ids.ts';
import { storedNotes } from '#support/note-rows.ts';
import { seedNotes } from '#support/seed-notes.ts';
import { workedNotes } from '#support/worked-notes.ts';
import { kill } from '../../scripts/runtime/launch.mjs';

const NOTE = `/note/${RUNNING_NOTE}`;
const start = (home: string): Promise<RunningApp> =>
  launchApp({ home, settings: { welcomed: true }, today: '2026-11-23', size: { width: 1280, height: 800 } });

const dialog = (window: Page) => window.getByRole('dialog', { name: 'Stop this experiment?' });

async function openStop(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Stop this experiment' }).first().press('Enter');
  await expect(dialog(window)).toBeVisible();
}

async function openDeviation(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Record a deviation' }).press('Enter');
  await expect(window.locator('#deviation-field')).toBeFocused();
}

/** Kills every process of the app, as a power cut would. */
async function killed({ app, window }: RunningApp): Promise<void> {
  const gone = window.waitForEvent('close').catch(() => undefined);
  kill(app, 'was killed by the test');
  await gone;
}

test('B1 words of a comment, a deviation and a stop that are half written are there after another screen and after a kill', async () => {
  const home = await newHome();
  let run = await start(home);
  try {
    await seedNotes(
      run.window,
      workedNotes().filter(({ note }) => note.id === RUNNING_NOTE),
    );
    await goTo(run.window, NOTE);
    await run.window.locator('#comment').fill('What a colleague said');
    await run.window.locator('#comment-role').fill('Head of grants');
    await openDeviation(run.window);
    await run.window.locator('#deviation-field').selectOption({ label: 'Sample' });
    await run.window.locator('#deviation-to').fill('Eight people');
    await run.window.locator('#deviation-because').fill('Two are ill');
    await openStop(run.window);
    await run.window.getByRole('radio', { name: /another reason/ }).check();
    await run.window.locator('#stopping-because').fill('The form was withdrawn');
    await run.window.keyboard.press('Escape');

    const areThere = async (window: Page): Promise<void> => {
      await expect(window.locator('#comment')).toHaveValue('What a colleague said');
      await expect(window.locator('#comment-role')).toHaveValue('Head of grants');
      await openDeviation(window);
      await expect(window.locator('#deviation-to')).toHaveValue('Eight people');
      await expect(window.locator('#deviation-because')).toHaveValue('Two are ill');
      await expect(window.locator('#deviation-field option:checked')).toHaveText('Sample');
      await openStop(window);
      await expect(window.getByRole('radio', { name: /another reason/ })).toBeChecked();
      await expect(window.locator('#stopping-because')).toHaveValue('The form was withdrawn');
      await window.keyboard.press('Escape');
    };
    await run.window.keyboard.press('Control+1');
    await expect(run.window.locator('h1')).toHaveText('Library');
    await goTo(run.window, NOTE);
    await areThere(run.window);
    await run.window.reload();
    await areThere(run.window);

    await wait(1_000);
    await killed(run);
    run = await start(home);
    await goTo(run.window, NOTE);
    await areThere(run.window);

    // What was taken into the note is gone from where it was written, also after a restart.
    await run.window.getByRole('button', { name: 'Add the comment' }).press('Enter');
    await expect(run.window.locator('#comment')).toHaveValue('');
    await run.window.getByRole('button', { name: 'Keep the deviation' }).press('Enter');
    await openStop(run.window);
    await dialog(run.window).getByRole('button', { name: 'Stop this experiment' }).press('Enter');
    await expect(run.window.locator('.note-steps [aria-current="step"]')).toContainText('Stopped');
    await wait(1_000);
    await killed(run);
    run = await start(home);
    await goTo(run.window, NOTE);
    await expect(run.window.locator('#comment')).toHaveValue('');
    await openDeviation(run.window);
    await expect(run.window.locator('#deviation-because')).toHaveValue('');
    const [row] = await storedNotes(run.window);
    expect(row?.note).toMatchObject({
      comments: [{ text: 'What a colleague said', byRole: 'Head of grants' }],
      deviations: [{}, { field: 'sample', to: 'Eight people', because: 'Two are ill' }],
      stop: { because: 'The form was withdrawn' },
    });
  } finally {
    await run.close();
  }
});
