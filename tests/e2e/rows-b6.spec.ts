// A pack that the app was not built with is asked about; what the app was built with is known by its hash.
import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { goTo } from '#support/address.ts';
import { agree, type LaunchOptions, launchApp, sharedBench, shareFile } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { chooseNext } from '#support/file-dialog.ts';
import { makePack, pageBody, pageFile, temporaryFolder } from '#support/make-pack.ts';
import { expect, test } from '#support/window-test.ts';
import { ownFolder } from '../../scripts/runtime/launch.mjs';
import { ROOT } from '../../scripts/runtime/paths.mjs';
import { openToAll } from '../../scripts/runtime/place.mjs';

const READ = {
  settings: { welcomed: true },
  size: { width: 1280, height: 800 },
  leaveQuestions: true,
} satisfies LaunchOptions;
const ask = (window: Page) => window.locator('.packs-ask');
const strips = (window: Page) => window.locator('.packs-strip');
const rows = (window: Page) => window.locator('.packs-table tbody tr');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
test.beforeAll(async () => {
  folder = await temporaryFolder();
});
test.afterAll(() => folder.remove());

const packFile = async (name: string, pages: readonly string[], head: Parameters<typeof makePack>[1]) =>
  folder.write(
    `${name}.satchel`,
    await makePack(
      pages.map((page) => pageFile(pageBody(page, `Words of ${name}.`))),
      head,
    ),
  );

const FORGED = {
  id: 'engage-early',
  title: 'Engage early',
  version: '2026.12',
  release: 1_000_000_000,
  publisher: 'Cabinet Office',
};

test('B6 a forged release of a pack that came with the app is refused, and nothing has changed', async () => {
  const forged = await shareFile(await packFile('update', ['page-1'], FORGED));
  const { app, window, close } = await launchApp(READ);
  try {
    await goTo(window, '/packs');
    await expect(rows(window)).toHaveCount(2);
    await expect(ask(window)).toHaveCount(0);
    const before = await window.locator('.packs-table').innerText();
    // As a double click on the file does.
    await app.evaluate(({ app: electron }, path) => {
      electron.emit('second-instance', {}, [], '/', { files: [path] });
    }, forged);
    await expect(strips(window)).toContainText(
      'Engage early 2026.12 was not installed: the pack that you have came with Satchel, and a file never takes its place.',
    );
    await expect(strips(window)).toContainText('Nothing on this laptop has changed.');
    await expect(ask(window)).toHaveCount(0);
    await expect(window.locator('.sat-status')).toContainText('Engage early 2026.12 was not installed');
    expect(await window.locator('.packs-table').innerText()).toBe(before);
    await goTo(window, '/library?pack=engage-early');
    await expect(window.locator('#main')).not.toContainText('Page page-1');
  } finally {
    await close();
  }
});

