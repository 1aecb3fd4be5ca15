import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Note } from '#domain/note/record/note.ts';
import { SHAPE } from '#domain/note/record/versions.ts';
import { goTo } from '#support/address.ts';
import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { RUNNING_NOTE } from '#support/note-ids.ts';
import { storedNotes } from '#support/note-rows.ts';
import { seedNotes } from '#support/seed-notes.ts';
import { expect, test } from '#support/window-test.ts';
import { workedNotes } from '#support/worked-notes.ts';
import { kill } from '../../scripts/runtime/launch.mjs';

const NOTE = `/note/${RUNNING_NOTE}`;
const WORKED = workedNotes().filter(({ note }) => note.id === RUNNING_NOTE);
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
    // The form stands open: what waits in it is seen.
    await expect(run.window.locator('#deviation-to')).toHaveValue('Eight people');
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

/** A picture of one dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What is kept in the window's own store of words that were begun. */
const begunIn = (window: Page): Promise<readonly string[]> =>
  window.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const open = indexedDB.open('satchel-own');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result.map(({ field, text }) => `${field}: ${text}`).sort());
          };
        };
      }),
  );

test('B1 so are a comment on a note without a word, a day that cannot be read, a role beside a file, what a picture shows and the name of a filter', async () => {
  const home = await newHome();
  let run = await start(home);
  const again = async (): Promise<void> => {
    await wait(1_000);
    await killed(run);
    run = await start(home);
  };
  try {
    await seedNotes(run.window, WORKED);
    await goTo(run.window, NOTE);
    const day = () => run.window.locator('#end');
    await day().fill('in a few weeks');
    await run.window.keyboard.press('Tab');
    await expect(run.window.locator('#end-error')).toContainText('in a few weeks');
    const picture = async () => {
      const file = { name: 'letter.png', mimeType: 'image/png', buffer: DOT };
      await run.window.locator('.cm-content').waitFor();
      await run.window.locator('input[type="file"][accept*="png"]').setInputFiles(file);
      return run.window.getByRole('form', { name: 'New picture letter.png' }).locator('input[autocomplete]');
    };
    await (await picture()).fill('A letter of one p');
    await goTo(run.window, `/share?note=${RUNNING_NOTE}`);
    await run.window.getByRole('radio', { name: 'OFFICIAL', exact: true }).waitFor();
    const role = () => run.window.locator('#share-role');
    await role().fill('Head of gra');
    await goTo(run.window, '/notes?state=running');
    const name = () => run.window.locator('.register-name input');
    await run.window.getByRole('button', { name: 'Save this filter' }).press('Enter');
    await name().fill('What ru');
    await goTo(run.window, '/note/new');
    const comment = () => run.window.locator('#comment');
    await comment().fill('Before any word');
    await expect(run.window.locator('.sat-status')).toContainText('Saved');
    const place = await run.window.evaluate(() => location.pathname);
    expect(place).not.toBe('/note/new');

    await again();
    await goTo(run.window, place);
    await expect(comment()).toHaveValue('Before any word');
    await goTo(run.window, NOTE);
    await expect(day()).toHaveValue('in a few weeks');
    await expect(run.window.locator('#end-error')).toContainText('in a few weeks');
    await goTo(run.window, `/share?note=${RUNNING_NOTE}`);
    await expect(role()).toHaveValue('Head of gra');
    await goTo(run.window, '/notes?state=running');
    await run.window.getByRole('button', { name: 'Save this filter' }).press('Enter');
    await expect(name()).toHaveValue('What ru');
    await name().press('Enter');
    await goTo(run.window, NOTE);
    await day().fill('1 December 2027');
    await expect(await picture()).toHaveValue('A letter of one p');
    await run.window.keyboard.press('Enter');
    await expect.poll(() => begunIn(run.window)).toEqual(['comment: Before any word', 'share-role: Head of gra']);

    // They go with their note.
    await goTo(run.window, place);
    await run.window.getByRole('button', { name: 'More: duplicate, move to the bin' }).press('Enter');
    await run.window.getByText('Move to the bin', { exact: true }).press('Enter');
    await goTo(run.window, '/notes?bin=1');
    await run.window.getByRole('button', { name: 'Remove it for good' }).press('Enter');
    await run.window.locator('dialog').getByRole('button', { name: 'Remove 1 for good' }).press('Enter');
    await expect.poll(() => begunIn(run.window)).toEqual(['share-role: Head of gra']);
  } finally {
    await run.close();
  }
});

test('B1 nothing is said to be saved while words that were begun are not kept; a note of a newer Satchel keeps them too', async () => {
  const home = await newHome();
  let run = await start(home);
  const { window } = run;
  const newer = { ...WORKED[0]?.note, shape: SHAPE + 1, marking: 'SECRET' } as unknown as Note;
  try {
    await seedNotes(window, [{ note: newer }]);
    await goTo(window, NOTE);
    const comment = window.locator('#comment');
    await comment.fill('Read here first');
    const bar = window.locator('.sat-status');
    await expect(bar).toContainText('Saved');
    await expect.poll(() => begunIn(window)).toEqual(['comment: Read here first']);

    await window.evaluate(() => {
      const of = IDBObjectStore.prototype;
      const usual = of.put;
      of.put = function (...row) {
        if (this.name === 'drafts') throw new DOMException('', 'QuotaExceededError');
        return usual.apply(this, row);
      };
      Object.assign(globalThis, {
        again: () => {
          of.put = usual;
        },
      });
    });
    await comment.fill('Read here first, and then?');
    await expect(bar).toContainText('Not saved');
    await expect(bar).not.toContainText('on disk twice');
    await expect(window.locator('.note-strips')).toContainText('Not saved');
    await window.keyboard.press('Control+1');
    await goTo(window, NOTE);
    await expect(comment).toHaveValue('Read here first, and then?');
    await window.evaluate(() => (globalThis as unknown as { again: () => void }).again());
    await window.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(bar).toContainText('on disk twice');

    // Closed at once: what was typed a moment before is there.
    await comment.fill('Read here first, and then what?');
    await run.close();
    run = await start(home);
    await goTo(run.window, NOTE);
    await expect(run.window.locator('#comment')).toHaveValue('Read here first, and then what?');
  } finally {
    await run.close();
  }
});
