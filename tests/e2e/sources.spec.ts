import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Manifest } from '#domain/pack/manifest.ts';
import { sayIn } from '#domain/words/words.ts';
import { goTo } from '#support/address.ts';
import { type LaunchOptions, launchApp, newHome, type RunningApp, sharedBench, shareFile } from '#support/app.ts';
import { answerOpen } from '#support/file-dialog.ts';
import { makePack, pageBody, pageFile, temporaryFolder } from '#support/make-pack.ts';
import { type StaticServer, serveFolder } from '#support/static-server.ts';
import { newFounders, TestRepository } from '#support/test-repository.ts';
import { expect, test } from '#support/window-test.ts';
import { ownFile } from '../../scripts/runtime/launch.mjs';
import { openToAll } from '../../scripts/runtime/place.mjs';

const say = sayIn('en-GB');
const READ = { settings: { welcomed: true }, size: { width: 1280, height: 900 } } as const;
const DAY = 86_400_000;

const sources = (window: Page) => window.locator('.packs-source');
const state = (window: Page) => window.locator('.packs-source__state');
const press = (window: Page, name: string | RegExp) => window.getByRole('button', { name }).press('Enter');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
test.beforeAll(async () => {
  folder = await temporaryFolder();
});
test.afterAll(() => folder.remove());

/** A repository in a place that the app can read, the folder of its root, and a server of it. */
async function repositoryAt(name: string, now = new Date()) {
  const made = await TestRepository.found(join(folder.path, name), { now, founders: newFounders(), empty: true });
  await made.release(1, 'test-pack', 40);
  const trust = join(folder.path, `${name}-trust`);
  await mkdir(trust);
  await writeFile(join(trust, 'test.root.json'), made.root);
  const shared = await shareFile(made.folder);
  const repository = Object.assign(made, { folder: shared });
  return { repository, env: { SATCHEL_TRUST: await shareFile(trust) } };
}

/** Publishes another release where the app reads it. */
async function publish(repository: TestRepository, release: number): Promise<void> {
  await repository.release(release, 'test-pack', 40);
  openToAll(repository.folder);
}

async function withApp(
  env: Readonly<Record<string, string>>,
  run: (running: RunningApp) => Promise<void>,
  home?: string,
  options: LaunchOptions = {},
): Promise<void> {
  const running = await launchApp({ ...READ, env, ...(home === undefined ? {} : { home }), ...options });
  try {
    await goTo(running.window, '/packs');
    await expect(running.window.locator('.packs-table tbody tr')).not.toHaveCount(0);
    await run(running);
  } finally {
    await running.close();
  }
}

/** A home whose next start may ask servers. */
async function openedHome(): Promise<string> {
  const home = await newHome();
  const { person } = await sharedBench();
  ownFile(person, join(home, 'sources.json'), JSON.stringify({ format: 1, servers: true, sources: [] }));
  return home;
}

async function addAddress(window: Page, address: string): Promise<void> {
  await window.getByLabel(say('sources.address')).fill(address);
  await window.keyboard.press('Enter');
}

