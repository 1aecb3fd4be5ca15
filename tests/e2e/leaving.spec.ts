import type { MessageBoxOptions } from 'electron';
import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { refuseJournal } from '#support/refuse-journal.ts';
import { expect, test } from '#support/window-test.ts';
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
  expect(asked.message).toBe('“Note without a title” is not saved.');
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
  await running.close();
});

test('B12 a busy window is asked about before it closes; what it writes meanwhile is kept, and one that hangs can be closed', async () => {
  test.setTimeout(120_000);
  const home = await newHome();
  let running: RunningApp = await launchApp({ home, settings });
  const id = await newNote(running.window);
  await writeOn(running.window, id);
  const busy = (ms: number) => {
    void running.window
      .evaluate((time) => {
        const end = performance.now() + time;
        while (performance.now() < end);
      }, ms)
      .catch(() => undefined);
    return new Promise((resolve) => setTimeout(resolve, 300));
  };

  await running.window.keyboard.type('typed while it is ');
  let ended = running.app.waitForEvent('close');
  await busy(7_000);
  const asked = await closeAsked(running, 'nobody answers');
  expect(asked).toMatchObject({ buttons: ['Wait', 'Close without saving'], defaultId: 0, cancelId: 0 });
  expect(asked.message).toBe('Satchel is still busy.');
  // It answers at last, and closes by itself: the question was taken back.
  await ended;
  running = await launchApp({ home });
  await expect(running.window.locator('.sat-notices')).toHaveCount(0);
  await writeOn(running.window, id);
  expect(await shown(running.window)).toMatch(/typed while it is $/);

  ended = running.app.waitForEvent('close');
  await busy(600_000);
  await closeAsked(running, 1);
  await ended;
  // What hung is not opened again by itself.
  running = await launchApp({ home });
  await expect(running.window.locator('.sat-notices')).toContainText('A note was open.');
  await running.close();
});

/** Closes the window as the button in its frame does; the question of the system, answered as a person who presses Enter. */
async function closeAsked({ app }: RunningApp, answer?: 'nobody answers' | 1): Promise<MessageBoxOptions> {
  return app.evaluate(
    ({ BrowserWindow, dialog }, given) =>
      new Promise<MessageBoxOptions>((resolve) => {
        dialog.showMessageBox = ((_window: unknown, options: MessageBoxOptions) => {
          setTimeout(resolve, 0, options);
          return new Promise((close) => {
            const answer = (response = 0) => close({ response, checkboxChecked: false });
            options.signal?.addEventListener('abort', () => answer(options.cancelId));
            if (given !== 'nobody answers') answer(given ?? options.defaultId);
          });
        }) as unknown as typeof dialog.showMessageBox;
        BrowserWindow.getAllWindows()[0]?.close();
      }),
    answer,
  );
}
