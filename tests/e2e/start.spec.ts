import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { launchApp, newHome, sharedBench } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { followLink } from '#support/link.mjs';
import { writeNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';
import { otherPage } from '#support/other-page.mjs';
import { rawStart } from '#support/raw-start.ts';
import { seededId } from '#support/seed-notes.ts';
import { expect, test } from '#support/window-test.ts';

const settings = { welcomed: true };
const GUIDANCE = { name: 'Engage early' };

/** Gives files that a test made to the app's user. */
async function own(...paths: readonly string[]): Promise<void> {
  const { person } = await sharedBench();
  if (person) for (const path of paths) execFileSync('chown', ['-hR', `${person.uid}:${person.gid}`, path]);
}

/** Every file of a folder with its content, but what only says that a program runs. */
function contents(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path, createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

test('B7 a start that cannot go on is one sentence and an end, and the next start works, also while the box stands', async () => {
  test.setTimeout(120_000);
  const home = await newHome();
  writeFileSync(join(home, 'profile'), 'in the way');
  await own(home);
  const ends = await rawStart(home, { driven: true });
  expect(await ends.ended(20_000)).toBe(1);
  expect(ends.said()).toContain('Satchel could not start: “profile” is not a folder that it can use.');
  expect(ends.said()).not.toMatch(/at .*\.js:\d/);
  expect(readFileSync(join(home, 'profile'), 'utf8')).toBe('in the way');

  const boxed = await rawStart(home);
  await expect.poll(boxed.said, { timeout: 20_000 }).toContain('Satchel could not start');
  rmSync(join(home, 'profile'));
  // What spoils small files spoils no start: a folder, a pipe, nonsense.
  for (const name of ['settings.json', 'aside']) mkdirSync(join(home, name));
  execFileSync('mkfifo', [join(home, 'guards.json')]);
  writeFileSync(join(home, 'window.json'), '{"bounds": {"x": 1e999}, "address": 7');
  await own(home);
  const running = await launchApp({ home });
  expect(boxed.code()).toBe(null);
  await boxed.kill();
  await running.window.getByRole('heading').first().waitFor();
  await running.close();
});

test('B7 a store that cannot be moved aside, and a part of the app that is missing, hang no start', async () => {
  test.setTimeout(120_000);
  const home = await newHome();
  mkdirSync(join(home, 'profile/IndexedDB'), { recursive: true });
  writeFileSync(join(home, 'move-aside'), '');
  writeFileSync(join(home, 'aside'), 'in the way');
  await own(home);
  const running = await launchApp({ home, settings });
  await running.window.getByRole('heading', { name: 'Safe start' }).waitFor();
  expect(existsSync(join(home, 'move-aside'))).toBe(false);
  await running.close();

  const { person } = await sharedBench();
  for (const part of ['out/renderer', 'out/main/chunks']) {
    const app = otherPage({ 'index.html': '' }, person);
    rmSync(join(app, part), { recursive: true });
    const start = await rawStart(await newHome(), { driven: true, app });
    expect([part, await start.ended(30_000)]).toEqual([part, 1]);
    expect(start.said()).toContain('Satchel could not start.');
  }
});

test('B7 a start that can write nothing to the folder for temporary files says so', async () => {
  const home = await newHome();
  for (const folder of ['/nonexistent/temporary', '/proc']) {
    const start = await rawStart(home, { driven: true, env: { TMPDIR: folder } });
    expect([folder, await start.ended(30_000)]).toEqual([folder, 1]);
    expect(start.said()).toContain('Satchel could not start: it cannot write to the folder for temporary files.');
  }
});

test('B7 a home that may not be written to opens for reading: notes, packs and search; nothing in it changes', async () => {
  test.setTimeout(180_000);
  const home = await newHome();
  let running = await launchApp({ home, settings });
  await running.window.getByRole('link', GUIDANCE).first().waitFor();
  await writeNotes(running.window, [sampleNote({ id: seededId(1), title: 'Kettle trial', text: 'Boil the kettle' })]);
  await running.close();
  const { person } = await sharedBench();
  const folders = [
    home,
    ...readdirSync(home, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [join(entry.parentPath, entry.name)] : [],
    ),
  ];
  const before = contents(home);
  for (const folder of folders) chmodSync(folder, 0o555);
  try {
    running = await launchApp({ home, size: { width: 1280, height: 800 } });
    const { window } = running;
    const notice = window.locator('.sat-notices');
    await expect(notice).toContainText('Satchel was opened for reading only.');
    await expect(notice).toContainText(home);
    await window.getByRole('link', GUIDANCE).first().waitFor();
    await window.locator('#search-box').fill('kettle');
    await expect(window.locator('#results [data-result]').first()).toContainText('Kettle trial');
    expect(await axeFindings(window)).toEqual([]);
    await followLink(window, `/note/${seededId(1)}`);
    await expect(window.getByText('Boil the kettle').first()).toBeVisible();
    const kept = await window.evaluate(async () => {
      const { call } = (
        globalThis as unknown as { satchel: { call: Record<string, (...a: unknown[]) => Promise<unknown>> } }
      ).satchel;
      return [
        await call['files:keep']?.(new Uint8Array([1])),
        await call['backups:begin']?.(true),
        await call['app:erase']?.(),
      ];
    });
    for (const answer of kept) expect(answer).toMatchObject({ ok: false, problem: { code: 'read-only' } });
    await running.close();
    expect(contents(home)).toEqual(before);
  } finally {
    for (const folder of folders) chmodSync(folder, 0o700);
    if (person) chownSync(home, person.uid, person.gid);
  }
});

test('B10 a start from a shortcut that asks for a debugging port or less safety is refused with a sentence, and no port opens', async () => {
  test.setTimeout(180_000);
  const home = await newHome();
  const port = 39_555;
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/json`).then(
      () => 'open',
      () => 'shut',
    );
  const cases: readonly (readonly [readonly string[], Readonly<Record<string, string>>, string])[] = [
    [[`--remote-debugging-port=${port}`], {}, 'Satchel does not start with “--remote-debugging-port”.'],
    [[`--inspect=${port}`], {}, 'Satchel does not start with “--inspect”.'],
    [[], { NODE_OPTIONS: `--inspect=${port}` }, 'Satchel does not start while the variable “NODE_OPTIONS” is set.'],
  ];
  for (const [args, env, sentence] of cases) {
    const start = await rawStart(home, { args, env });
    await expect.poll(start.said, { timeout: 20_000 }).toContain(sentence);
    // The box stands now.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect([sentence, await answers()]).toEqual([sentence, 'shut']);
    await start.kill();
  }
  // Nothing was begun.
  expect(readdirSync(home)).toEqual([]);
  const usual = await rawStart(home, { args: ['--force-device-scale-factor=1'] });
  await expect
    .poll(() => existsSync(join(home, 'window.json')) || existsSync(join(home, 'ballast')), { timeout: 20_000 })
    .toBe(true);
  expect(usual.said()).not.toContain('does not start');
  await usual.kill();
});

test('B12 what Satchel keeps is for this person’s eyes only, also what an earlier version made', async () => {
  const home = await newHome();
  for (const name of ['logs', 'crashes', 'profile']) mkdirSync(join(home, name));
  for (const name of ['logs/satchel.log', 'guards.json']) writeFileSync(join(home, name), '{}');
  for (const name of ['logs', 'crashes', 'profile']) chmodSync(join(home, name), 0o755);
  for (const name of ['logs/satchel.log', 'guards.json']) chmodSync(join(home, name), 0o644);
  mkdirSync(join(home, 'Holiday photos'));
  symlinkSync('/etc/hostname', join(home, 'window.json'));
  const elsewhere = statSync('/etc/hostname').mode;
  await own(home);
  const running = await launchApp({ home, settings });
  await running.window.getByRole('link', GUIDANCE).first().waitFor();
  await running.close();
  const open = readdirSync(home).filter((name) => {
    const stat = lstatSync(join(home, name));
    return !stat.isSymbolicLink() && (stat.mode & 0o077) !== 0;
  });
  expect(open.sort()).toEqual(['Holiday photos', 'settings.json'].filter((name) => open.includes(name)));
  expect(statSync(join(home, 'logs/satchel.log')).mode & 0o777).toBe(0o600);
  expect(statSync('/etc/hostname').mode).toBe(elsewhere);
});

test('B3 what was open when Satchel stopped is not opened again by itself, and a safe start opens nothing of it', async () => {
  test.setTimeout(180_000);
  const home = await newHome();
  let running = await launchApp({ home, settings });
  const kill = async () => {
    const over = running.app.waitForEvent('close');
    process.kill(-Number(running.app.process().pid), 'SIGKILL');
    await over;
  };
  const address = () => running.window.evaluate(() => location.pathname);
  const remembered = () => JSON.parse(readFileSync(join(home, 'window.json'), 'utf8')).address;
  const notice = () => running.window.locator('.sat-notices');
  await running.window.getByRole('link', GUIDANCE).first().waitFor();
  await running.window.keyboard.press('F1');
  await expect.poll(remembered).toBe('/help');
  await kill();

  running = await launchApp({ home, args: ['--safe-mode'] });
  await running.window.getByRole('heading', { name: 'Safe start' }).waitFor();
  await running.window.getByRole('button', { name: 'Start as usual' }).click();
  await running.window.getByRole('link', GUIDANCE).first().waitFor();
  expect(await address()).toBe('/library');
  await expect(notice()).toContainText('The help was open. It was not opened again by itself');
  expect(await axeFindings(running.window)).toEqual([]);
  await running.resize(640, 400);
  await notice().getByRole('link', { name: 'Open it' }).press('Enter');
  await expect.poll(address).toBe('/help');
  await expect(notice()).toHaveCount(0);

  await expect.poll(remembered).toBe('/help');
  await kill();

  // The window alone crashes: the same, at once.
  running = await launchApp({ home });
  await notice().getByRole('link', { name: 'Open it' }).click();
  await expect.poll(address).toBe('/help');
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  const stands = () =>
    running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return [contents?.isCrashed(), contents?.isLoading(), contents?.getURL()];
    });
  await expect.poll(stands).toEqual([false, false, 'app://satchel/library']);
  const seen = () =>
    running.app
      .evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          "location.pathname + ' ' + (document.querySelector('.sat-notices')?.textContent ?? '')",
        ),
      )
      .catch(() => '');
  await expect.poll(seen, { timeout: 20_000 }).toMatch(/^\/library .*The help was open\./);
  await running.close();

  // Closed as windows are: what was open comes back. And whoever closes twice at once has not failed to start.
  running = await launchApp({ home });
  await running.window.keyboard.press('F1');
  await expect.poll(remembered).toBe('/help');
  await running.close();
  for (let n = 0; n < 2; n++) {
    running = await launchApp({ home });
    await running.close();
  }
  running = await launchApp({ home });
  await expect.poll(address).toBe('/help');
  await expect(notice()).toHaveCount(0);
  await expect(running.window.getByRole('heading', { name: /failed to start/ })).toHaveCount(0);
  await running.close();
});