test('T7 a source is added by its address and by its folder, gives its pack and the next release, and says what was asked', async () => {
  const { repository, env } = await repositoryAt('served');
  const server: StaticServer = await serveFolder(repository.folder, join(folder.path, 'server'));
  const home = await newHome();
  try {
    // As long as no server is a source, none can be reached.
    await withApp(
      env,
      async ({ window }) => {
        await expect(window.locator('.sat-status__outcome')).toContainText(say('shell.offline'));
        await addAddress(window, server.address);
        await expect(window.locator('.packs-add .sat-strip')).toContainText(say('problem.source-restart.more'));
      },
      home,
    );
    expect(await server.log()).toEqual([]);
    await withApp(
      env,
      async (running) => {
        const { window, reports } = running;
        await addAddress(window, server.address);
        await expect(sources(window)).toHaveCount(1);
        await expect(state(window)).toHaveText(say('sources.updates', { count: 1 }));
        await press(window, /Install: .*Test pack/);
        await expect(window.locator('.packs-table')).toContainText('Test pack');
        await expect(state(window)).toHaveText(say('sources.upToDate'));
        await publish(repository, 2);
        const before = (await server.log()).length;
        await press(window, say('sources.check.of', { source: server.address }));
        await press(window, /^Update .*2026\.2/);
        await expect(window.locator('.packs-table')).toContainText('2026.2');
        // One page of forty changed.
        // What changed comes in one file, and nothing beside it.
        const files = (await server.log()).slice(before).filter((line) => /\/blobs\/|\.zip|\/targets\//.test(line));
        expect(files).toEqual([
          expect.stringMatching(/^GET \/bundles\/test-pack\/[0-9a-f]{16}-[0-9a-f]{16}\.zip 200 /),
        ]);
        await answerOpen(running, [repository.folder]);
        await press(window, say('sources.add.folder'));
        await expect(sources(window)).toHaveCount(2);
        expect(reports).toEqual([]);
      },
      home,
    );
    // The next start knows them, and asks nobody before a day has passed.
    const before = (await server.log()).length;
    await withApp(
      env,
      async ({ window }) => {
        await expect(sources(window)).toHaveCount(2);
        await expect(window.locator('.sat-status__outcome')).toContainText('was asked for packs today');
        await expect(state(window)).toHaveText([say('sources.upToDate'), say('sources.upToDate')]);
        await press(window, say('sources.remove.of', { source: server.address }));
        await expect(sources(window)).toHaveCount(1);
        await expect(window.getByRole('heading', { name: say('sources.title') })).toBeFocused();
      },
      home,
    );
    expect((await server.log()).length).toBe(before);
  } finally {
    await server.close();
  }
});

test('T1 a file of the same pack hides nothing that a source signs, whatever number it gives itself', async () => {
  const { repository, env } = await repositoryAt('signed');
  const file = join(folder.path, 'other.satchel');
  const head = { id: 'test-pack', title: 'Test pack', version: '2030.1', release: 999 };
  await writeFile(file, await makePack([pageFile(pageBody('page-1', 'Other words.'))], head));
  const look = async (running: RunningApp): Promise<void> => {
    const { window } = running;
    await answerOpen(running, [repository.folder]);
    await press(window, say('sources.add.folder'));
    await expect(state(window)).toHaveText(say('sources.updates', { count: 1 }));
    await answerOpen(running, [await shareFile(file)]);
    await window.keyboard.press('Control+o');
    const ask = window.locator('.packs-ask');
    await expect(ask).toContainText('has this pack, signed by its publisher');
    await ask.getByRole('button').first().press('Enter');
    await expect(window.locator('.packs-table')).toContainText('2030.1');
    // The source does not seem content.
    await expect(state(window)).toHaveText(say('sources.updates', { count: 1 }));
    await expect(sources(window)).toContainText('came from a file');
    await window.screenshot({ path: test.info().outputPath('file-over-signed.png') });
    await press(window, /Install: .*Test pack/);
    await expect(ask).toContainText('2026.1');
    await ask.getByRole('button').first().press('Enter');
    await expect(state(window)).toHaveText(say('sources.upToDate'));
    await expect(window.locator('.packs-table')).not.toContainText('2030.1');
  };
  await withApp(env, look, undefined, { leaveQuestions: true });
});

test('H18 a server that sends on is not followed, an address without https is none, and nobody is trusted unasked', async () => {
  const { repository, env } = await repositoryAt('moved');
  const stranger = await repositoryAt('stranger');
  const server = await serveFolder(repository.folder, join(folder.path, 'moved-server'));
  const other = await serveFolder(stranger.repository.folder, join(folder.path, 'stranger-server'));
  try {
    const home = await openedHome();
    await withApp(
      env,
      async ({ window, app }) => {
        const told = window.locator('.packs-add .sat-strip');
        await addAddress(window, `${server.address}moved/`);
        await expect(told).toContainText(say('problem.source-refused.more', { reason: 'elsewhere' }));
        await addAddress(window, 'http://packs.invalid/');
        await expect(told).toContainText(say('problem.source-address.more'));
        // What is wrong with the field is heard with it.
        await expect(window.getByLabel(say('sources.address'))).toHaveAccessibleDescription(
          new RegExp(say('problem.source-address.more').slice(0, 20)),
        );
        await expect(window.locator('#polite')).toContainText(say('problem.source-address.more'));
        // An empty one says so, at its field.
        await addAddress(window, '');
        await expect(told).toHaveCount(0);
        await expect(window.getByLabel(say('sources.address'))).toBeFocused();
        await expect(window.getByLabel(say('sources.address'))).toHaveAccessibleDescription(
          say('sources.address.missing'),
        );
        await addAddress(window, other.address);
        await expect(told).toContainText(say('problem.source-refused.more', { reason: 'foreignroot' }));
        await expect(sources(window)).toHaveCount(0);
        // What it asks with is kept nowhere and says nothing of the laptop.
        const session = await app.evaluate(async ({ session: all }) => {
          const its = all.fromPartition('sources');
          return { path: its.storagePath, name: its.getUserAgent(), cookies: (await its.cookies.get({})).length };
        });
        expect(session).toEqual({ path: null, name: 'Satchel', cookies: 0 });
      },
      home,
    );
  } finally {
    await Promise.all([server.close(), other.close()]);
  }
});

test('T3 a source that stands still says since when it is out of date; what is installed stays readable', async () => {
  // Signed so that it expires in a moment.
  const { repository, env } = await repositoryAt('frozen', new Date(Date.now() - 90 * DAY + 40_000));
  await withApp(env, async (running) => {
    const { window } = running;
    await answerOpen(running, [repository.folder]);
    await press(window, say('sources.add.folder'));
    await press(window, /Install: .*Test pack/);
    await expect(window.locator('.packs-table')).toContainText('Test pack');
    // The button is gone; what it was about is not.
    await expect(window.locator('.packs-sourcepack b')).toBeFocused();
    await expect(async () => {
      await press(window, /^Check now: /);
      await expect(state(window)).toContainText('Out of date since', { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await expect(window.getByRole('button', { name: /^Update/ })).toHaveCount(0);
    await goTo(window, '/read/test-pack/page-1');
    await expect(window.locator('main')).toContainText('Words of release 1');
  });
});

test('T9 a stick that is pulled out half way: nothing is installed, it waits, and goes on later', async () => {
  const { repository, env } = await repositoryAt('stick');
  await withApp(env, async (running) => {
    const { window, home } = running;
    await answerOpen(running, [repository.folder]);
    await press(window, say('sources.add.folder'));
    await expect(state(window)).toHaveText(say('sources.updates', { count: 1 }));
    // What it asks for last cannot be read any more.
    const manifests = join(repository.folder, 'targets/packs/test-pack');
    const [manifest = ''] = readdirSync(manifests);
    const { files } = JSON.parse(readFileSync(join(manifests, manifest), 'utf8')) as Manifest;
    const away = join(dirname(repository.folder), 'away');
    await mkdir(away);
    const taken = files.slice(-10).map(({ sha256 }) => ({
      there: join(repository.folder, 'blobs', sha256.slice(0, 2), `${sha256}.br`),
      here: join(away, sha256),
    }));
    for (const { there, here } of taken) renameSync(there, here);
    await press(window, /Install: .*Test pack/);
    await expect(window.locator('.packs-strips')).toContainText(
      say('problem.update-refused.more', { reason: 'absent' }),
    );
    await expect(window.locator('.packs-table')).not.toContainText('Test pack');
    expect(readdirSync(join(home, 'blobs')).length).toBeGreaterThan(5);
    renameSync(repository.folder, `${repository.folder}-gone`);
    await press(window, /^Check now: /);
    await expect(state(window)).toHaveText(say('sources.waiting'));
    renameSync(`${repository.folder}-gone`, repository.folder);
    for (const { there, here } of taken) renameSync(here, there);
    await press(window, /^Check now: /);
    await press(window, /Install: .*Test pack/);
    await expect(window.locator('.packs-table')).toContainText('Test pack');
    // Taken off, it is to be had there again.
    await goTo(window, '/packs?pack=test-pack');
    await press(window, 'Remove pack');
    await expect(window.locator('.packs-strip')).toContainText('To have it back, install it from');
  });
});

test('H17 in a start that may ask a server, the page has no name looked up, by no hint and no request', async () => {
  const home = await openedHome();
  const running = await launchApp({ ...READ, home });
  const { window, app, close } = running;
  try {
    const log = join(home, 'net.json');
    await app.evaluate(({ session }, path) => session.defaultSession.netLog.startLogging(path), log);
    await window.evaluate(async () => {
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'modulepreload', 'prerender']) {
        const link = document.createElement('link');
        link.rel = rel;
        link.href = `https://page-${rel}.invalid/`;
        document.head.append(link);
      }
      const anchor = document.createElement('a');
      anchor.href = 'https://page-anchor.invalid/';
      document.body.append(anchor);
      await fetch('https://page-fetch.invalid/').catch(() => null);
      await new Promise((done) => setTimeout(done, 1_000));
    });
    await app.evaluate(async ({ session }) => {
      await session
        .fromPartition('sources')
        .fetch('https://main.invalid/')
        .catch(() => null);
      await session.defaultSession.netLog.stopLogging();
    });
    const text = readFileSync(log, 'utf8');
    expect(text).toContain('main.invalid');
    expect(text).not.toMatch(/page-[a-z-]+\.invalid/);
  } finally {
    await close();
  }
});
