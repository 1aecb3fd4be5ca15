// Every screen of the app and every state of it that looks different, as one table: the acceptance rows about looks
// and the script that takes pictures walk through it. Use: `const app = await openForStates()`, then for each of
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
import { BROUGHT, bringNotes, lookAtNotes } from './notes-in.ts';
import { buildOddPack } from './odd-pack.ts';
import { DRAWN, seededNote, seedNotes } from './seed-notes.ts';
import { settled } from './settled.ts';
import { BINNED_NOTE, OPEN_NOTE, RUNNING_NOTE, STOPPED_NOTE, workedNotes } from './worked-notes.ts';

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

const SHARE = `/share?${BROUGHT.map(({ id }) => `note=${id}`).join('&')}`;

const at =
  (address: string, wait = '#main h1') =>
  async ({ window }: RunningApp): Promise<void> => {
    await goTo(window, address);
    await expect(window.locator(wait).first()).toBeAttached();
    await settled(window);
  };

const pressEscape = async ({ window }: RunningApp): Promise<void> => {
  await window.keyboard.press('Escape');
  await settled(window);
};

const typed =
  (words: string) =>
  async ({ window }: RunningApp) => {
    await window.locator('#search-box').fill(words);
    await settled(window);
  };

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

async function takeOff(running: RunningApp): Promise<void> {
  const { window } = running;
  await at('/packs?pack=experiment-safely', 'table')(running);
  await window.locator('.sat-insp section:last-of-type button').click();
  await expect(window.locator('.packs-back')).toBeVisible();
  await settled(window);
}

async function putBack({ window }: RunningApp): Promise<void> {
  await window.locator('.packs-back button').click();
  await closeStrips(window);
}

const noteAt =
  (id: string, wait: string) =>
  (running: RunningApp): Promise<void> =>
    at(`/note/${id}`, wait)(running);

