import type { Page } from 'playwright-core';
import { canonicalJson } from '#domain/canonical.ts';
import type { Problem } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { sayIn } from '#domain/words/words.ts';
import { compressBlob, sha256 } from '#pack/blob.ts';
import { blobEntryName, manifestEntryName } from '#pack/entry-name.ts';
import { goTo } from '#support/address.ts';
import { type LaunchOptions, launchApp, newHome, type RunningApp, shareFile } from '#support/app.ts';
import { chooseNext } from '#support/file-dialog.ts';
import { recordSaid, whatWasSaid } from '#support/live-region.ts';
import {
  forgeZip,
  makeEntries,
  makePack,
  pageBody,
  pageFile,
  sampleFiles,
  temporaryFolder,
} from '#support/make-pack.ts';
import { holdParts, letParts } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

const say = sayIn('en-GB');
const READ = { settings: { welcomed: true }, size: { width: 1280, height: 800 } } satisfies LaunchOptions;
const rows = (window: Page) => window.locator('.packs-table tbody tr');
const title = (window: Page) => window.getByRole('heading', { level: 1 });

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
test.beforeAll(async () => {
  folder = await temporaryFolder();
});
test.afterAll(() => folder.remove());

/** The app with the packs that came with it installed, at Packs. */
async function withPacks(run: (running: RunningApp) => Promise<void>, options: LaunchOptions = READ): Promise<void> {
  const running = await launchApp(options);
  try {
    await goTo(running.window, '/packs');
    await expect(rows(running.window)).toHaveCount(2);
    await run(running);
  } finally {
    await running.close();
  }
}

/** Chooses a file in the system's dialog, opened by its keys. */
async function install(running: RunningApp, file: string): Promise<void> {
  await chooseNext(running, [file]);
  await running.window.keyboard.press('Control+o');
}

/** All that the window holds of packs, as far as a person could lose it. */
const held = (window: Page): Promise<unknown> =>
  window.evaluate(async () => {
    const open = indexedDB.open('satchel-packs');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const tables: Record<string, unknown> = {};
    for (const name of db.objectStoreNames) {
      if (name === 'segments') continue;
      const keys = db.transaction(name).objectStore(name).getAllKeys();
      tables[name] = await new Promise((resolve) => {
        keys.onsuccess = () => resolve(keys.result);
      });
    }
    db.close();
    return tables;
  });

test('a pack is installed from a file, told about, read, taken off and installed again', async () => {
  const file = await folder.write('test-pack-2026.11.satchel', await makePack());
  await withPacks(async (running) => {
    const { window } = running;
    await recordSaid(window);
    await install(running, file);
    await expect(window.locator('.packs-strip')).toContainText(
      'Test pack 2026.11 is installed. 3 pages, ready to read.',
    );
    await expect(rows(window)).toHaveCount(3);
    await expect(window.locator('.sat-status')).toContainText('Test pack 2026.11 is installed.');
    await expect
      .poll(async () => (await whatWasSaid(window)).said.map(({ text }) => text))
      .toContain('Test pack 2026.11 is installed.');
    await expect(rows(window).filter({ hasText: 'Test pack' })).toContainText('Ready to read and search');

    // Its facts beside the table; focus stays on its row.
    const link = window.getByRole('link', { name: 'Test pack' });
    await link.click();
    await expect(link).toBeFocused();
    const side = window.getByRole('complementary');
    await expect(side).toContainText('Test publisher');
    await expect(side).toContainText('CC0-1.0');
    await side.getByRole('link', { name: 'Read this pack' }).click();
    await expect(title(window)).toHaveText('Test pack');
    await window.getByRole('link', { name: 'Page page-1' }).click();
    await expect(window.locator('.sat-prose')).toContainText('Words of page-1.');

    await goTo(window, '/packs?pack=test-pack');
    await side.getByRole('button', { name: 'Remove pack' }).click();
    await expect(window.locator('.packs-strip')).toContainText('“Test pack” is removed from this laptop.');
    await expect(rows(window)).toHaveCount(2);
    // Focus is on a row that is left, and the message closes to the title.
    await expect(rows(window).locator('a:focus')).toHaveCount(1);
    await window.getByRole('button', { name: 'Close the message about “Test pack”' }).click();
    await expect(title(window)).toBeFocused();

    await window.getByRole('button', { name: 'Install from file' }).click();
    await expect(rows(window)).toHaveCount(3);
  });
});

