import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { launchApp, newHome, sharedBench } from '#support/app.ts';
import { answerSave } from '#support/file-dialog.ts';
import { storedNotes, writeNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';
import { lookAtNotes, oldNotesPage, RELEASED, storesOf } from '#support/old-stores.mjs';
import { seededId } from '#support/seed-notes.ts';
import { expect, test } from '#support/window-test.ts';
import { upgradeKills } from '../soak/upgrade-kills.mjs';

const NEWEST = RELEASED.notes.length;
const note = sampleNote();

// From every other version, ten kills each: `npm run soak D5`.
test('D5 killed inside the upgrade of its store from the first version, the app has every note at the next start', async () => {
  test.setTimeout(120_000);
  const home = await newHome();
  await (await launchApp({ home, settings: { welcomed: true } })).close();
  const upgrade = await upgradeKills(await sharedBench(), home, {
    version: 1,
    newest: NEWEST,
    kills: 2,
    rows: 2_500,
    latest: 5,
    note,
  });
  console.log(`${upgrade.inside} kills inside, ${upgrade.outside} after, ${upgrade.rows} notes, ${upgrade.ms} ms`);
  expect(upgrade.inside).toBe(2);
});

test('D5 an upgrade that fails leaves the old store as it was, all notes go to a file, and a mended store has them', async () => {
  test.setTimeout(120_000);
  const home = await newHome();
  let run = await launchApp({ home, settings: { welcomed: true } });
  await run.window.getByRole('link', { name: 'Engage early' }).first().waitFor();
  const rows = 40;
  const notes = Array.from({ length: rows }, (_, n) => ({ ...note, id: seededId(n), title: `Note ${n}` }));
  await writeNotes(run.window, notes);
  await run.close();
  // What no version ever left: pictures under another key, which no upgrade can change.
  const stores = { ...storesOf('notes', 1), files: 'name' };
  run = await launchApp({ home, files: oldNotesPage(1, { rows, note, stores }) });
  await run.window.waitForFunction(() => document.title === 'made');
  await run.close();

  run = await launchApp({ home });
  const { window } = run;
  await expect(window.getByText('The window’s store could not be opened.')).toBeVisible();
  expect(await lookAtNotes(window, { rows, note })).toEqual({ version: 1, wrong: 0 });
  const out = join(home, 'out.json.gz');
  await answerSave(run, out);
  await window.getByRole('button', { name: 'Save to file' }).click();
  await expect.poll(() => savedTitles(out)).toHaveLength(rows);
  // Chromium has the store open: the app starts anew, here by our hand.
  await run.app.evaluate(({ app }) => {
    app.relaunch = () => undefined;
  });
  const ended = new Promise((resolve) => run.app.process().once('exit', resolve));
  await window.getByRole('button', { name: 'Mend and start' }).click();
  await ended;
  await run.close();
  run = await launchApp({ home });
  await expect(run.window.locator('.sat-status').getByText(`${rows} notes were restored.`)).toBeVisible();
  expect((await storedNotes(run.window)).map((row) => row.note)).toEqual(notes);
  await run.close();
});

function savedTitles(path: string): readonly string[] {
  try {
    return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')).tables.notes.map(
      (row: { note: { title: string } }) => row.note.title,
    );
  } catch {
    return [];
  }
}
