import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElectronApplication } from 'playwright-core';
import type { Bridge } from '#bridge/calls.ts';
import { launchApp, shareFile } from '#support/app.ts';
import { bundleBytes, COSTLY_BUNDLES } from '#support/costly-bundles.ts';
import { answerOpen } from '#support/file-dialog.ts';
import { bundleAt, LETTERS } from '#support/notes-to-share.ts';
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
