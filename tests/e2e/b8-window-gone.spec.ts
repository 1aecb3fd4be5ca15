import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp, type RunningApp } from '#support/app.ts';
import { expect, test } from '#support/window-test.ts';

/** Begins a backup and brings a piece of it, as a window does that goes away a moment later. */
const beginAndLeave = (run: RunningApp): Promise<void> =>
  run.window.evaluate(async () => {
    const { call } = window.satchel;
    const begun = await call['backups:begin'](true);
    if (!begun.ok) throw new Error(begun.problem.code);
    await call['backups:add'](begun.value, { table: 'notes', rows: [] });
  });

const guidance = (run: RunningApp) => run.window.getByRole('link', { name: 'Engage early' }).first().waitFor();

test('B8 a window that loads anew or crashes in the middle of a backup keeps the next one from nothing', async () => {
  test.setTimeout(90_000);
  const run = await launchApp({ settings: { welcomed: true } });
  await guidance(run);
  const parts = (): readonly string[] => {
    const folder = join(run.home, 'snapshots');
    return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.part')) : [];
  };
  await beginAndLeave(run);
  expect(parts()).toHaveLength(1);
  await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect.poll(parts).toEqual([]);
  await guidance(run);
  await beginAndLeave(run);
  await run.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(parts).toEqual([]);
  // A page that crashed is gone for the test's own tools; main asks the one that stands in its place.
  const made = await run.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    while (contents?.isLoading() || contents?.isCrashed()) await new Promise((resolve) => setTimeout(resolve, 50));
    return contents?.executeJavaScript(`(async () => {
      const { call } = window.satchel;
      const ticket = (await call['backups:begin'](true)).value;
      await call['backups:add'](ticket, { table: 'notes', rows: [] });
      return (await call['backups:end'](ticket)).value?.state;
    })()`);
  });
  expect(made).toBe('verified');
  await run.close();
});