test('every file that cannot be installed is refused in one sentence, and what is installed stays', async () => {
  const entries = await makeEntries(sampleFiles(), { release: 6 });
  const whole = await makePack();
  const blob = entries.find(({ name }) => name.startsWith('blobs/'));
  if (!blob) throw new Error('The made pack has no blob');
  const newer = Buffer.from(canonicalJson({ format: 2, everything: 'else differs' }));
  // One letter of a page is another.
  const page = blobEntryName(sha256(pageFile(pageBody('page-1')).bytes));
  const other = await compressBlob(pageFile(pageBody('page-1', 'Wards of page-1.')).bytes, 'application/json');
  const changed = forgeZip(entries.map((entry) => (entry.name === page ? { ...entry, bytes: other } : entry)));
  const newerPack = forgeZip([{ name: manifestEntryName('test-pack', sha256(newer)), bytes: newer }]);
  const packed = [pageFile(pageBody('page-1', 'Other words.'))];
  const cases: readonly (readonly [string, Uint8Array | string, Problem])[] = [
    ['empty.satchel', '', { code: 'pack-truncated', file: 'empty.satchel' }],
    ['minutes.satchel', 'Minutes of a meeting. '.repeat(99), { code: 'not-a-pack', file: 'minutes.satchel' }],
    ['cut.satchel', whole.subarray(0, whole.length / 2), { code: 'pack-truncated', file: 'cut.satchel' }],
    ['changed.satchel', changed, { code: 'pack-damaged', file: 'changed.satchel', part: '' }],
    ['other.satchel', forgeZip([{ name: 'a.txt', bytes: newer }]), { code: 'not-a-pack', file: 'other.satchel' }],
    ['newer.satchel', newerPack, { code: 'pack-too-new', file: 'newer.satchel', format: 2 }],
    [
      'twice.satchel',
      forgeZip([...entries, blob]),
      { code: 'pack-unsafe', file: 'twice.satchel', reason: 'duplicate' },
    ],
    ['hollow.satchel', await makePack([]), { code: 'pack-empty', file: 'hollow.satchel' }],
    [
      'same.satchel',
      await makePack(sampleFiles(), { release: 5 }),
      { code: 'pack-same', pack: 'Test pack', version: '2026.11' },
    ],
    [
      'older.satchel',
      await makePack(sampleFiles(), { release: 4, version: '2026.10' }),
      { code: 'pack-older', pack: 'Test pack', version: '2026.10', installed: '2026.11' },
    ],
    [
      'clash.satchel',
      await makePack(packed, { release: 5 }),
      { code: 'pack-not-newer', pack: 'Test pack', version: '2026.11', installed: '2026.11' },
    ],
  ];
  await withPacks(async (running) => {
    const { window } = running;
    await install(running, await folder.write('right.satchel', await makePack(sampleFiles(), { release: 5 })));
    await expect(window.locator('.sat-strip--ok')).toBeVisible();
    const before = await held(window);
    for (const [name, bytes, problem] of cases) {
      await install(running, await folder.write(name, bytes));
      const { fact, more } = problemWords(problem, say);
      const strip = window.locator('.packs-strip');
      await expect(strip, name).toHaveCount(1);
      // The part that is damaged has a name that only the pack knows.
      const words = problem.code === 'pack-damaged' ? `“${name}” was not installed:` : fact;
      await expect(strip, name).toContainText(words);
      await expect(strip, name).toContainText(more);
      await expect(window.locator('.sat-status'), name).toContainText(words);
      expect(await held(window), name).toEqual(before);
      await expect(rows(window), name).toHaveCount(3);
    }
  });
});