test('B6 where the pack that came with the app was removed, a forged one is asked about, refused by keys, and marked where it is agreed to', async () => {
  const forged = await packFile('update', ['page-1'], FORGED);
  const running = await launchApp(READ);
  const { window, close } = running;
  const open = async () => {
    await chooseNext(running, [forged]);
    await window.keyboard.press('Control+o');
  };
  try {
    await goTo(window, '/packs?pack=engage-early');
    await expect(rows(window)).toHaveCount(2);
    await window.getByRole('button', { name: 'Remove pack' }).click();
    await expect(rows(window)).toHaveCount(1);
    await open();
    await expect(ask(window)).toContainText('Install “Engage early” 2026.12?');
    for (const words of [
      'It goes by the name of a pack that came with Satchel, and it is not that pack.',
      'Publisher not verified',
      'Cabinet Office (not verified)',
      'Nothing changes until you install it.',
    ])
      await expect(ask(window)).toContainText(words);
    await expect(window.locator('.sat-status')).toContainText('“Engage early” 2026.12 waits for your answer in Packs.');
    expect(await axeFindings(window)).toEqual([]);
    const no = window.getByRole('button', { name: 'Do not install “Engage early” 2026.12' });
    await window.getByRole('heading', { level: 1 }).focus();
    for (let tab = 0; tab < 12 && !(await no.evaluate((one) => one === document.activeElement)); tab += 1)
      await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await expect(strips(window)).toContainText('Engage early 2026.12 was not installed, as you chose.');
    await expect(window.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(rows(window)).toHaveCount(1);

    await open();
    await agree(window);
    await expect(rows(window).filter({ hasText: 'Engage early' })).toContainText('Publisher not verified');
    await expect(rows(window).filter({ hasText: 'Came with Satchel' })).toHaveCount(1);
    // Wherever its pages and results are shown.
    const main = window.locator('#main');
    for (const address of ['/library', '/library?pack=engage-early', '/read/engage-early/page-1', '/search?q=update']) {
      await goTo(window, address);
      await expect(main).toContainText('Publisher not verified');
      expect(await axeFindings(window)).toEqual([]);
    }
    await expect(window.getByRole('complementary')).toContainText('Publisher not verified');
  } finally {
    await close();
  }
});

test('B6 packs of others are asked about one after another: when new, as a next release, and when they are not what one has', async () => {
  const head = (release: number, more = {}) => ({
    id: 'guide',
    title: 'Guide',
    version: `v${release}`,
    release,
    ...more,
  });
  const first = await packFile('first', ['a', 'b'], head(5));
  const other = await packFile('other', ['c'], { id: 'other', title: 'Other' });
  const next = await packFile('next', ['a', 'b', 'c'], head(6));
  const thinner = await packFile('thinner', ['a'], head(7));
  const strange = await packFile('strange', ['a'], head(7, { publisher: 'Somebody' }));
  const older = await packFile('older', ['a', 'b'], head(4, { publisher: 'Somebody' }));
  const running = await launchApp(READ);
  const { window, close } = running;
  const open = async (...files: string[]) => {
    await chooseNext(running, files);
    await window.keyboard.press('Control+o');
  };
  try {
    await goTo(window, '/packs');
    await expect(rows(window)).toHaveCount(2);
    await open(first, other);
    await expect(ask(window)).toHaveCount(1);
    await expect(ask(window)).toContainText('Install “Guide” v5?');
    await expect(ask(window)).toContainText('Test publisher (not verified)');
    await agree(window);
    await expect(ask(window)).toContainText('Install “Other” 2026.11?');
    await expect(rows(window)).toHaveCount(3);
    await window.getByRole('button', { name: 'Do not install “Other”' }).click();
    await expect(strips(window)).toHaveCount(2);
    await expect(rows(window)).toHaveCount(3);

    await open(next);
    await expect(ask(window)).toContainText('Replace “Guide” v5 with “Guide” v6?');
    await expect(ask(window)).toContainText('3 pages, 1 of them new');
    await expect(ask(window).getByRole('listitem')).toHaveCount(0);
    await agree(window);
    await expect(strips(window)).toContainText('Guide v6 is installed.');

    await open(thinner);
    await expect(ask(window).getByRole('listitem')).toHaveText([
      '2 pages that you have are not in it: “Page b”, “Page c”.',
    ]);
    await window.getByRole('button', { name: 'Do not install “Guide”' }).click();
    await open(strange);
    await expect(strips(window)).toContainText(
      'Guide v7 was not installed: it gives “Somebody” as its publisher, and the pack that you have is from “Test publisher”.',
    );
    await expect(ask(window)).toHaveCount(0);
    await open(older);
    await expect(strips(window)).toContainText('Guide v4 was not installed: it is older than v6, which you have.');
    await expect(ask(window)).toHaveCount(0);
    await expect(rows(window).filter({ hasText: 'Guide' })).toContainText('v6');
  } finally {
    await close();
  }
});

test('B6 what lies beside the app counts as its own by hash alone', async () => {
  const place = ownFolder((await sharedBench()).person, 'app');
  for (const part of ['package.json', 'out', 'resources/packs'])
    cpSync(join(ROOT, part), join(place, part), { recursive: true });
  const packs = join(place, 'resources/packs');
  const [engage = ''] = readdirSync(packs).filter((name) => name.startsWith('engage-early'));
  rmSync(join(packs, engage));
  renameSync(await packFile('beside', ['page-1'], { ...FORGED, release: 1 }), join(packs, engage));
  openToAll(place);
  const { window, close } = await launchApp({ ...READ, folder: place });
  try {
    await goTo(window, '/packs');
    await expect(rows(window)).toHaveCount(1);
    await expect(ask(window)).toContainText(
      'It goes by the name of a pack that came with Satchel, and it is not that pack.',
    );
    await expect(rows(window)).toHaveCount(1);
  } finally {
    await close();
    rmSync(place, { recursive: true, force: true });
  }
});
