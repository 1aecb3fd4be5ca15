import type { Page } from 'playwright-core';
import { goTo } from '#support/address.ts';
import { type LaunchOptions, launchApp, newHome, type RunningApp } from '#support/app.ts';
import { makePack, pageBody, pageFile, temporaryFolder } from '#support/make-pack.ts';
import { expect, test } from '#support/window-test.ts';

const READ = { settings: { welcomed: true }, size: { width: 1280, height: 800 } } satisfies LaunchOptions;
const title = (window: Page) => window.getByRole('heading', { level: 1 });
const context = (window: Page, name: string) =>
  window.locator('.sat-ctx').filter({ has: window.getByRole('heading', { name }) });

async function withLibrary(run: (running: RunningApp) => Promise<void>, options: LaunchOptions = READ): Promise<void> {
  const running = await launchApp(options);
  try {
    await goTo(running.window, '/library');
    await expect(running.window.locator('.library-pack')).toHaveCount(2);
    await run(running);
  } finally {
    await running.close();
  }
}

test('the first day has nothing to go on with; after reading the page and section are the first link', async () => {
  const home = await newHome();
  await withLibrary(
    async ({ window }) => {
      await expect(window.getByText('16 pages in 2 packs, all on this laptop')).toBeVisible();
      await expect(window.getByRole('heading', { name: 'Continue reading' })).toHaveCount(0);
      await expect(context(window, 'Recently read')).toHaveCount(0);

      await goTo(window, '/read/engage-early/why-talk-to-the-market');
      await expect(title(window)).toHaveText('Why talk to the market before you have a solution');
      await goTo(window, '/read/engage-early/what-the-law-lets-you-talk-about#who-you-may-talk-to');
      await expect(window.locator('#main [data-section="who-you-may-talk-to"]')).toBeInViewport();
      await window.keyboard.press('Control+d');
      await goTo(window, '/library');
      await expect(window.getByText('You stopped at “Who you may talk to”')).toBeVisible();
      await expect(context(window, 'Recently read').getByRole('link')).toHaveText([
        'What the law lets you talk about',
        'Why talk to the market before you have a solution',
      ]);
      await expect(context(window, 'Bookmarks').getByRole('link')).toHaveText(['What the law lets you talk about']);
    },
    { ...READ, home },
  );
  // Also after a restart.
  await withLibrary(
    async ({ window }) => {
      const first = window.locator('#main a').first();
      await expect(first).toHaveText('What the law lets you talk about');
      await title(window).focus();
      await window.keyboard.press('Tab');
      await expect(first).toBeFocused();
      await window.keyboard.press('Enter');
      await expect(window.locator('#main [data-section="who-you-may-talk-to"]')).toBeFocused();
    },
    { ...READ, home },
  );
});

test('the count of each stage is the number of pages in its list', async () => {
  await withLibrary(async ({ window }) => {
    const stages = window.locator('.sat-stages a');
    await expect(stages).toHaveCount(6);
    for (let at = 0; at < 6; at += 1) {
      const count = Number(await stages.nth(at).locator('.num').textContent());
      await stages.nth(at).click();
      await expect(title(window)).toContainText(': ');
      await expect(window.locator('.library-pages > li')).toHaveCount(count);
      if (count === 0) await expect(window.getByRole('heading', { name: /^No page is marked/ })).toBeVisible();
      const current = window.locator('.sat-ctx [aria-current="page"] .n');
      await expect(current).toHaveText(String(count));
      await window.keyboard.press('Alt+ArrowLeft');
      await expect(stages.nth(at)).toBeFocused();
    }
  });
});

test('a pack lists its pages in order with their age, and says when a check is overdue', async () => {
  await withLibrary(
    async ({ window }) => {
      await window.getByRole('link', { name: 'Engage early' }).click();
      await expect(title(window)).toBeFocused();
      const pages = window.locator('.library-pages > li');
      await expect(pages).toHaveCount(8);
      await expect(pages.first()).toContainText('Why talk to the market before you have a solution');
      await expect(pages.filter({ hasText: 'Check was due' })).not.toHaveCount(0);
      await expect(pages.filter({ hasText: 'Check was due' })).not.toHaveCount(8);
      await expect(window.getByRole('complementary')).toContainText('CC-BY-4.0');
      await window.getByRole('link', { name: 'See it in Packs' }).click();
      await expect(title(window)).toHaveText('Packs');
      await expect(window.locator('.is-sel')).toContainText('Engage early');
    },
    { ...READ, today: '2027-05-01' },
  );
});

test('all of six packs is in sight at 1280 × 800', async () => {
  const folder = await temporaryFolder();
  try {
    const args = await Promise.all(
      [1, 2, 3, 4].map(async (at) => {
        const head = { id: `pack-${at}`, title: `Pack number ${at}`, summary: 'What this pack is about' };
        return folder.write(`pack-${at}.satchel`, await makePack([pageFile(pageBody(`page-${at}`))], head));
      }),
    );
    const running = await launchApp({ ...READ, args });
    try {
      const { window } = running;
      await expect(window.locator('.packs-table tbody tr')).toHaveCount(6);
      await goTo(window, '/read/engage-early/why-talk-to-the-market');
      await expect(title(window)).toHaveText('Why talk to the market before you have a solution');
      await goTo(window, '/library');
      const packs = window.locator('.library-pack');
      await expect(packs).toHaveCount(6);
      await expect(window.getByRole('heading', { name: 'Continue reading' })).toBeVisible();
      for (let at = 0; at < 6; at += 1) await expect(packs.nth(at).getByRole('link')).toBeInViewport({ ratio: 1 });
    } finally {
      await running.close();
    }
  } finally {
    await folder.remove();
  }
});

test('a pack in another language is spoken in it', async () => {
  const folder = await temporaryFolder();
  try {
    const head = { id: 'cymraeg', title: 'Siarad â’r farchnad', summary: 'Dechreuwch yn gynnar', language: 'cy' };
    const file = await folder.write('cymraeg.satchel', await makePack([pageFile(pageBody('un'))], head));
    const { window, close } = await launchApp({ ...READ, args: [file] });
    try {
      await expect(window.locator('.packs-table tbody tr')).toHaveCount(3);
      await goTo(window, '/library');
      await expect(window.locator('[lang="cy"]').getByRole('link', { name: head.title })).toHaveCount(1);
      await goTo(window, '/library?pack=cymraeg');
      await expect(window.locator('[lang="cy"]').getByRole('heading', { level: 1 })).toHaveText(head.title);
      await goTo(window, '/packs?pack=cymraeg');
      await expect(window.getByRole('complementary')).toContainText('Welsh');
    } finally {
      await close();
    }
  } finally {
    await folder.remove();
  }
});
