import { appendFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { seenNotes, writeNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';
import { seededId } from '#support/seed-notes.ts';
import { smallDisk } from '#support/small-disk.ts';
import { expect, test } from '#support/window-test.ts';
import { goTo, writeOn } from '../soak/note-window.mjs';

const GUIDANCE = { name: 'Engage early' };
/** Less than the app lets the window's store have, more than a backup takes. */
const LITTLE = 45e6;

test('B1 words that a disk with little space took once outlive backups by hand, and are there when it has space again', async () => {
  test.setTimeout(180_000);
  const home = await newHome();
  const disk = smallDisk(home, 300);
  test.skip(disk === null, 'needs root');
  if (disk === null) return;
  try {
    let run = await launchApp({ home, settings: { welcomed: true }, size: { width: 1280, height: 800 } });
    await run.window.getByRole('link', GUIDANCE).first().waitFor();
    await writeNotes(run.window, [sampleNote({ id: seededId(7), title: 'Note 7', text: 'old words ' })]);
    await run.window.reload();
    await run.window.getByRole('link', GUIDANCE).first().waitFor();
    await writeOn(run.window, seededId(7));
    await run.window.keyboard.type('saved ', { delay: 20 });
    await expect(run.window.getByText(/^Saved/).first()).toBeVisible();
    while (statfsSync(home).bavail * statfsSync(home).bsize > LITTLE)
      appendFileSync(join(home, 'filler'), Buffer.alloc(1 << 20));
    await run.window.keyboard.type('NEW WORDS', { delay: 20 });
    await expect(run.window.getByText(/Not saved: The disk is full/).first()).toBeVisible();
    await expect.poll(() => asked(run)).toMatch(/is on the disk once instead of twice/);
    await goTo(run.window, '/backups');
    for (let made = 1; made <= 3; made++) {
      await run.window.getByRole('button', { name: 'Make one now' }).click();
      await expect(run.window.getByText('A backup was made and read back: it is whole.').first()).toBeVisible();
      await expect(run.window.locator('.backups-table tbody tr')).toHaveCount(Math.min(made, 2));
    }
    const said = await asked(run, 'Close without saving');
    expect(said).toMatch(/is on the disk once instead of twice/);
    await run.close().catch(() => undefined);
    disk.free();
    run = await launchApp({ home });
    await expect.poll(async () => (await seenNotes(run.window))?.[0]?.text).toBe('old words saved NEW WORDS');
    await run.close();
  } finally {
    disk.end();
  }
});

/** Asks the window to close; what the question says, which is answered as asked for. */
async function asked({ app }: RunningApp, answer: 'Keep open' | 'Close without saving' = 'Keep open'): Promise<string> {
  return app.evaluate(
    ({ BrowserWindow, dialog }, response) =>
      new Promise<string>((resolve) => {
        dialog.showMessageBox = ((_window: unknown, { message, detail }: { message: string; detail?: string }) => {
          // The window may be gone a moment later, and this answer with it.
          resolve(`${message} ${detail}`);
          return new Promise((answered) => setTimeout(answered, 300, { response, checkboxChecked: false }));
        }) as unknown as typeof dialog.showMessageBox;
        BrowserWindow.getAllWindows()[0]?.close();
      }),
    answer === 'Keep open' ? 0 : 1,
  );
}