export const STATES: readonly State[] = [
  { name: 'library-first-day', show: at('/library', '.sat-stages') },
  { name: 'library-stage', show: at('/library?stage=shape', '.library-pages') },
  { name: 'library-stage-of-pack', show: at('/library?stage=shape&pack=engage-early', '.library-pages') },
  { name: 'library-stage-empty', show: at('/library?stage=deliver') },
  { name: 'library-pack', show: at('/library?pack=engage-early', '.library-pages') },
  { name: 'library-pack-odd', show: at('/library?pack=odd-pack', '.library-pages') },
  { name: 'library-pack-missing', show: at('/library?pack=not-here') },
  { name: 'search-empty', show: at('/search?q=') },
  { name: 'search-results', show: at('/search?q=who+can+I+talk+to+before+a+tender', '#results') },
  { name: 'search-typing', show: async (running) => typed('concept viab')(running), leave: at('/library') },
  { name: 'search-one-letter', show: at('/search?q=s', '#results') },
  { name: 'search-filtered', show: at('/search?q=supplier&pack=engage-early&stage=shape', '#results') },
  {
    name: 'search-filtered-by-all',
    show: at('/search?q=supplier&for=policy&for=commercial&reviewed=6m', '.sat-filters'),
  },
  { name: 'search-filtered-to-none', show: at('/search?q=hypothesis&pack=odd-pack') },
  { name: 'search-nothing', show: at('/search?q=xyzzy+plugh', '.search-nothing') },
  { name: 'search-nothing-near', show: at('/search?q=prosuremenzz+%22notice+parity%22', '.search-nothing .row') },
  { name: 'search-word-missing', show: at('/search?q=supplier+zuplyers', '.search-counted + .search-counted') },
  {
    name: 'search-chosen',
    show: async (running) => {
      await at('/search?q=supplier', '#results')(running);
      await running.window.locator('#search-box').focus();
      await running.window.keyboard.press('ArrowDown');
      await running.window.keyboard.press('ArrowDown');
      await settled(running.window);
    },
  },
  { name: 'read-plain', show: at('/read/engage-early/why-talk-to-the-market', '.sat-prose') },
  {
    name: 'read-section',
    show: at('/read/engage-early/what-the-law-lets-you-talk-about#who-you-may-talk-to', '.sat-prose'),
  },
  {
    name: 'read-marked',
    show: async (running) => {
      await at('/search?q=meeting+log', '#results')(running);
      await running.window.locator('#results [data-result]', { hasText: 'The meeting log' }).first().click();
      await expect(running.window.locator('.sat-find span').first()).toHaveText(/of/);
      await running.window.keyboard.press('F3');
      await settled(running.window);
    },
    leave: pressEscape,
  },
  { name: 'read-past-check', show: at('/read/engage-early/advice-inside-government', '.sat-strip--warn') },
  { name: 'read-due-soon', show: at('/read/engage-early/reach-small-suppliers', '.sat-strip') },
  { name: 'read-table', show: at('/read/engage-early/keep-it-fair#the-meeting-log', '.sat-prose table') },
  {
    name: 'read-checklist',
    show: async (running) => {
      await at('/read/engage-early/what-the-law-lets-you-talk-about#ready-to-engage', '.sat-checklist')(running);
      const first = running.window.locator('.sat-checklist input').first();
      if (!(await first.isChecked())) await first.click();
      await settled(running.window);
    },
  },
  { name: 'read-every-part', show: at('/read/odd-pack/every-part', '.sat-prose') },
  { name: 'read-every-part-end', show: at('/read/odd-pack/every-part#code', '.sat-prose pre') },
  { name: 'read-nothing-much', show: at('/read/odd-pack/nothing-much', '.sat-prose') },
  { name: 'read-other-language', show: at('/read/odd-pack/cymraeg', '.sat-prose') },
  { name: 'read-unshown', show: at('/read/odd-pack/too-deep', '.reader-unshown__do') },
  {
    name: 'read-unshown-plain',
    show: async (running) => {
      await at('/library')(running);
      await at('/read/odd-pack/too-deep', '.reader-unshown__do')(running);
      await running.window.locator('.reader-unshown__do button').click();
      await expect(running.window.locator('.reader-plain')).toBeVisible();
    },
  },
  { name: 'read-missing', show: at('/read/engage-early/no-such-page') },
  {
    name: 'read-term',
    show: async (running) => {
      await at('/read/engage-early/why-talk-to-the-market', '.sat-term')(running);
      const term = running.window.locator('.sat-term').first();
      await term.scrollIntoViewIfNeeded();
      await term.focus();
      if (!(await running.window.locator('.sat-pop').isVisible())) await running.window.keyboard.press('Enter');
      await expect(running.window.locator('.sat-pop')).toBeVisible();
    },
    leave: pressEscape,
  },
  {
    name: 'read-find',
    show: async (running) => {
      await at('/read/engage-early/why-talk-to-the-market', '.sat-prose')(running);
      await running.window.keyboard.press('Control+f');
      await running.window.locator('.sat-find input').fill('supplier');
      await settled(running.window);
    },
    leave: pressEscape,
  },
  { name: 'library-go-on', show: at('/library', '#library-continue') },
  { name: 'register-empty', show: at('/notes', '.sat-empty') },
  {
    name: 'register',
    show: async (running) => {
      await seedDrawn(running);
      await at('/notes', 'tr[data-row]')(running);
      await running.window.locator('tr[data-row] input').first().check();
      await settled(running.window);
    },
    leave: async ({ window }) => window.locator('tr[data-row] input').first().uncheck(),
  },
  {
    name: 'register-filter-open',
    show: async (running) => {
      await seedDrawn(running);
      await at('/notes?stage=shape', 'tr[data-row]')(running);
      await running.window.locator('.register-filter button').first().click();
      await settled(running.window);
    },
    leave: pressEscape,
  },
  {
    name: 'register-filter-named',
    show: async (running) => {
      await seedDrawn(running);
      await at('/notes?stage=shape&state=stopped&state=abandoned', 'tr[data-row]')(running);
      await running.window.locator('.register-filters > .sat-link').click();
      await running.window.locator('.register-name input').fill('');
      await running.window.keyboard.press('Enter');
      await expect(running.window.locator('.register-name .govuk-error-message')).toBeVisible();
    },
    leave: pressEscape,
  },
  {
    name: 'register-filtered-to-none',
    show: async (running) => {
      await seedDrawn(running);
      await at('/notes?stage=buy', '.sat-empty')(running);
    },
  },
  {
    name: 'bin',
    show: async (running) => {
      await seedDrawn(running);
      await at('/notes?bin=1', 'tr[data-row]')(running);
    },
  },
  {
    name: 'bin-asking',
    show: async (running) => {
      await seedDrawn(running);
      await at('/notes?bin=1', 'tr[data-row]')(running);
      await running.window.locator('.register-actions button').last().click();
      await expect(running.window.locator('dialog')).toBeVisible();
    },
    leave: pressEscape,
  },
  { name: 'note-new', show: at('/note/new', '#title') },
  { name: 'new-templates', show: at('/new', '.new-table') },
  {
    name: 'new-from-section',
    show: at('/new?pack=engage-early&page=what-the-law-lets-you-talk-about&section=who-you-may-talk-to', '.sat-strip'),
  },
  { name: 'packs', show: at('/packs', 'table') },
  { name: 'packs-selected', show: at('/packs?pack=odd-pack', 'table') },
  {
    name: 'packs-refused',
    show: async (running) => {
      await at('/packs', 'table')(running);
      const folder = mkdtempSync(join(tmpdir(), 'satchel-broken-'));
      const file = join(folder, 'minutes-of-the-meeting.satchel');
      writeFileSync(file, 'not a pack at all');
      await chooseNext(running, [file, await buildOddPack()]);
      await running.window.keyboard.press('Control+o');
      await expect(running.window.locator('.sat-strip--bad')).toBeVisible();
      await settled(running.window);
    },
    leave: ({ window }) => closeStrips(window),
  },
  { name: 'packs-removed', show: takeOff, leave: putBack },
  {
    name: 'packs-installing',
    show: async (running) => {
      await takeOff(running);
      await holdParts(running, 1);
      await running.window.locator('.packs-back button').click();
      await expect(running.window.locator('.packs-progress')).toBeVisible();
      await settled(running.window);
    },
    leave: async (running) => {
      await letParts(running);
      await closeStrips(running.window);
    },
  },
  {
    name: 'packs-asking',
    show: async (running) => {
      await at('/packs', 'table')(running);
      const head = { id: 'engage-early', title: 'Engage early', version: '2026.12', release: 1_000_000_000 };
      const body = await makePack([pageFile(pageBody('page-1', 'Words.'))], { ...head, publisher: 'Cabinet Office' });
      const file = join(mkdtempSync(join(tmpdir(), 'satchel-forged-')), 'engage-early-2026.12.satchel');
      writeFileSync(file, body);
      await chooseNext(running, [file]);
      await running.window.keyboard.press('Control+o');
      await expect(running.window.locator('.packs-ask')).toBeVisible();
      await settled(running.window);
    },
    leave: async ({ window }) => {
      await window.locator('.packs-ask button').last().click();
      await closeStrips(window);
    },
  },
  { name: 'settings', show: at('/settings', '.settings-shortcuts') },
  {
    name: 'settings-missed',
    show: async (running) => {
      await at('/search?q=xyzzy+plugh', '.search-nothing')(running);
      await expect(running.window.locator('.search-nothing__list a')).toContainText('(');
      await at('/settings#missed', '.settings-missed')(running);
    },
  },
  {
    name: 'settings-asking',
    show: async (running) => {
      await at('/settings#keyboard', '.settings-shortcuts')(running);
      await running.window.locator('.settings-shortcuts button').first().click();
      await running.window.keyboard.press('Control+f');
      await expect(running.window.locator('.settings-shortcuts__ask')).toBeVisible();
    },
    leave: pressEscape,
  },
  { name: 'import', show: at('/import') },
  {
    name: 'import-opening',
    show: async (running) => {
      await at('/import')(running);
      await answerOpen(running, []);
      await holdCall(running, 'bundles:choose');
      await running.window.locator('.sharing-in .sat-empty button').click();
      await tellReading(running, { ticket: 'none', file: 'OFFICIAL letters 2026-11-20.eln', done: 3, total: 8 });
      await expect(running.window.locator('.sharing-working')).toBeVisible();
    },
    leave: letParts,
  },
  {
    name: 'import-looked',
    show: lookAtNotes,
    leave: ({ window }) => window.locator('.sharing-in__do .govuk-button--secondary').click(),
  },
  {
    name: 'import-done',
    show: async (running) => {
      await bringNotes(running);
      await at('/import', '.sharing-in__last')(running);
    },
  },
  { name: 'share', show: at(SHARE, '.sharing-findings') },
  {
    name: 'share-missing',
    show: async (running) => {
      await at(SHARE, '.sharing-findings')(running);
      await running.window.locator('.sharing-out__do .govuk-button').click();
      await expect(running.window.locator('.sharing-errors')).toBeVisible();
    },
  },
  {
    name: 'share-lowering',
    show: async (running) => {
      await at(SHARE, '.sharing-findings')(running);
      await running.window.locator('.sharing-out__ask input[type="radio"]').nth(1).click();
      await running.window.locator('.sharing-out__ask input[type="radio"]').nth(3).click();
      await settled(running.window);
    },
  },
  { name: 'note-plan-changed', show: noteAt(BROUGHT[0].id, '.sat-citechanged') },
  { name: 'note-print', show: at(`/note/${BROUGHT[0].id}?view=print`, '.sharing-paper') },
  { name: 'help', show: at('/help') },
  {
    name: 'note-open',
    show: async (running) => {
      await seedNotes(running.window, workedNotes());
      await noteAt(OPEN_NOTE, '.note-personal')(running);
    },
  },
  { name: 'note-running', show: noteAt(RUNNING_NOTE, '.sat-meter--warn') },
  {
    name: 'note-deviating',
    show: async (running) => {
      await noteAt(RUNNING_NOTE, '.sat-meter--warn')(running);
      await running.window.locator('#plan + div button').first().click();
      await running.window.locator('.note-deviation [type="submit"]').click();
      await settled(running.window);
    },
  },
  {
    name: 'note-stopping',
    show: async (running) => {
      await noteAt(RUNNING_NOTE, '.sat-meter--warn')(running);
      await running.window.locator('.sat-insp #cost-time ~ button').click();
      await running.window.locator('dialog [type="submit"]').click();
      await settled(running.window);
    },
    leave: pressEscape,
  },
  {
    name: 'note-beside',
    show: async (running) => {
      await noteAt(`${RUNNING_NOTE}?pack=engage-early&page=keep-it-fair`, '.sat-beside table')(running);
      await running.window.keyboard.press('Control+f');
      await running.window.keyboard.type('supplier');
      await expect(running.window.locator('.sat-find output')).not.toBeEmpty();
      await settled(running.window);
    },
    leave: pressEscape,
  },
  { name: 'note-stopped', show: noteAt(STOPPED_NOTE, '.note-strips .sat-strip') },
  {
    name: 'note-more',
    show: async (running) => {
      await noteAt(STOPPED_NOTE, '.note-title .sat-more')(running);
      await running.window.locator('.note-title .sat-more > button').click();
      await settled(running.window);
    },
    leave: pressEscape,
  },
  {
    name: 'note-history',
    show: noteAt(`${STOPPED_NOTE}?view=history`, '.history__part'),
  },
  { name: 'note-binned', show: noteAt(BINNED_NOTE, '.sat-empty') },
  { name: 'note-gone', show: noteAt('00000000-0000-4000-8000-000000000000', '.sat-empty') },
  {
    name: 'palette',
    show: async (running) => {
      await at('/library', '.sat-stages')(running);
      await running.window.keyboard.press('Control+Shift+p');
      await expect(running.window.locator('.sat-palette')).toBeVisible();
    },
    leave: pressEscape,
  },
  {
    name: 'palette-typed',
    show: async (running) => {
      await at('/read/engage-early/why-talk-to-the-market', '.sat-prose')(running);
      await running.window.keyboard.press('Control+Shift+p');
      await running.window.keyboard.type('ex');
      await settled(running.window);
    },
    leave: pressEscape,
  },
  {
    name: 'palette-nothing',
    show: async (running) => {
      await at('/library', '.sat-stages')(running);
      await running.window.keyboard.press('Control+Shift+p');
      await running.window.keyboard.type('xyzzy');
      await settled(running.window);
    },
    leave: pressEscape,
  },
  {
    name: 'keyboard-list',
    show: async (running) => {
      await at('/library', '.sat-stages')(running);
      await running.window.keyboard.press('?');
      await expect(running.window.locator('dialog.sat-dialog')).toBeVisible();
    },
    leave: pressEscape,
  },
  {
    name: 'menu-open',
    narrow: true,
    show: async (running) => {
      await at('/read/engage-early/why-talk-to-the-market', '.sat-prose')(running);
      await running.window.locator('.sat-menubtn').click();
      await expect(running.window.locator('#places')).toBeVisible();
    },
    leave: async ({ window }) => {
      await window.locator('.sat-menubtn').click();
    },
  },
  {
    name: 'details-open',
    narrow: true,
    show: async (running) => {
      await at('/read/engage-early/why-talk-to-the-market', '.sat-prose')(running);
      await running.window.locator('main summary').first().click();
      await settled(running.window);
    },
  },
  {
    name: 'filters-open',
    narrow: true,
    show: async (running) => {
      await at('/search?q=supplier', '#results')(running);
      await running.window.locator('main summary').first().click();
      await settled(running.window);
    },
  },
  {
    name: 'backups',
    show: async (running) => {
      const { window } = running;
      await at('/backups', '.backups-lead')(running);
      const look = window.locator('.backups-table button').first();
      await look.or(window.locator('.backups-lead + p')).waitFor();
      if (!(await look.isVisible())) await window.locator('#main button').first().click();
      await look.click();
      await expect(window.locator('#inside')).toBeVisible();
      await settled(window);
    },
  },
  { name: 'welcome', show: at('/welcome') },
];

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
  check: (window: Page, state: State) => Promise<readonly string[]>,
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
        for (const line of await check(window, state)) found.push(`${state.name} at ${size.width}: ${line}`);
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
