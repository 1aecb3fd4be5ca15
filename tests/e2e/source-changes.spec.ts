// What an update will change is read before it is chosen: with a repository that the editors' tool made.
import { readdirSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sizeWords } from '#domain/size.ts';
import { sayIn } from '#domain/words/words.ts';
import { goTo } from '#support/address.ts';
import { launchApp, type RunningApp, shareFile } from '#support/app.ts';
import { axeInBoth } from '#support/axe.ts';
import { answerOpen } from '#support/file-dialog.ts';
import { unseen } from '#support/forced-colours.ts';
import { recordSaid, whatWasSaid } from '#support/live-region.ts';
import { longTasks, watchLongTasks, windowClock } from '#support/longtask.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { writeSource } from '#support/pack-source.ts';
import { bundleTool, type Tool } from '#support/tool.ts';
import { expect, test } from '#support/window-test.ts';
import { openToAll } from '../../scripts/runtime/place.mjs';

const say = sayIn('en-GB');
const READ = { settings: { welcomed: true }, size: { width: 1280, height: 900 } } as const;

let tool: Tool;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
test.beforeAll(async () => {
  [tool, folder] = await Promise.all([bundleTool(), temporaryFolder()]);
});
test.afterAll(() => Promise.all([tool.remove(), folder.remove()]));

const head = (release: number): string => `id: case-pack
title: Make the case
version: "2026.${release}"
release: ${release}
publisher: Commercial guidance team
language: en-GB
licence: CC0-1.0
marking: OFFICIAL
created: 2026-${String(release).padStart(2, '0')}-18
`;

const page = (id: string, title: string, sections: readonly (readonly [heading: string, words: string])[]): string =>
  `---
id: ${id}
title: ${title}
summary: About ${title}.
owner: Commercial guidance team
reviewed: 2026-09-01
check_by: 2036-11-01
---

Words before the first heading of ${id}.

${sections.map(([heading, words]) => `## ${heading}\n\n${words}\n`).join('\n')}`;

/** Releases of three pages: one stays, one changes, one goes for one that is new. */
const RELEASES: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  9: {
    'pages/records.md': page('records', 'Records for tools', [
      ['Who keeps them', 'The team may keep a record for two years.'],
      ['Where they lie', 'In a shared folder.'],
      ['What to burn', 'Nothing at all.'],
    ]),
    'pages/alpha.md': page('alpha', 'What alpha may throw away', [['Drafts', 'Drafts may go.']]),
    'pages/former.md': page('former', 'A former page', [['Old words', 'They go.']]),
  },
  11: {
    'pages/records.md': page('records', 'Records for tools', [
      ['Who keeps them', 'The team must keep a record for seven years.'],
      ['Where they lie', 'In a shared folder.'],
      ['Who may see them', 'Anybody who asks.'],
    ]),
    'pages/alpha.md': page('alpha', 'What alpha may throw away', [['Drafts', 'Drafts may go.']]),
    'pages/screening.md': page('screening', 'Screening first', [['When', 'Before anything else.']]),
  },
};

/** A repository with its first release, in a place that the app reads. */
async function repositoryAt(name: string, files: Readonly<Record<string, string>>, first = 9) {
  const cwd = join(folder.path, name);
  await mkdir(cwd);
  const run = async (...args: readonly string[]): Promise<void> => {
    const { code, out, err } = await tool.run(args, { cwd });
    if (code !== 0) throw new Error(`${args[0]}: ${out}${err}`);
  };
  let shared = '';
  const release = async (number: number, content: Readonly<Record<string, string>>): Promise<void> => {
    await writeSource(join(cwd, `pack-${number}`), { 'pack.yaml': head(number), ...content });
    await run('release', `pack-${number}`, '--repo', 'repo', '--keys', 'keys');
    if (shared === '') return;
    await cp(join(cwd, 'repo'), shared, { recursive: true });
    openToAll(shared);
  };
  await run('keys', 'init', 'keys', '--publisher', 'case');
  await release(first, files);
  const trust = join(cwd, 'trust');
  await mkdir(trust);
  await cp(join(cwd, 'repo/metadata/1.root.json'), join(trust, 'case.root.json'));
  shared = await shareFile(join(cwd, 'repo'));
  return { shared, release, env: { SATCHEL_TRUST: await shareFile(trust) } };
}

