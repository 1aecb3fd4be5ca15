import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp, newHome } from '#support/app.ts';
import { seenNotes, writeNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';
import { seededId } from '#support/seed-notes.ts';
import { smallDisk } from '#support/small-disk.ts';
import { expect, test } from '#support/window-test.ts';
import { writeOn } from '../soak/note-window.mjs';

const NOTES = Array.from({ length: 30 }, (_, n) =>
  sampleNote({ id: seededId(n), title: `Note ${n}`, text: `Text ${n} ` }),
);
const GUIDANCE = { name: 'Engage early' };

test('D4 on a full disk the editor keeps the text and says so; nothing saved is lost over three restarts', async () => {
  test.setTimeout(200_000);
  const home = await newHome();
  const disk = smallDisk(home, 300);
  test.skip(disk === null, 'needs root');
  if (disk === null) return;
  try {
    let run = await launchApp({ home, settings: { welcomed: true }, size: { width: 1280, height: 800 } });
    await run.window.getByRole('link', GUIDANCE).first().waitFor();
    await writeNotes(run.window, NOTES);
    const saved = await seenNotes(run.window);
    await run.window.reload();
    await run.window.getByRole('link', GUIDANCE).first().waitFor();
    await writeOn(run.window, seededId(7));
    disk.fill();
    await run.window.keyboard.type('on a full disk', { delay: 20 });
    await expect(run.window.getByText(/Not saved: The disk is full/).first()).toBeVisible();
    await expect(run.window.getByRole('button', { name: 'Save a copy elsewhere' })).toBeVisible();
    await expect(run.window.getByText('on a full disk').first()).toBeVisible();
    await run.app.evaluate(({ dialog }) => {
      // "Close without saving".
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    });
    await run.close();
    for (let restart = 1; restart <= 3; restart++) {
      disk.fill();
      run = await launchApp({ home });
      // Not a byte is left: what does not open is not mended, which would need more of them.
      await run.window.getByRole('heading', { name: 'The disk is full. Your work is safe.' }).waitFor();
      await run.close();
    }
    // Starts that had failed before, as far as could be written down, say nothing else.
    disk.free();
    const guards = join(home, 'guards.json');
    writeFileSync(guards, JSON.stringify({ ...JSON.parse(readFileSync(guards, 'utf8')), failed: 2 }));
    disk.fill();
    run = await launchApp({ home });
    await run.window.getByRole('heading', { name: 'The disk is full. Your work is safe.' }).waitFor();
    await run.close();
    disk.free();
    writeFileSync(guards, JSON.stringify({ ...JSON.parse(readFileSync(guards, 'utf8')), failed: 0 }));
    run = await launchApp({ home });
    await expect
      .poll(async () => (await seenNotes(run.window))?.find((row) => row.id === seededId(7))?.text)
      .toContain('on a full disk');
    expect((await seenNotes(run.window))?.filter((row) => row.id !== seededId(7))).toEqual(
      saved?.filter((row) => row.id !== seededId(7)),
    );
    await run.close();
  } finally {
    disk.end();
  }
});
