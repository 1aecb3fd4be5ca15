import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bridge } from '#bridge/calls.ts';
import { launchApp, newHome, type RunningApp, shareFile } from '#support/app.ts';
import { attackPage, fireAttacks } from '#support/attack-page.ts';
import { ROOT } from '#support/source-files.ts';
import { expect, test } from '#support/window-test.ts';

const starter = (): string => {
  const folder = join(ROOT, 'resources/packs');
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.satchel')) ?? 'none');
};

const bounds = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('size, place and address come back after a restart', async () => {
  const home = await newHome();
  const first = await launchApp({ home, settings: { welcomed: true } });
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 900, height: 700 }),
  );
  await first.window.keyboard.press('F1');
  await expect.poll(() => first.window.url()).toBe('app://satchel/help');
  await first.close();

  const second = await launchApp({ home });
  await expect.poll(() => second.window.url()).toBe('app://satchel/help');
  expect(await bounds(second)).toEqual({ x: 60, y: 40, width: 900, height: 700 });
  await second.close();
});

test('everything the app writes lies in its home', async () => {
  const running = await launchApp({ settings: { welcomed: true } });
  const paths = await running.app.evaluate(({ app }) =>
    (['userData', 'sessionData', 'logs', 'crashDumps'] as const).map((name) => app.getPath(name)),
  );
  for (const path of paths) expect(path.startsWith(running.home)).toBe(true);
  await running.close();
});

const asked = `
  const offers = (answer) => JSON.stringify(answer.value.map(({ file, found }) => [file, found.manifest ? found.manifest.id : found.problem.code]));
  await t('waiting', async () => offers(await window.satchel.call['packs:waiting']()));
  await t('waiting again', async () => offers(await window.satchel.call['packs:waiting']()));
`;

test('a pack named on the command line waits for the window, once', async () => {
  const running = await launchApp({ files: attackPage(asked), args: [starter()] });
  const { results } = await fireAttacks(running);
  expect(results.waiting).toMatch(/^\[\["[\w.-]+\.satchel","[a-z-]+"\]\]$/);
  expect(results['waiting again']).toBe('[]');
  await running.close();
});

test('a second start hands its file to the first and ends', async () => {
  const home = await newHome();
  const file = await shareFile(starter());
  const first = await launchApp({
    home,
    files: attackPage(
      `await new Promise((done) => { window.satchel.on('packs:waiting', done); document.title = 'listening'; });${asked}`,
    ),
  });
  await first.window.keyboard.press('g');
  await first.window.waitForFunction(() => document.title === 'listening');
  // The second one ends at once, so Playwright never gets to hold it.
  await launchApp({ home, args: [file] }).catch(() => undefined);
  const { results } = await fireAttacks(first);
  expect(results.waiting).toContain('.satchel');
  await first.close();
});

test('a pack dropped on the window is offered by its name, without its path', async () => {
  const running = await launchApp({
    files: attackPage(
      `document.title = 'listening';
       const files = await new Promise((done) => addEventListener('drop', (event) => { event.preventDefault(); done([...event.dataTransfer.files]); }));
       await t('dropped', async () => JSON.stringify(await window.satchel.dropped(files)));`,
      { body: '<div id="target">drop</div>' },
    ),
  });
  const { window, app } = running;
  await window.evaluate(() => addEventListener('dragover', (event) => event.preventDefault()));
  await window.mouse.click(5, 5);
  await window.keyboard.press('g');
  await window.waitForFunction(() => document.title === 'listening');
  const session = await app.context().newCDPSession(window);
  const file = await shareFile(starter());
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 50, y: 50, data });
  await window.waitForFunction(() => document.title === 'done');
  const { results } = JSON.parse((await window.locator('html').getAttribute('data-results')) ?? '{}');
  const [offer] = JSON.parse(results.dropped).value;
  expect(offer.found.manifest.id).toMatch(/^[a-z-]+$/);
  expect(results.dropped).not.toContain(join(file, '..'));
  await running.close();
});

test('a crashed window comes back by itself, and the log says so without content', async () => {
  const running = await launchApp({ settings: { welcomed: true } });
  const { app, window, home } = running;
  await window.waitForURL('**/library');
  const process = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return { pid: contents?.getOSProcessId(), crashed: contents?.isCrashed(), loading: contents?.isLoading() };
    });
  const before = await process();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect
    .poll(async () => {
      const { pid, ...now } = await process();
      return { ...now, another: pid !== before.pid };
    })
    .toEqual({ crashed: false, loading: false, another: true });
  const title = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.title'),
    );
  await expect.poll(title).toBe('Library - Satchel');
  const log = join(home, 'logs/satchel.log');
  expect(existsSync(log) && readFileSync(log, 'utf8')).toMatch(/window gone: (?:crashed|killed)/);
  await running.close();
});

test('the menu speaks the chosen language', async () => {
  const running = await launchApp({ settings: { welcomed: true, language: 'en-XA' } });
  const labels = await running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(labels).toHaveLength(5);
  expect(labels?.[0]).not.toBe('File');
  await expect(running.window.getByRole('heading', { level: 1 })).toHaveText('Libraryyyy');
  await running.close();
});

test('a language that is chosen meanwhile is loaded by main then, and by the window with its next start', async () => {
  const { app, window, close } = await launchApp({ settings: { welcomed: true } });
  const first = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label);
  expect(await first()).toMatch(/^&?File$/);
  await window.evaluate(() =>
    (window as unknown as { satchel: Bridge }).satchel.call['settings:change']({ language: 'en-XA' }),
  );
  expect(await first()).not.toMatch(/^&?File$/);
  await window.reload();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Libraryyyy');
  await close();
});
