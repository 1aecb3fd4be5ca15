import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { holdBy } from '#support/held-folder.ts';
import { seenNotes, writeNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';
import { seededId } from '#support/seed-notes.ts';
import { expect, test } from '#support/window-test.ts';
import { goTo, writeOn } from '../soak/note-window.mjs';

const size = { width: 1280, height: 800 };

/** Every file that is kept outside Chromium's own folder, with its content. */
function kept(home: string): readonly string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, entry.name).startsWith(join(home, 'profile')))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort();
}

const guidance = ({ window }: RunningApp) => window.getByRole('link', { name: 'Engage early' }).first().waitFor();

test('B9 a folder that another laptop has open is read, says who has it, and is taken over knowingly', async () => {
  test.setTimeout(150_000);
  const home = await newHome();
  let run = await launchApp({ home, settings: { welcomed: true } });
  await guidance(run);
  await writeNotes(run.window, [sampleNote({ id: seededId(7), title: 'Note 7', text: 'as it was saved ' })]);
  expect(existsSync(join(home, 'holder.json'))).toBe(true);
  await run.close();
  // Closed, it is nobody's.
  expect(existsSync(join(home, 'holder.json'))).toBe(false);

  await holdBy(home, 'LAPTOP-2');
  const before = kept(home);
  run = await launchApp({ home, size });
  const { window } = run;
  const notice = window.getByRole('region', { name: 'About this start' });
  await expect(notice).toContainText('Satchel is open on LAPTOP-2, since today,');
  await expect(notice).toContainText('To write here, close Satchel on LAPTOP-2');
  await guidance(run);
  // Nobody asked for anything yet, so nothing was refused.
  await expect(window.locator('.sat-status')).toHaveText('Works offline. Your words stay on this laptop.');
  await expect.poll(async () => (await seenNotes(window))?.[0]?.text).toBe('as it was saved ');
  await goTo(window, '/notes');
  await expect(window.getByRole('link', { name: 'Note 7' }).first()).toBeVisible();
  await writeOn(window, seededId(7));
  await window.keyboard.type('more');
  await expect(window.getByText(/Not saved: Satchel is open on LAPTOP-2/).first()).toBeVisible();
  await run.resize(640, 400);
  await window.emulateMedia({ colorScheme: 'dark' });
  await goTo(window, '/backups');
  expect(await axeFindings(window)).toEqual([]);
  expect(kept(home)).toEqual(before);

  // The one button of it, by keys; the system's question first, and then that about what was written here meanwhile.
  const asked = run.app.evaluate(
    ({ app, dialog }) =>
      new Promise<readonly string[]>((resolve) => {
        const questions: string[] = [];
        app.relaunch = () => undefined;
        dialog.showMessageBox = ((_window: unknown, { message, buttons }: { message: string; buttons: string[] }) => {
          questions.push(message);
          if (questions.length === 2) resolve(questions);
          const response = buttons.findIndex((button) => /^(?:Write here|Close without saving)$/.test(button));
          return new Promise((answered) => setTimeout(answered, 300, { response, checkboxChecked: false }));
        }) as unknown as typeof dialog.showMessageBox;
      }),
  );
  const ended = run.app.waitForEvent('close');
  await window.getByRole('button', { name: 'Write here instead' }).focus();
  await window.keyboard.press('Enter');
  expect(await asked).toEqual(['Write here, although Satchel is open on LAPTOP-2?', '“Note 7” is not saved.']);
  await ended;
  await run.close().catch(() => undefined);

  run = await launchApp({ home, size });
  await guidance(run);
  await expect(run.window.getByRole('region', { name: 'About this start' })).toHaveCount(0);
  await writeOn(run.window, seededId(7));
  await run.window.keyboard.type('here ');
  await expect(run.window.getByText(/^Saved/).first()).toBeVisible();

  // And while it is open here it is opened there, as after a long sleep.
  await holdBy(home, 'LAPTOP-3');
  await run.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect(run.window.getByText(/^Satchel was opened for writing on LAPTOP-3/)).toBeVisible();
  const then = kept(home);
  await run.window.keyboard.type('lost ');
  await expect(run.window.getByText(/Not saved: Satchel is open on LAPTOP-3/).first()).toBeVisible();
  expect(kept(home)).toEqual(then);
  await run.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
  });
  await run.close().catch(() => undefined);
  // What another has is not taken away at the end.
  expect(readFileSync(join(home, 'holder.json'), 'utf8')).toContain('LAPTOP-3');
});

test('B9 a folder that another laptop has taken over is neither deleted nor written to: settings, the place of the window', async () => {
  const home = await newHome();
  const run = await launchApp({ home, settings: { welcomed: true }, size });
  const { window, app } = run;
  try {
    await guidance(run);
    await writeNotes(window, [sampleNote({ id: seededId(7), title: 'Note 7', text: 'of both' })]);
    await goTo(window, '/backups');
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = (async () => ({ response: 0, checkboxChecked: false })) as typeof dialog.showMessageBox;
    });
    await holdBy(home, 'LAPTOP-9');
    const before = kept(home);
    await window.getByRole('button', { name: 'Delete everything …' }).click();
    await expect(window.getByText(/Satchel (?:is open|was opened for writing) on LAPTOP-9/).first()).toBeVisible();
    await goTo(window, '/settings');
    await window.getByLabel('Dark').click();
    await expect(window.getByLabel('Dark')).not.toBeChecked();
    await run.resize(900, 600);
    await window.waitForTimeout(1_500);
    expect(kept(home)).toEqual(before);
    expect(existsSync(join(home, 'profile'))).toBe(true);
  } finally {
    await run.close();
  }
});