test('several files are told about one by one, and another can be chosen', async () => {
  const bad = await folder.write('bad.satchel', 'no pack');
  const good = await folder.write('good.satchel', await makePack());
  await withPacks(async (running) => {
    const { window } = running;
    await chooseNext(running, [bad, good]);
    await window.getByRole('button', { name: 'Install from file' }).click();
    await expect(window.locator('.packs-strip')).toHaveCount(2);
    await chooseNext(running, [
      await folder.write('next.satchel', await makePack(sampleFiles(), { id: 'next', title: 'Next' })),
    ]);
    await window.getByRole('button', { name: 'Choose another file' }).click();
    await expect(window.locator('.packs-strip')).toHaveText(/^Next 2026.11 is installed\./);
    await expect(title(window)).toBeFocused();
  });
});

test('a pack on its way in can be stopped, and nothing of it stays', async () => {
  const file = await folder.write('long.satchel', await makePack(sampleFiles(20)));
  await withPacks(async (running) => {
    const { window } = running;
    const before = await held(window);
    await holdParts(running, 1);
    await install(running, file);
    await expect(window.getByRole('progressbar', { name: 'Installing “Test pack”' }).first()).toBeVisible();
    await expect(window.locator('.sat-status')).toContainText('Installing “Test pack”');
    await window.getByRole('button', { name: 'Stop installing “Test pack”' }).click();
    await expect(title(window)).toBeFocused();
    await letParts(running);
    await expect(window.locator('.packs-strip')).toContainText('The installation of Test pack was stopped.');
    await expect(window.locator('.sat-status')).not.toContainText('Installing');
    await expect(rows(window)).toHaveCount(2);
    await expect.poll(() => held(window)).toEqual(before);
  });
});

test('a file that is dropped on the window is installed, on whatever screen', async () => {
  const file = await shareFile(await folder.write('dropped.satchel', await makePack()));
  await withPacks(async ({ window }) => {
    await goTo(window, '/library');
    const session = await window.context().newCDPSession(window);
    const drag = { x: 600, y: 400, data: { items: [], files: [file], dragOperationsMask: 1 } };
    await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...drag });
    await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...drag });
    await expect(window.locator('.sat-drop')).toBeVisible();
    await session.send('Input.dispatchDragEvent', { type: 'drop', ...drag });
    await expect(title(window)).toHaveText('Packs');
    await expect(window.locator('.packs-strip')).toContainText('Test pack 2026.11 is installed.');
    await expect(window.locator('.sat-drop')).toHaveCount(0);
  });
});

test('a file named on the command line is installed, and the Packs screen says so', async () => {
  const file = await folder.write('named.satchel', await makePack());
  const running = await launchApp({ ...READ, args: [file] });
  try {
    await expect(title(running.window)).toHaveText('Packs');
    await expect(running.window.locator('.packs-strip')).toContainText('Test pack 2026.11 is installed.');
    await expect(rows(running.window)).toHaveCount(3);
  } finally {
    await running.close();
  }
});

test('a pack that came with the app stays away once it is taken off, and comes back when asked', async () => {
  const home = await newHome();
  await withPacks(
    async ({ window }) => {
      await goTo(window, '/packs?pack=engage-early');
      await window.getByRole('button', { name: 'Remove pack' }).click();
      await expect(rows(window)).toHaveCount(1);
    },
    { ...READ, home },
  );
  const again = await launchApp({ ...READ, home });
  try {
    const { window } = again;
    await goTo(window, '/packs');
    await expect(rows(window)).toHaveCount(1);
    const back = window.getByRole('button', { name: 'Put back “Engage early”' });
    await back.click();
    await expect(rows(window)).toHaveCount(2);
    await expect(back).toHaveCount(0);
    await expect(title(window)).toBeFocused();
  } finally {
    await again.close();
  }
});

test('with no pack left the screen says so and offers both ways to have one', async () => {
  await withPacks(async ({ window }) => {
    for (const left of [1, 0]) {
      await window.getByRole('button', { name: 'Remove pack' }).click();
      await expect(rows(window)).toHaveCount(left);
    }
    await expect(window.getByRole('heading', { name: 'There are no packs on this laptop yet' })).toBeVisible();
    await expect(window.getByRole('button', { name: 'Install from file' })).toBeVisible();
    await expect(window.getByRole('button', { name: /^Put (it )?back/ })).toHaveCount(2);
    await expect(title(window)).toBeFocused();
    await goTo(window, '/library');
    await expect(window.getByRole('button', { name: 'Install a pack from a file' })).toBeVisible();
  });
});