const button = (window: Page, name: string | RegExp) => window.getByRole('button', { name });
const listed = (window: Page) => window.locator('.packs-sourcepack');

async function addAndInstall(running: RunningApp, shared: string): Promise<void> {
  const { window } = running;
  await goTo(window, '/packs');
  await answerOpen(running, [shared]);
  await button(window, say('sources.add.folder')).press('Enter');
  await button(window, /^Install: .*Make the case/).press('Enter');
  await expect(window.locator('.packs-table')).toContainText('Make the case');
  await expect(listed(window)).toContainText('You have');
}

const blobs = (home: string): number =>
  readdirSync(join(home, 'blobs'), { recursive: true }).filter((name) => String(name).endsWith('.br')).length;

test('what an update changes is read before it is taken, page by page, and is then not fetched again', async () => {
  const { shared, release, env } = await repositoryAt('read', RELEASES[9] ?? {});
  const running = await launchApp({ ...READ, env });
  const { window, home, reports } = running;
  try {
    await addAndInstall(running, shared);
    await expect(listed(window)).toContainText(
      /2026\.9 of 18.Sept?.2026, by Commercial guidance team, .* on this laptop/,
    );
    await expect(listed(window)).toContainText(/Signed by packs-case, verified \d+.\w+.2026/);
    // Something that a person has to do with: it comes first.
    await goTo(window, '/read/case-pack/former');
    await expect(window.locator('.sat-prose')).toContainText('They go.');
    await release(11, RELEASES[11] ?? {});
    await goTo(window, '/packs');
    await recordSaid(window);
    await button(window, /^Check now: /).press('Enter');
    await expect(listed(window)).toContainText('1 page changed, 1 new, 1 gone, at most');
    // What a person asked for is told, however quickly it came.
    await expect
      .poll(async () => (await whatWasSaid(window)).said.map(({ text }) => text).join('\n'))
      .toContain(say('sources.updates', { count: 1 }));
    await expect(window.locator('.packs-table tr', { hasText: 'Make the case' })).toContainText('Update available');
    const before = blobs(home);
    await window
      .getByRole('link', { name: say('update.see.of', { pack: 'Make the case', version: '2026.11' }) })
      .press('Enter');
    await expect(window.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('What changes in Make the case 2026.11');
    const main = window.locator('main');
    await expect(main).toContainText('1 section changed, 3 new, 3 gone, on 3 pages.');
    await expect(main).toContainText('The words of 1 other page stay as they are.');
    await expect(window.locator('.packs-change__title')).toHaveText([
      'A former page',
      'Records for tools',
      'Screening first',
    ]);
    const changed = window.locator('.packs-change', { hasText: 'Records for tools' });
    await expect(changed.locator('del')).toHaveText([/may/, /two/, /Nothing at all\./]);
    await expect(changed.locator('ins')).toHaveText([/must/, /seven/, /Anybody who asks\./]);
    await expect(window.locator('.packs-change').first()).toContainText(say('update.relied.read'));
    // Nothing is installed by looking.
    expect(blobs(home)).toBe(before + 2);
    for (const [width, height] of [
      [1280, 900],
      [640, 800],
      [320, 640],
    ] as const) {
      await running.resize(width, height);
      expect(await axeInBoth(window)).toEqual([]);
    }
    await running.resize(1280, 900);
    await window.emulateMedia({ forcedColors: 'active' });
    expect(await unseen(window)).toEqual([]);
    await window.emulateMedia({ forcedColors: null });
    // It is closed and stays known.
    await window.getByRole('link', { name: say('update.close') }).press('Enter');
    await expect(listed(window)).toContainText('1 section changed, 3 new, 3 gone, nothing is left to fetch.');
    await expect(window.locator('.packs-table')).toContainText('2026.9');
    // Update is chosen from the list itself; after it one line says what it did.
    await window.goBack();
    await button(window, say('update.do.of', { pack: 'Make the case', version: '2026.11' })).press('Enter');
    const done = 'Make the case 2026.11 is installed. 1 section changed, 3 new, 3 gone.';
    await expect(window.locator('.packs-strip')).toContainText(done);
    await expect(window.locator('.sat-status__outcome')).toContainText(done);
    await expect(window.locator('.packs-table')).toContainText('2026.11');
    expect(blobs(home)).toBe(before + 2);
    expect(reports).toEqual([]);
  } finally {
    await running.close();
  }
});

test('a release that came since is not taken for the one that was read', async () => {
  const { shared, release, env } = await repositoryAt('moved', RELEASES[9] ?? {});
  const running = await launchApp({ ...READ, env });
  const { window } = running;
  try {
    await addAndInstall(running, shared);
    await release(11, RELEASES[11] ?? {});
    await button(window, /^Check now: /).press('Enter');
    await window.getByRole('link', { name: /^See what changes/ }).press('Enter');
    await expect(window.locator('main')).toContainText('on 3 pages.');
    await release(12, RELEASES[9] ?? {});
    await button(window, /^Update to 2026.11/).press('Enter');
    await expect(window.locator('.packs-strip')).toContainText('now has 2026.12 instead of the release that was shown');
    await expect(window.locator('.packs-table')).toContainText('2026.9');
    await expect(listed(window)).toContainText('2026.12 of 18 Dec 2026');
  } finally {
    await running.close();
  }
});

test('a pack that is removed frees what it says at once, in the home too; its source still offers it', async () => {
  const { shared, env } = await repositoryAt('freed', RELEASES[9] ?? {});
  const running = await launchApp({ ...READ, env });
  const { window, home } = running;
  try {
    await addAndInstall(running, shared);
    await goTo(window, '/packs?pack=case-pack');
    const side = window.getByRole('complementary');
    await expect(side).toContainText('It frees');
    const size = /It frees ([^.]+)\./.exec((await side.textContent()) ?? '')?.[1] ?? 'no size';
    expect(size).not.toBe(sizeWords(0, 'en-GB'));
    expect(blobs(home)).toBe(3);
    await button(window, say('packs.remove')).press('Enter');
    await expect(window.locator('.packs-strip')).toContainText(`${size} is free again`);
    await expect.poll(() => blobs(home)).toBe(0);
    await expect(button(window, /^Install: .*Make the case/)).toBeVisible();
  } finally {
    await running.close();
  }
});

test('a list of three hundred pages comes page by page, holds the window up nowhere, and can be stopped', async () => {
  test.slow();
  const many = (words: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `pages/p${at}.md`,
        page(`p${at}`, `Page number ${at}`, [
          ['First', `${'These are words that stay. '.repeat(40)}And ${words} of ${at}.`],
          ['Second', 'It stays.'],
        ]),
      ]),
    );
  const { shared, release, env } = await repositoryAt('many', many('old words'));
  const running = await launchApp({ ...READ, env });
  const { window } = running;
  try {
    await addAndInstall(running, shared);
    await release(11, many('newer words'));
    await button(window, /^Check now: /).press('Enter');
    await expect(listed(window)).toContainText('300 pages changed');
    await watchLongTasks(window);
    const start = await windowClock(window);
    await window.getByRole('link', { name: /^See what changes/ }).press('Enter');
    await expect(window.locator('main')).toContainText('300 sections changed, on 300 pages.', { timeout: 60_000 });
    const end = await windowClock(window);
    console.log(`300 pages were fetched and compared in ${Math.round(end - start)} ms`);
    await expect(window.locator('.packs-change')).toHaveCount(20);
    await expect(window.locator('.packs-change ins').first()).toContainText('newer');
    await button(window, /^Show 20 more pages/).press('Enter');
    await expect(window.locator('.packs-change')).toHaveCount(40);
    await expect(window.locator('.packs-change__title').nth(20)).toBeFocused();
    expect((await longTasks(window, start)).filter((ms) => ms > 200)).toEqual([]);
    // Looked at anew, and stopped half way: what was found stays in sight.
    await window.goBack();
    await window.getByRole('link', { name: /^See what changes/ }).press('Enter');
    await button(window, say('update.stop')).click();
    await expect(button(window, say('update.again'))).toBeVisible();
    await expect(window.getByRole('heading', { level: 1 })).toBeFocused();
  } finally {
    await running.close();
  }
});
