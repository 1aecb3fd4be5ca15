import { expect, test } from '@playwright/test';
import type { MessageBoxOptions } from 'electron';
import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { refuseJournal } from '#support/refuse-journal.ts';
import { newNote, shown, stored, writeOn } from '../soak/note-window.mjs';

const settings = { welcomed: true };

test('words that were typed a moment before the window closes are there after a restart', async () => {
  const home = await newHome();
  let running: RunningApp = await launchApp({ home, settings });
  const id = await newNote(running.window);

  await writeOn(running.window, id);
  await running.window.keyboard.type('quit ');
  await running.close();
  running = await launchApp({ home });
  await writeOn(running.window, id);
  expect(await shown(running.window)).toMatch(/quit $/);

  await running.window.keyboard.type('closed ');
  const ended = running.app.waitForEvent('close');
  // As the button in its frame does.
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await ended;
  running = await launchApp({ home });
  await writeOn(running.window, id);
  expect(await shown(running.window)).toMatch(/quit closed $/);

  await running.window.keyboard.type('left ');
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.send('event:flush'));
  // Sooner than a pause of the keys would have it written.
  await expect.poll(async () => (await stored(running.window, id))?.note.text, { timeout: 1_000 }).toMatch(/left $/);

  await refuseJournal(running.app, true);
  await running.window.keyboard.type('refused ');
  await expect(running.window.getByText(/^Not saved: The second copy/).first()).toBeVisible();
  const asked = await closeAsked(running);
  expect(asked).toMatchObject({ buttons: ['Keep open', 'Close without saving'], defaultId: 0, cancelId: 0 });
  expect(asked.message).toBe('“Experiment without a name” is not saved.');
  expect(asked.detail).toMatch(/^The second copy of your words could not be written.*once instead of twice/s);
  expect(await shown(running.window)).toMatch(/refused $/);
  // The system shuts down while the question stands.
  const shut = running.app.waitForEvent('close');
  const stands = await closeAsked(running, 'nobody answers');
  expect(stands.buttons).toHaveLength(2);
  await running.app.evaluate(() => process.kill(process.pid, 'SIGTERM')).catch(() => undefined);
  await shut;
  running = await launchApp({ home });
  await writeOn(running.window, id);
  expect(await shown(running.window)).toMatch(/refused $/);

  const hung = running.app.waitForEvent('close');
  void running.window
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const began = Date.now();
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await hung;
  expect(Date.now() - began).toBeLessThan(10_000);
});

/** Closes the window as the button in its frame does; the question of the system, answered as a person who presses Enter. */
async function closeAsked({ app }: RunningApp, silent?: 'nobody answers'): Promise<MessageBoxOptions> {
  return app.evaluate(
    ({ BrowserWindow, dialog }, unanswered) =>
      new Promise<MessageBoxOptions>((resolve) => {
        dialog.showMessageBox = ((_window: unknown, options: MessageBoxOptions) => {
          setTimeout(resolve, 0, options);
          return unanswered
            ? new Promise(() => undefined)
            : Promise.resolve({ response: options.defaultId, checkboxChecked: false });
        }) as unknown as typeof dialog.showMessageBox;
        BrowserWindow.getAllWindows()[0]?.close();
      }),
    silent !== undefined,
  );
}
