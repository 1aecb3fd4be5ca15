import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { holdBy } from '#support/held-folder.ts';
import { settled } from '#support/settled.ts';
import { holdParts, openForStates, STATES, TODAY } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

const folder = fileURLToPath(new URL('../../out/screens/', import.meta.url));
const LOOKS = ['light', 'dark'] as const;
/** As in words: a usual window, and the same with everything twice as large. */
const SIZES = [
  { name: '1280', width: 1280, height: 800, scale: 1 },
  { name: 'zoom', width: 640, height: 400, scale: 2 },
] as const;
/** Words that a state's name must hold; all states when empty. */
const only = process.env.SCREENS_ONLY ?? '';

test('every screen and state', async () => {
  if (only === '') rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const failed: string[] = [];
  const running = await openForStates();
  try {
    const { window } = running;
    for (const state of STATES.filter(({ name }) => name.includes(only))) {
      try {
        for (const size of state.narrow ? SIZES.slice(1) : SIZES) {
          const back = await resize(running, size);
          await state.show(running);
          for (const look of LOOKS)
            await shoot(window, `${state.name}-${size.name}-${look}`, look, size.name === 'zoom');
          await state.leave?.(running);
          await back();
        }
        console.log(state.name);
      } catch (error) {
        failed.push(`${state.name}: ${String(error).slice(0, 400)}`);
      }
    }
  } finally {
    await running.close();
  }
  if (only === '' || 'welcome'.includes(only)) await firstRun();
  for (const start of STARTS.filter(({ name }) => name.includes(only))) await otherStart(start);
  expect(failed).toEqual([]);
});

/** The first run stands still while the second pack comes in. */
async function firstRun(): Promise<void> {
  const running = await launchApp({ today: TODAY, size: { width: 1280, height: 800 } });
  try {
    await running.window.locator('h1').first().waitFor();
    await settled(running.window);
    for (const look of LOOKS) await shoot(running.window, `welcome-ready-1280-${look}`, look, false);
    await holdParts(running, 3);
    await running.window.evaluate(() => indexedDB.deleteDatabase('satchel-packs'));
    await running.window.reload();
    await running.window.locator('h1').first().waitFor();
    await settled(running.window);
    for (const look of LOOKS) await shoot(running.window, `welcome-installing-1280-${look}`, look, false);
  } finally {
    await running.close();
  }
}

interface OtherStart {
  readonly name: string;
  readonly args: readonly string[];
  /** Another laptop has the folder open. */
  readonly isHeld?: boolean;
}

/** Starts that show something else than a usual one. */
const STARTS: readonly OtherStart[] = [
  { name: 'start-safe', args: ['--safe-mode'] },
  { name: 'start-held', args: [], isHeld: true },
];

async function otherStart({ name, args, isHeld = false }: OtherStart): Promise<void> {
  const home = await newHome();
  if (isHeld) await holdBy(home, 'LAPTOP-2');
  const running = await launchApp({ home, args, settings: { welcomed: true }, size: { width: 1280, height: 800 } });
  try {
    for (const size of SIZES) {
      const back = await resize(running, size);
      await running.window.locator('h1').first().waitFor();
      await settled(running.window);
      for (const look of LOOKS) await shoot(running.window, `${name}-${size.name}-${look}`, look, size.name === 'zoom');
      await back();
    }
  } finally {
    await running.close();
  }
}

async function resize({ app, window }: RunningApp, size: (typeof SIZES)[number]): Promise<() => Promise<void>> {
  if (size.scale === 1) return async () => {};
  // A picture of the whole page is laid out without its scrollbar: it must not have had one when it was measured.
  const css = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.insertCSS('html::-webkit-scrollbar { display: none }'),
  );
  const debug = await window.context().newCDPSession(window);
  const { width, height, scale: deviceScaleFactor } = size;
  await debug.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
  return async () => {
    await debug.send('Emulation.clearDeviceMetricsOverride');
    await debug.detach();
    await app.evaluate(
      ({ BrowserWindow }, key) => BrowserWindow.getAllWindows()[0]?.webContents.removeInsertedCSS(key),
      css ?? '',
    );
  };
}

async function shoot(window: Page, name: string, colorScheme: 'light' | 'dark', fullPage: boolean): Promise<void> {
  await window.emulateMedia({ colorScheme });
  await window.screenshot({ path: `${folder}${name}.png`, fullPage, animations: 'disabled' });
  await window.emulateMedia({ colorScheme: null });
}
