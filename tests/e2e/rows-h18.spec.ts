// A server of a ministry: reached by its proxy alone, with a certificate of its own authority.
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sayIn } from '#domain/words/words.ts';
import { goTo } from '#support/address.ts';
import { launchApp, newHome, type RunningApp, sharedBench, shareFile } from '#support/app.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { HOST, makeAuthority, PrivateServer, trustIn } from '#support/private-server.ts';
import { newFounders, TestRepository } from '#support/test-repository.ts';
import { expect, test } from '#support/window-test.ts';
import { ownFile, ownFolder } from '../../scripts/runtime/launch.mjs';
import { succeeds } from '../../scripts/runtime/run.mjs';

const say = sayIn('en-GB');
const READ = { settings: { welcomed: true }, size: { width: 1280, height: 900 } } as const;
const ADDRESS = `https://${HOST}/`;

const state = (window: Page) => window.locator('.packs-source__state');
const press = (window: Page, name: string | RegExp) => window.getByRole('button', { name }).press('Enter');
const windows = ({ app }: RunningApp) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
const hasTools = ['certutil', 'pk12util', 'openssl'].every((tool) => spawnSync(tool, ['-h']).error === undefined);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: PrivateServer;
let env: Readonly<Record<string, string>>;
test.beforeAll(async () => {
  test.skip(process.platform !== 'linux' || !hasTools, 'no certutil, pk12util or openssl here');
  folder = await temporaryFolder();
  const made = await TestRepository.found(join(folder.path, 'repository'), {
    now: new Date(),
    founders: newFounders(),
    empty: true,
  });
  await made.release(1, 'test-pack', 10);
  const trust = join(folder.path, 'trust');
  await mkdir(trust);
  await writeFile(join(trust, 'test.root.json'), made.root);
  makeAuthority(folder.path);
  server = await PrivateServer.open(made.folder, folder.path);
  // As a desktop without settings of its own tells programs of its proxy.
  env = { SATCHEL_TRUST: await shareFile(trust), https_proxy: server.proxy, no_proxy: '' };
});
test.afterAll(async () => {
  server?.close();
  await folder?.remove();
});

/** The home of a person of the system, and a home of Satchel in which a server may be asked. */
async function person(
  trusts: boolean,
): Promise<{ readonly home: string; readonly env: Readonly<Record<string, string>> }> {
  const { person: user } = await sharedBench();
  const system = ownFolder(user, 'system-home');
  if (trusts) trustIn(system, folder.path);
  if (user) succeeds('chown', ['-R', `${user.uid}:${user.gid}`, system]);
  const home = await newHome();
  ownFile(user, join(home, 'sources.json'), JSON.stringify({ format: 1, servers: true, sources: [] }));
  return { home, env: { ...env, HOME: system } };
}

async function add(window: Page): Promise<void> {
  await goTo(window, '/packs');
  await window.getByLabel(say('sources.address')).fill(ADDRESS);
  await window.keyboard.press('Enter');
}

test('H18 a source is asked through the proxy and by the authorities of the system, and neither learns who asks', async () => {
  const running = await launchApp({ ...READ, ...(await person(true)) });
  const { window, reports, close } = running;
  try {
    await add(window);
    await expect(state(window)).toHaveText(say('sources.updates', { count: 1 }));
    await press(window, /Install: .*Test pack/);
    await expect(window.locator('.packs-table')).toContainText('Test pack');
    // All went through the proxy: the name leads nowhere else.
    expect(new Set(server.connected)).toEqual(new Set([`${HOST}:443`]));
    expect(server.asked.map(({ path }) => path)).toContain('/metadata/timestamp.json');
    for (const { headers } of server.asked) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('authorization');
      expect(headers['user-agent']).toBe('Satchel');
    }
    // Who asks for a name and a password, or for a certificate, gets none, and nobody is asked for one.
    for (const asks of ['serverAsks', 'proxyAsks', 'certificateAsked'] as const) {
      server[asks] = true;
      server.cut();
      await press(window, /^Check now: /);
      await expect(state(window)).toHaveText(say('sources.waiting'));
      expect([asks, await windows(running)]).toEqual([asks, 1]);
      server[asks] = false;
      server.cut();
      await press(window, /^Check now: /);
      await expect(state(window)).toHaveText(say('sources.upToDate'));
    }
    expect(server.asked.some(({ headers }) => headers.authorization || headers['proxy-authorization'])).toBe(false);
    expect(server.asked.filter(({ person: who }) => who !== null)).toEqual([]);
    expect(reports).toEqual([]);
  } finally {
    await close();
  }
});

test('H18 a server whose authority the system does not know is refused in one sentence, and asked nothing', async () => {
  const running = await launchApp({ ...READ, ...(await person(false)) });
  const { window, close } = running;
  try {
    const [before, connected] = [server.asked.length, server.connected.length];
    await add(window);
    await expect(window.locator('.packs-add .sat-strip')).toContainText(
      say('problem.source-refused.more', { reason: 'unreachable' }),
    );
    expect(server.connected.length).toBeGreaterThan(connected);
    expect(server.asked.length).toBe(before);
    expect(await windows(running)).toBe(1);
  } finally {
    await close();
  }
});
