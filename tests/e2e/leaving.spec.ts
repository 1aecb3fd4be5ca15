import { expect, test } from '@playwright/test';
import { launchApp, newHome, type RunningApp } from '#support/app.ts';
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

  const hung = running.app.waitForEvent('close');
  void running.window
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const asked = Date.now();
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await hung;
  expect(Date.now() - asked).toBeLessThan(10_000);
});
