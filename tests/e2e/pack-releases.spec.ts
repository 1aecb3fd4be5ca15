// The release before stays whole on the laptop, and one step leads to it and forward again.
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { goTo } from '#support/address.ts';
import { agree, type LaunchOptions, launchApp, newHome, type RunningApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { earlierBuild } from '#support/earlier-build.ts';
import { chooseNext } from '#support/file-dialog.ts';
import { makePack, pageBody, pageFile, temporaryFolder } from '#support/make-pack.ts';
import { seededNote, seedNotes } from '#support/seed-notes.ts';
import { IN_WHOLE } from '#support/whole.ts';
import { expect, test } from '#support/window-test.ts';
import { killAll } from '../soak/kill.mjs';

const READ = {
  settings: { welcomed: true },
  size: { width: 1280, height: 800 },
  leaveQuestions: true,
} satisfies LaunchOptions;
const rows = (window: Page) => window.locator('.packs-table tbody tr');
const strips = (window: Page) => window.locator('.packs-strip');
const turn = (window: Page) => window.getByRole('button', { name: /^Go (back|forward) to / });

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
test.beforeAll(async () => {
  folder = await temporaryFolder();
});
test.afterAll(() => folder.remove());

/** A release whose every page says which release it is of. */
const releaseFile = async (number: number, pages: readonly string[]) =>
  folder.write(
    `guide-v${number}.satchel`,
    await makePack(
      pages.map((page) => pageFile(pageBody(page, `Words of v${number}.`))),
      { id: 'guide', title: 'Guide', version: `v${number}`, release: number, created: `2026-0${number}-01` },
    ),
  );

async function install(running: RunningApp, file: string, version: string): Promise<void> {
  const { window } = running;
  await chooseNext(running, [file]);
  await window.getByRole('button', { name: 'Install from file' }).click();
  await agree(window);
  await expect(strips(window)).toContainText(`Guide ${version} is installed.`);
}

test('F6 a person goes back to the release before by keys, is told what is lost, and goes forward again', async () => {
  const home = await newHome();
  let running = await launchApp({ ...READ, home });
  try {
    await goTo(running.window, '/packs');
    await expect(rows(running.window)).toHaveCount(2);
    await install(running, await releaseFile(1, ['both', 'old']), 'v1');
    await install(running, await releaseFile(2, ['both', 'new']), 'v2');
    const { window } = running;
    await goTo(window, '/packs?pack=guide');
    const side = window.getByRole('complementary');
    await expect(side).toContainText('v1, made on 1 January 2026, is kept on this laptop');
    await expect(side).toContainText(
      '1 page is only in v2: “Page new”. What you wrote is kept, and you can come back.',
    );
    expect(await axeFindings(window)).toEqual([]);
    await turn(window).focus();
    await window.keyboard.press('Enter');
    await expect(window.locator('.sat-status')).toContainText('You now read Guide v1.');
    await expect(window.locator('.packs-strips')).toHaveCount(0);
    await expect(rows(window).filter({ hasText: 'Guide' })).toContainText('v1');
    await expect(turn(window)).toHaveText('Go forward to v2');
    await expect(turn(window)).toBeFocused();
    await goTo(window, '/read/guide/old');
    await expect(window.locator('.sat-prose')).toContainText('Words of v1.');
    await goTo(window, '/search?q=words');
    await expect(window.locator('#results')).toContainText('Page old');
    await expect(window.locator('#results')).not.toContainText('Page new');

    await running.close();
    running = await launchApp({ ...READ, home });
    await goTo(running.window, '/packs?pack=guide');
    await expect(turn(running.window)).toHaveText('Go forward to v2');
    await turn(running.window).press('Enter');
    await expect(turn(running.window)).toHaveText('Go back to v1');
    await goTo(running.window, '/read/guide/both');
    await expect(running.window.locator('.sat-prose')).toContainText('Words of v2.');
    await goTo(running.window, '/packs?pack=guide');
    await running.window.getByRole('button', { name: 'Remove pack' }).click();
    await expect(rows(running.window)).toHaveCount(2);
    await expect.poll(async () => (await stored(running.window)).keys).toEqual([]);
  } finally {
    await running.close();
  }
});

/** The last commit whose packs do not say where they came from. */
const BEFORE = '00ff8d1dfbec9bc829bf4ec4582ab4657718db67';

test(
  'D5 packs of the app before this one come over with what a person made of them; that app in between takes nothing of them',
  IN_WHOLE,
  async () => {
    test.setTimeout(240_000);
    const before = await earlierBuild(BEFORE);
    test.skip(before === null);
    const home = await newHome();
    const theirs = { ...READ, home, folder: before ?? '' };
    const note = seededNote(10, {
      title: 'Reminders',
      citations: [
        {
          id: '00000000-0000-4000-8000-0000000000c1',
          pack: 'guide',
          packTitle: 'Guide',
          version: 'v1',
          release: 1,
          page: 'both',
          section: '',
          title: 'Page both',
          heading: '',
          hash: createHash('sha256').update('Words of v1.').digest('hex'),
          quote: 'Words of v1.',
          at: '2026-11-23T10:00:00.000Z',
        },
      ],
    });
    let running = await launchApp(theirs);
    const start = async (options: LaunchOptions) => {
      await running.close();
      running = await launchApp(options);
      await goTo(running.window, '/packs?pack=guide');
      await expect(rows(running.window)).toHaveCount(3);
      return running.window;
    };
    try {
      await goTo(running.window, '/packs');
      await expect(rows(running.window)).toHaveCount(2);
      await install(running, await releaseFile(1, ['both', 'old']), 'v1');
      await seedNotes(running.window, [{ note }]);
      await goTo(running.window, '/read/guide/both');
      await running.window.getByRole('button', { name: 'Bookmark' }).click();
      await goTo(running.window, '/search?q=words%20v1');
      await expect(running.window.locator('#results')).toContainText('Page old');

      let window = await start({ ...READ, home });
      await expect(rows(window).filter({ hasText: 'Came with Satchel' })).toHaveCount(2);
      await expect(rows(window).filter({ hasText: 'Guide' })).toContainText('Publisher not verified');
      await goTo(window, '/library');
      await expect(window.locator('#main, nav').filter({ hasText: 'Bookmarks' }).first()).toContainText('Page both');
      await goTo(window, '/search?q=words%20v1');
      await expect(window.locator('#results')).toContainText('Page old');
      await expect(window.locator('#results')).toContainText('Publisher not verified');
      await goTo(window, `/note/${note.id}`);
      const side = window.getByRole('complementary').filter({ hasText: 'Page both' });
      await expect(side).toContainText('Guide v1');
      await expect(side).toContainText('Publisher not verified');
      await goTo(window, `/note/${note.id}?view=print`);
      await expect(window.locator('#main')).toContainText('Guide v1, release 1: Page both');
      await expect(window.locator('#main')).toContainText('Publisher not verified');
      await goTo(window, '/packs?pack=guide');
      await install(running, await releaseFile(2, ['both', 'new']), 'v2');

      // The app before says that a newer one was here; the other release, of which it knows nothing, it sweeps, and ours then
      // offers no way there.
      await running.close();
      running = await launchApp(theirs);
      await expect(running.window.locator('#main')).toContainText(/newer/i);
      window = await start({ ...READ, home });
      await expect(rows(window).filter({ hasText: 'Guide' })).toContainText('v2');
      await expect(turn(window)).toHaveCount(0);
      await expect(rows(window).filter({ hasText: 'Guide' })).toContainText('Publisher not verified');
    } finally {
      await running.close();
    }
  },
);

interface Stored {
  /** Release that counts and the other one. */
  readonly releases: readonly (number | undefined)[];
  /** Of every release with rows. */
  readonly keys: readonly string[];
  /** What those two say of themselves: version, pages, of them without words or with those of another release. */
  readonly whole: readonly (readonly [version: string, pages: number, wrong: number])[];
}

/** What the store holds of the guide. */
const stored = (window: Page): Promise<Stored> =>
  window.evaluate(async () => {
    type Row = { key: string; version: string; release: number; other?: Row };
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answer(indexedDB.open('satchel-packs'));
    const of = db.transaction(['packs', 'releases', 'pages', 'bodies']);
    const pack = await answer<Row | undefined>(of.objectStore('packs').get('guide'));
    const keys = (await answer(of.objectStore('releases').getAllKeys()))
      .map(String)
      .filter((key) => key.startsWith('guide@'));
    const whole: [string, number, number][] = [];
    for (const one of pack ? [pack, ...(pack.other ? [pack.other] : [])] : []) {
      const pages = await answer<{ page: string }[]>(of.objectStore('pages').index('key').getAll(one.key));
      const bodies = await answer<{ tree: string }[]>(of.objectStore('bodies').index('key').getAll(one.key));
      const wrong = bodies.filter(({ tree }) => !tree.includes(`Words of ${one.version}.`)).length;
      whole.push([one.version, pages.length, wrong + Math.abs(pages.length - bodies.length)]);
    }
    db.close();
    return { releases: pack ? [pack.release, pack.other?.release] : [], keys, whole };
  });

const PAGES = 60;
const pageNames = Array.from({ length: PAGES }, (_, at) => `page-${at}`);
const KILLS = 4;

test('F6 killed at any moment of going back and forth, and of an update, a pack is the old one or the new one, whole', async () => {
  test.setTimeout(240_000);
  const home = await newHome();
  let running = await launchApp({ ...READ, home });
  const again = async () => {
    const { ended } = killAll(running.app);
    await ended;
    running = await launchApp({ ...READ, home });
    await goTo(running.window, '/packs?pack=guide');
    await expect(rows(running.window)).toHaveCount(3);
  };
  const told: string[] = [];
  const check = async (allowed: readonly (readonly number[])[]): Promise<Stored> => {
    const found = await stored(running.window);
    told.push(`${found.releases.join(' before it ')}`);
    expect(allowed).toContainEqual(found.releases);
    expect(found.whole).toEqual(found.releases.map((number) => [`v${number}`, PAGES, 0]));
    return found;
  };
  try {
    await goTo(running.window, '/packs');
    await install(running, await releaseFile(1, pageNames), 'v1');
    await install(running, await releaseFile(2, pageNames), 'v2');
    for (let kill = 0; kill < KILLS; kill += 1) {
      await goTo(running.window, '/packs?pack=guide');
      await turn(running.window).waitFor();
      await running.window.evaluate(() => {
        setInterval(() => {
          const buttons = [...document.querySelectorAll<HTMLElement>('.sat-insp button')];
          buttons.find(({ textContent }) => /^Go (back|forward)/.test(textContent ?? ''))?.click();
        }, 15);
      });
      await running.window.waitForTimeout(50 + Math.random() * 400);
      await again();
      await check([
        [1, 2],
        [2, 1],
      ]);
    }
    if ((await stored(running.window)).releases[0] === 1) {
      await turn(running.window).press('Enter');
      await expect(turn(running.window)).toHaveText('Go back to v1');
    }
    let here = 2;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await chooseNext(running, [await releaseFile(here + 1, pageNames)]);
      await running.window.keyboard.press('Control+o');
      await agree(running.window);
      await running.window.waitForTimeout(Math.random() * 120);
      await again();
      const { releases } = await check([
        [here, here - 1],
        [here + 1, here],
      ]);
      here = releases[0] ?? here;
    }
    console.log(told.join('\n'));
  } finally {
    await running.close();
  }
});
