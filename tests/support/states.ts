// The states of `state-table.ts` in the running app: the acceptance rows about looks and the script that takes pictures
// walk through them. Use: `const app = await openForStates()`, then for each of
// `STATES` call `show(app)` and afterwards `leave(app)`.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import type { BundleReading } from '#bridge/sharing.ts';
import type { Settings } from '#domain/settings.ts';
import { goTo } from './address.ts';
import { agree, launchApp, type RunningApp } from './app.ts';
import { answerOpen, chooseNext } from './file-dialog.ts';
import { makePack, pageBody, pageFile } from './make-pack.ts';
import { bringNotes, lookAtNotes } from './notes-in.ts';
import { buildOddPack } from './odd-pack.ts';
import { DRAWN, seededNote, seedNotes } from './seed-notes.ts';
import { settled } from './settled.ts';
import { STATE_TABLE, type StateSpec, type Step } from './state-table.ts';
import { workedNotes } from './worked-notes.ts';

export interface State {
  readonly name: string;
  /** Goes there by the ways a person has, or by its address, and waits until it stands. */
  readonly show: (running: RunningApp) => Promise<void>;
  /** Takes back what the next state must not find. */
  readonly leave?: (running: RunningApp) => Promise<void>;
  /** Only in windows with less than 860 css pixels. */
  readonly narrow?: true;
}

/** A day on which one starter page is past its check, one is due soon and most are neither. */
export const TODAY = '2027-04-10';

/** The app with the starter packs and the odd pack, past the first run, nothing read yet, search ready. */
export async function openForStates(settings: Partial<Settings> = {}): Promise<RunningApp> {
  const running = await launchApp({
    settings: { welcomed: true, ...settings },
    today: TODAY,
    args: [await buildOddPack()],
    size: { width: 1280, height: 800 },
    leaveQuestions: true,
  });
  await agree(running.window);
  await closeStrips(running.window);
  await searchReady(running.window);
  return running;
}

/** Waits until every pack can be searched. */
export async function searchReady(window: Page): Promise<void> {
  await goTo(window, '/search?q=supplier');
  await expect(window.locator('#results [data-result]').first()).toBeVisible({ timeout: 30_000 });
  await expect(window.locator('.search-counted .sat-meter')).toHaveCount(0, { timeout: 30_000 });
  await goTo(window, '/library');
}

/** Main answers a call no further until `letParts` is called. `after`: so many times it still does. */
const holdCall = ({ app }: RunningApp, call: string, after = 0): Promise<void> =>
  app.evaluate(
    ({ ipcMain }, { name, free }) => {
      // Electron keeps its handlers here; there is no other way to wrap one.
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (...words: unknown[]) => unknown>;
      };
      const real = handlers.get(name);
      if (!real) throw new Error(`Nobody answers ${name}`);
      let left = free;
      const held = new Promise<void>((resolve) => Object.assign(globalThis, { letParts: resolve }));
      handlers.set(name, async (...words) => {
        left -= 1;
        if (left < 0) await held;
        return real(...words);
      });
    },
    { name: call, free: after },
  );

/** Main answers no further piece of a pack until `letParts` is called: an installation stands still. */
export const holdParts = (running: RunningApp, after = 0): Promise<void> => holdCall(running, 'packs:part', after);

export const letParts = ({ app }: RunningApp): Promise<void> =>
  app.evaluate(() => (globalThis as unknown as { letParts: () => void }).letParts());

/** Says to the window how far a file of notes is opened, as main does. */
const tellReading = ({ app }: RunningApp, reading: BundleReading | null): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, told) => BrowserWindow.getAllWindows()[0]?.webContents.send('event:bundles:reading', told),
    reading,
  );

/** Says to the window how sources stand, as main does. */
const tellSources = ({ app }: RunningApp, told: Extract<Step, { tell: unknown }>): Promise<void> =>
  app.evaluate(({ BrowserWindow }, { tell, fetching }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.send('event:sources:changed', tell);
    if (fetching !== undefined) contents?.send('event:sources:progress', fetching);
  }, told);

/** Closes the messages about packs that are over, once there are some. */
async function closeStrips(window: Page): Promise<void> {
  const close = window.locator('.packs-strip .sat-iconbtn');
  await expect(close.first()).toBeVisible();
  for (let left = await close.count(); left > 0; left -= 1) await close.first().click();
  await expect(close).toHaveCount(0);
}

/** The drawn experiments, and one in the bin, are there. */
async function seedDrawn({ window }: RunningApp): Promise<void> {
  await goTo(window, '/notes');
  if ((await window.locator('tr[data-row]').count()) > 0) return;
  const put = seededNote(10, { title: 'Does a second reminder annoy people?', ownerRole: 'Permits service' });
  await seedNotes(window, [...DRAWN.map((note) => ({ note })), { note: put, binned: true }]);
}

/** Windows in which the worked notes are. */
const worked = new WeakSet<Page>();

/** What came in a file is there since the state that shows it. */
const SEED: Record<NonNullable<StateSpec['notes']>, (running: RunningApp) => Promise<void>> = {
  drawn: seedDrawn,
  brought: async () => {},
  worked: async ({ window }) => {
    if (worked.has(window)) return;
    worked.add(window);
    await seedNotes(window, workedNotes());
  },
};

