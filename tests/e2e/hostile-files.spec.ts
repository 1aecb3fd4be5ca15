import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import type { Bridge } from '#bridge/calls.ts';
import { planText } from '#domain/note/plan.ts';
import type { Note } from '#domain/note/record/note.ts';
import { goTo } from '#support/address.ts';
import { launchApp, shareFile } from '#support/app.ts';
import { bundleBytes, COSTLY_BUNDLES } from '#support/costly-bundles.ts';
import { answerOpen } from '#support/file-dialog.ts';
import { sha256 } from '#support/notes-made.ts';
import { bundleAt, LETTERS } from '#support/notes-to-share.ts';
import { button, look, main, seen } from '#support/share-walk.ts';
import { expect, test } from '#support/window-test.ts';
import { newNote, textBox } from '../soak/note-window.mjs';

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'satchel-costly-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Watches how long main is silent. The answer ends it and says so, in milliseconds. */
async function watchMain(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(() => {
    const watch = globalThis as unknown as { silence: number; watcher: NodeJS.Timeout };
    let last = performance.now();
    watch.silence = 0;
    watch.watcher = setInterval(() => {
      watch.silence = Math.max(watch.silence, performance.now() - last - 10);
      last = performance.now();
    }, 10);
  });
  return () =>
    app.evaluate(() => {
      const watch = globalThis as unknown as { silence: number; watcher: NodeJS.Timeout };
      clearInterval(watch.watcher);
      return Math.round(watch.silence);
    });
}

/** The unit tests open all of them. */
const KINDS = [
  'cell over all',
  'wide cells',
  'one long cell',
  'blanks in the fence',
  'records of nothing',
  'one text for all',
];

/** A machine that is busy with other things is slow; the figures are printed. */
const SLOW = 5;

test('B2 files that cost too much: main answers, a note is written on, one sentence, the next file opens', async () => {
  test.setTimeout(120_000);
  const run = await launchApp({ settings: { welcomed: true } });
  const { app, window } = run;
  try {
    const good = await shareFile(await bundleAt(join(folder, 'good.eln'), [LETTERS]));
    await newNote(window);
    await textBox(window).focus();
    let typed = '';
    for (const name of KINDS) {
      const entries = COSTLY_BUNDLES[name] ?? (() => []);
      const file = join(folder, `${name.replaceAll(' ', '-')}.eln`);
      writeFileSync(file, await bundleBytes(entries()));
      const path = await shareFile(file);
      const open = async (chosen: string) => {
        await answerOpen(run, [chosen]);
        const asked = Date.now();
        const answer = window.evaluate(() =>
          (window as unknown as { satchel: Bridge }).satchel.call['bundles:choose'](),
        );
        const [offer] = await answer.then((said) => (said.ok ? said.value : []));
        return { found: offer?.found, took: Date.now() - asked };
      };
      const silence = await watchMain(app);
      const opened = open(path);
      await window.keyboard.type(`${name}. `);
      typed += `${name}. `;
      const { found, took } = await opened;
      const longest = await silence();
      const said = found && 'problem' in found ? found.problem.code : `${found?.notes} notes`;
      console.log(`${name}: ${said} in ${took} ms, main silent for ${longest} ms`);
      expect(['bundle-too-costly', 'bundle-damaged', '1 notes', '10 notes', '3000 notes'], name).toContain(said);
      expect(took, name).toBeLessThan(2_000 * SLOW);
      expect(longest, name).toBeLessThan(100 * SLOW);
      expect((await open(good)).found, `after ${name}`).toMatchObject({ notes: 1 });
    }
    await expect(textBox(window)).toContainText(typed.trim());
    await expect(window.getByText(/^Saved/).first()).toBeVisible();
  } finally {
    await run.close();
  }
});

test('B11 a plan that was changed after it was locked says so before it is taken in, on the note and on paper', async () => {
  const draft: Note = { ...LETTERS, files: [], successRule: 'at least 60 of 100 answer', status: 'analysed' };
  const text = planText(draft);
  const plan = { text, hash: sha256(text), lockedAt: '2026-01-02T09:00:00.000Z' };
  const notes = [
    { ...draft, plan, title: draft.title },
    { ...draft, plan, id: '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f9', successRule: 'whatever came out' },
  ];
  const run = await launchApp({ settings: { welcomed: true }, size: { width: 1280, height: 800 } });
  const { window } = run;
  try {
    await look(run, await bundleAt(join(folder, 'plans.eln'), notes));
    const [asLocked, changed] = ['The plan is as it was locked.', 'The plan was changed after it was locked.'];
    await expect(main(window).getByText(asLocked)).toHaveCount(1);
    await expect(main(window).getByText(changed)).toHaveCount(1);
    await seen(window, 'import-plans');
    await button(window, 'Import 2 notes').click();
    await expect(main(window).getByText('2 notes were imported')).toBeVisible();
    for (const [at, words] of [asLocked, changed].entries()) {
      await goTo(window, `/note/${notes[at]?.id}`);
      await expect(main(window).getByText(words)).toBeVisible();
      await seen(window, `plan-${at}`);
      await goTo(window, `/note/${notes[at]?.id}?view=print`);
      await expect(main(window).locator('.sharing-paper')).toContainText(words);
    }
  } finally {
    await run.close();
  }
});
