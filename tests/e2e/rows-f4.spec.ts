import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { goTo } from '#support/address.ts';
import { launchApp, shareFile } from '#support/app.ts';
import { chooseNext } from '#support/file-dialog.ts';
import { calm, watchLongTasks } from '#support/longtask.ts';
import { makePack, temporaryFolder } from '#support/make-pack.ts';
import { fileOfPage } from '#support/many-pages.ts';
import { settled } from '#support/settled.ts';
import { searchReady } from '#support/states.ts';
import { WHOLE } from '#support/whole.ts';
import { expect, test } from '#support/window-test.ts';

/** `npm run soak -- whole` takes as many as the row says. */
const FILES = WHOLE ? 5_000 : 1_000;
/** The share that is shown and the share that is stored are never further apart: what is read ahead, and what is written behind. */
const APART = 0.2;

interface Seen {
  /** Shares of the whole: what the meter said, and what the store had at that moment. */
  readonly shown: number;
  readonly stored: number;
}

/** Looks at the meter and into the store, behind the app's back, until the pack is there. */
const watchProgress = (window: Page, files: number): Promise<void> =>
  window.evaluate(async (all) => {
    const seen: Seen[] = [];
    Object.assign(globalThis, { progressSeen: seen });
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('satchel-packs');
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    // A version that is opened later would wait for this one.
    db.onversionchange = () => db.close();
    const count = (): Promise<number> =>
      new Promise((resolve, reject) => {
        const read = db.transaction('releases').objectStore('releases').getAllKeys();
        read.onerror = () => reject(read.error);
        read.onsuccess = () => {
          const key = read.result.find((each) => String(each).startsWith('test-pack@'));
          if (key === undefined) return resolve(0);
          const rows = db.transaction('bodies').objectStore('bodies').index('key').count(key);
          rows.onsuccess = () => resolve(rows.result);
          rows.onerror = () => reject(rows.error);
        };
      });
    const look = async (): Promise<void> => {
      const meter = document.querySelector('.packs-progress [role="progressbar"], .packs-progress [role="meter"]');
      if (meter) {
        const shown = Number(meter.getAttribute('aria-valuenow')) / Number(meter.getAttribute('aria-valuemax') ?? 100);
        seen.push({ shown, stored: (await count()) / all });
      }
      // Before it begins there is a question, without a meter.
      if (document.querySelector('.packs-table')?.textContent?.includes('Test pack')) return db.close();
      setTimeout(() => void look(), 20);
    };
    void look();
  }, files);

const progressSeen = (window: Page): Promise<readonly Seen[]> =>
  window.evaluate(() => (globalThis as unknown as { progressSeen: Seen[] }).progressSeen);

test(`F4 an import of ${FILES} files holds the window up nowhere, and shows how far it is`, async () => {
  test.setTimeout(300_000);
  const folder = await temporaryFolder();
  const path = join(folder.path, 'many.satchel');
  await writeFile(path, await makePack(Array.from({ length: FILES }, (_, at) => fileOfPage(at, 'first'))));
  const file = await shareFile(path);
  const running = await launchApp({ settings: { welcomed: true }, size: { width: 1280, height: 800 } });
  const { window } = running;
  try {
    await searchReady(window);
    await watchLongTasks(window);
    await goTo(window, '/packs');
    const installed = window.locator('.packs-table a', { hasText: 'Test pack' });
    await calm(window, `F4 an import of ${FILES} files`, async () => {
      if ((await installed.count()) > 0) {
        await installed.click();
        await window.locator('.sat-insp section:last-of-type button').click();
        await expect(installed).toHaveCount(0);
      }
      await watchProgress(window, FILES);
      await chooseNext(running, [file]);
      const start = Date.now();
      await window.keyboard.press('Control+o');
      await expect(installed).toHaveCount(1, { timeout: 120_000 });
      const ms = Date.now() - start;
      await expect(window.locator('.packs-table')).not.toContainText('search is being prepared', { timeout: 120_000 });
      await settled(window);
      const seen = await progressSeen(window);
      const apart = Math.max(...seen.map(({ shown, stored }) => Math.abs(shown - stored)));
      const steps = new Set(seen.map(({ shown }) => shown)).size;
      console.log(
        `F4 ${FILES} files in ${ms} ms: ${steps} steps seen, at most ${Math.round(apart * 100)} % from what was stored`,
      );
      expect(steps).toBeGreaterThan(WHOLE ? 10 : 3);
      // It only rises, and says what is so.
      for (const [at, { shown }] of seen.entries()) expect(shown).toBeGreaterThanOrEqual(seen[at - 1]?.shown ?? 0);
      expect(apart).toBeLessThan(APART);
    });
  } finally {
    await running.close();
    await folder.remove();
  }
});