async function take(running: RunningApp, step: Step): Promise<void> {
  const { window } = running;
  const isThere = async (selector: string) => window.locator(selector).first().isVisible();
  if ('unless' in step && step.unless !== undefined && (await isThere(step.unless))) return;
  if ('hold' in step) return holdCall(running, step.hold, step.after);
  if ('tell' in step) return tellSources(running, step);
  if ('see' in step) return expect(window.locator(step.see).first()).toBeVisible();
  if ('fill' in step) return window.locator(step.fill).first().fill(step.words);
  if ('type' in step) return window.keyboard.type(step.type);
  if ('press' in step) return window.keyboard.press(step.press);
  if ('focus' in step) {
    await window.locator(step.focus).first().scrollIntoViewIfNeeded();
    return window.locator(step.focus).first().focus();
  }
  if (step.maybe && !(await isThere(step.click))) return;
  return window
    .locator(step.click)
    .nth(step.nth ?? 0)
    .click();
}

async function takeAll(running: RunningApp, steps: readonly Step[] = []): Promise<void> {
  for (const step of steps) {
    await take(running, step);
    await settled(running.window);
  }
}

/** What only the app can show: files that are chosen, and what main tells. */
const IN_APP: Readonly<Record<string, Partial<Pick<State, 'show' | 'leave'>>>> = {
  'packs-refused': {
    show: async (running) => {
      const file = join(mkdtempSync(join(tmpdir(), 'satchel-broken-')), 'minutes-of-the-meeting.satchel');
      writeFileSync(file, 'not a pack at all');
      await chooseNext(running, [file, await buildOddPack()]);
      await running.window.keyboard.press('Control+o');
      await expect(running.window.locator('.sat-strip--bad')).toBeVisible();
    },
    leave: ({ window }) => closeStrips(window),
  },
  'packs-removed': {
    leave: async ({ window }) => {
      await window.locator('.packs-back button').click();
      await closeStrips(window);
    },
  },
  'packs-installing': {
    leave: async (running) => {
      await letParts(running);
      await closeStrips(running.window);
    },
  },
  'packs-asking': {
    show: async (running) => {
      const head = { id: 'engage-earlier', title: 'Engage early', version: '2026.12', release: 202_612 };
      const body = await makePack([pageFile(pageBody('page-1', 'Words.'))], { ...head, publisher: 'Cabinet Office' });
      const file = join(mkdtempSync(join(tmpdir(), 'satchel-alike-')), 'engage-earlier-2026.12.satchel');
      writeFileSync(file, body);
      await chooseNext(running, [file]);
      await running.window.keyboard.press('Control+o');
      await expect(running.window.locator('.packs-ask')).toBeVisible();
    },
    leave: async ({ window }) => {
      await window.locator('.packs-ask button').last().click();
      await closeStrips(window);
    },
  },
  'import-opening': {
    show: async (running) => {
      await answerOpen(running, []);
      await holdCall(running, 'bundles:choose');
      await running.window.locator('.sharing-in .sat-empty button').click();
      await tellReading(running, { ticket: 'none', file: 'OFFICIAL letters 2026-11-20.eln', done: 3, total: 8 });
      await expect(running.window.locator('.sharing-working')).toBeVisible();
    },
    leave: letParts,
  },
  'import-looked': {
    show: lookAtNotes,
    leave: ({ window }) => window.locator('.sharing-in__do .govuk-button--secondary').click(),
  },
  'import-done': {
    show: async (running) => {
      await bringNotes(running);
      await goTo(running.window, '/import');
      await expect(running.window.locator('.sharing-in__last').first()).toBeVisible();
    },
  },
};

function asState({ name, at, after, wait = '#main h1', notes, steps, leave, narrow, inApp }: StateSpec): State {
  const own = IN_APP[name];
  const show = async (running: RunningApp): Promise<void> => {
    if (notes) await SEED[notes](running);
    if (after) await goTo(running.window, after);
    await goTo(running.window, at);
    if (!inApp) await expect(running.window.locator(wait).first()).toBeAttached();
    await settled(running.window);
    await takeAll(running, steps);
    await own?.show?.(running);
    await settled(running.window);
  };
  const end = own?.leave ?? (leave && ((running: RunningApp) => takeAll(running, leave)));
  return { name, show, ...(end ? { leave: end } : {}), ...(narrow ? { narrow } : {}) };
}

export const STATES: readonly State[] = STATE_TABLE.map(asState);

/** The widths and heights of the acceptance rows, css pixels. 320 by 256 is a window of 1280 by 1024 at 400 %. */
export const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
  { width: 640, height: 400 },
  { width: 320, height: 256 },
] as const;

/** Below this many css pixels there is one column. */
const NARROW = 860;

/**
 * Brings every state up and checks it at each size. Answers one line a finding, and a line for each state that did
 * not come up.
 */
export async function walk(
  running: RunningApp,
  sizes: readonly { readonly width: number; readonly height: number }[],
  check: (window: Page, size: (typeof sizes)[number]) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const { window } = running;
  const found: string[] = [];
  const debug = await window.context().newCDPSession(window);
  for (const state of STATES) {
    const fitting = sizes.filter(({ width }) => !state.narrow || width < NARROW);
    if (fitting.length === 0) continue;
    try {
      for (const [turn, size] of fitting.entries()) {
        await debug.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
        if (turn === 0) await state.show(running);
        await settled(window);
        for (const line of await check(window, size)) found.push(`${state.name} at ${size.width}: ${line}`);
      }
      await state.leave?.(running);
    } catch (error) {
      found.push(`${state.name} did not come up: ${String(error).slice(0, 300)}`);
    }
    await debug.send('Emulation.clearDeviceMetricsOverride');
  }
  await debug.detach();
  return found;
}
