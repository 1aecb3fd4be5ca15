import type { Page } from 'playwright-core';
import { addressOf, goTo } from '#support/address.ts';
import { launchApp, newHome } from '#support/app.ts';
import { axeInBoth } from '#support/axe.ts';
import { goOn } from '#support/hands.ts';
import { storedNotes } from '#support/note-rows.ts';
import { settled } from '#support/settled.ts';
import { searchReady } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';
import { shown } from '../soak/note-window.mjs';

const page = (window: Page) => window.getByRole('textbox', { name: 'Text', exact: true });
const title = (window: Page) => window.getByLabel('Title', { exact: true });
const saved = (window: Page) => expect(window.locator('.sat-status__state')).toContainText(/Saved \d\d:\d\d/);
/** Offset of the cursor in the page; `null` where it is not there. */
const cursor = (window: Page): Promise<number | null> =>
  page(window).evaluate((box) => {
    if (document.activeElement !== box) return null;
    // biome-ignore lint/suspicious/noExplicitAny: the editor's own view, as the other tests read it
    const { cmView, cmTile } = box as any;
    return (cmTile ?? cmView).view.state.selection.main.head;
  });
const scrolled = (window: Page): Promise<number> => window.locator('#main').evaluate((main) => main.scrollTop);

/** What belongs to an experiment and has no place on a plain note. */
const WALK =
  /experiment|hypothes|guardrail|\bidea\b|planned|decision|decided|\bcap\b|spent|owner|sandbox|desk study|observations|what was seen|stopped|missing/i;

test('B30 a note in two seconds: five keys to the first word, nothing of an experiment on it, nothing left behind, the cursor comes back', async () => {
  test.setTimeout(120_000);
  const home = await newHome();
  const start = () =>
    launchApp({ home, settings: { welcomed: true }, today: '2026-11-23', size: { width: 1280, height: 800 } });
  let running = await start();
  let { window } = running;
  try {
    await searchReady(window);

    // From any screen: the field is there and has the focus; looked at and left, it leaves nothing behind.
    for (const address of [
      '/library',
      '/settings',
      '/packs',
      '/search?q=supplier',
      '/read/engage-early/keep-it-fair',
    ]) {
      await goTo(window, address);
      const began = Date.now();
      await window.keyboard.press('Control+n');
      await expect(title(window)).toBeFocused();
      expect(Date.now() - began).toBeLessThan(2_000);
      await expect(title(window)).toHaveValue('');
      expect(await title(window).getAttribute('placeholder')).toBeNull();
    }
    await expect(window.locator('main')).toContainText('Note·23 November 2026·Make it an experiment');
    await expect(window.locator('.sat-insp, .note-steps, .note-sandbox')).toHaveCount(0);
    expect(await axeInBoth(window)).toEqual([]);
    expect(await storedNotes(window)).toEqual([]);
    await goTo(window, '/notes');
    await expect(window.getByRole('heading', { name: 'There are no notes on this laptop yet' })).toBeVisible();

    // Ctrl+N and three letters: saved, at an address of its own, without losing a letter or the place.
    const began = Date.now();
    await window.keyboard.press('Control+n');
    await expect(title(window)).toBeFocused();
    await window.keyboard.type('Ask');
    await saved(window);
    expect(Date.now() - began).toBeLessThan(4_000);
    await expect(title(window)).toBeFocused();
    await expect(title(window)).toHaveValue('Ask');
    const address = await addressOf(window);
    expect(address).toMatch(/^\/note\/[0-9a-f-]{36}$/);
    await window.keyboard.type(' the harbour office');
    // One Tab on is the page.
    await window.keyboard.press('Tab');
    await expect(page(window)).toBeFocused();
    const lines = Array.from({ length: 80 }, (_, at) => `Line ${at + 1} of what they said.`);
    await window.keyboard.insertText(lines.join('\n\n'));
    await saved(window);
    await expect.poll(async () => (await storedNotes(window))[0]?.note.title).toBe('Ask the harbour office');
    expect((await storedNotes(window))[0]?.note.text).toBe(lines.join('\n\n'));

    // Not a word of an experiment, but the one offer.
    const said = async (part: string) => (await window.locator(part).innerText()).replace('Make it an experiment', '');
    expect(await said('main')).not.toMatch(WALK);
    expect(await said('.sat-status')).not.toMatch(WALK);

    // Back, a link, a restart: the cursor and the page are where they were.
    for (let key = 0; key < 60; key += 1) await window.keyboard.press('ArrowUp');
    await window.keyboard.press('End');
    await settled(window);
    const at = await cursor(window);
    const top = await scrolled(window);
    expect(at).toBeGreaterThan(0);
    const isBack = async (): Promise<void> => {
      await expect.poll(() => cursor(window)).toBe(at);
      await expect.poll(async () => Math.abs((await scrolled(window)) - top)).toBeLessThan(60);
    };
    await goTo(window, '/settings');
    await window.keyboard.press('Alt+ArrowLeft');
    await isBack();
    await goTo(window, '/notes');
    await window.getByRole('link', { name: 'Ask the harbour office' }).first().click();
    await isBack();
    await running.close();
    running = await start();
    window = running.window;
    await expect.poll(() => addressOf(window)).toBe(address);
    await isBack();

    // Guidance beside it, from a search: one goes on where one was.
    await window.keyboard.press('Control+k');
    await window.keyboard.insertText('meeting log');
    await expect(window.locator('#results [data-result]').first()).toBeVisible({ timeout: 30_000 });
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Control+Enter');
    await expect(window.locator('.sat-insp')).toBeVisible();
    await expect.poll(() => cursor(window)).toBe(at);
    await window.keyboard.type('!');
    await saved(window);

    // The list tells it from an experiment; home and search say what it is.
    await goTo(window, '/notes');
    const row = window.locator('tr[data-row]').first();
    expect((await row.innerText()).replace('Ask the harbour office', '')).not.toMatch(WALK);
    await expect(row).toContainText('Note');
    await goTo(window, '/library');
    await expect(window.getByRole('heading', { name: 'Continue writing' })).toBeVisible();
    await goTo(window, '/search?q=harbour+office');
    const hit = window.locator('#results li', { hasText: 'harbour' }).first();
    await expect(hit).toContainText('Note');
    expect(await hit.innerText()).not.toMatch(WALK);
    await goTo(window, `${address}?view=print`);
    expect(await window.locator('.sharing-paper').innerText()).not.toMatch(WALK);
    await goTo(window, `/share?note=${address.slice(6)}`);
    expect(await window.locator('main').innerText()).not.toMatch(WALK);
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});

test('B30 what is typed at once after Ctrl+N is the title, whole, on a slow machine too', async () => {
  const { app, window, close } = await launchApp({
    settings: { welcomed: true },
    today: '2026-11-23',
    size: { width: 1280, height: 800 },
  });
  try {
    await searchReady(window);
    const machine = await app.context().newCDPSession(window);
    await machine.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    // From a page, from the words of another note, and from the title of the new note itself.
    await goTo(window, '/read/engage-early/keep-it-fair');
    for (const words of ['Quick as can be', 'Barely any slower', 'Not a letter gone']) {
      await window.keyboard.press('Control+n');
      await window.keyboard.type(words);
      await expect(title(window)).toHaveValue(words);
      await expect(title(window)).toBeFocused();
      await saved(window);
      await window.keyboard.press('Tab');
      await expect(page(window)).toBeFocused();
    }
    await window.keyboard.press('Control+n');
    await expect(title(window)).toBeFocused();
    await window.keyboard.press('Control+n');
    await window.keyboard.type('Asked twice');
    await expect(title(window)).toHaveValue('Asked twice');
    await machine.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await expect
      .poll(async () => (await storedNotes(window)).map(({ note }) => [note.title, note.text]))
      .toEqual(
        expect.arrayContaining([
          ['Quick as can be', ''],
          ['Barely any slower', ''],
          ['Not a letter gone', ''],
          ['Asked twice', ''],
        ]),
      );
    // Asked for again before it stands: fewer notes perhaps, but no word less.
    await machine.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    const hurried = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
    for (const word of hurried) {
      await window.keyboard.press('Control+n');
      await window.keyboard.type(word);
    }
    await machine.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await expect
      .poll(async () => {
        const written = (await storedNotes(window)).map(({ note }) => note.title).join(' ');
        return hurried.filter((word) => !written.includes(word));
      })
      .toEqual([]);
  } finally {
    await close();
  }
});

test('B30 a note becomes an experiment and a note again, and no word is lost on the way', async () => {
  test.setTimeout(90_000);
  const running = await launchApp({
    settings: { welcomed: true },
    today: '2026-11-23',
    size: { width: 1280, height: 800 },
  });
  const { window } = running;
  const { keyboard } = window;
  const stored = async () => (await storedNotes(window))[0]?.note;
  try {
    await expect(window.locator('#main h1')).toBeVisible();
    await keyboard.press('Control+n');
    await expect(title(window)).toBeFocused();
    await keyboard.type('Do shorter papers help?');
    await keyboard.press('Enter');
    await expect(page(window)).toBeFocused();
    await keyboard.type('Two of ten answered.');
    await saved(window);
    const before = await stored();

    // Made one by keys: steps, plan and panel stand, every word is where it was.
    const make = window.getByRole('button', { name: 'Make it an experiment' });
    await make.focus();
    await keyboard.press('Enter');
    await expect(window.locator('h1')).toBeFocused();
    await expect(window.locator('.note-steps [aria-current="step"]')).toHaveText('Idea');
    await expect(window.getByRole('heading', { name: 'Before “Planned”' })).toBeVisible();
    await expect(title(window)).toHaveValue('Do shorter papers help?');
    expect(await shown(window)).toBe('Two of ten answered.');
    await window.locator('#problem').fill('Nobody reads four pages.');
    await expect.poll(async () => (await stored())?.problem).toBe('Nobody reads four pages.');
    expect(await axeInBoth(window)).toEqual([]);

    // And back: what was written into its fields is kept and told of.
    await goOn(window, 'Undo', 'Shift+Tab', 60);
    await keyboard.press('Enter');
    await expect(title(window)).toBeFocused();
    await expect(window.locator('.note-steps, .sat-insp')).toHaveCount(0);
    await expect(window.locator('#held')).toContainText('One field that is not shown here holds words.');
    await expect(window.locator('.sat-status')).toContainText('It is a plain note again. No word was lost.');
    await expect.poll(async () => (await stored())?.template).toBe(before?.template);
    expect(await stored()).toMatchObject({ text: 'Two of ten answered.', problem: 'Nobody reads four pages.' });

    // From a template: its words go below, and its way back takes only those that nobody touched.
    await window.getByRole('button', { name: /^More: / }).click();
    await window.getByRole('link', { name: 'Start from a template' }).click();
    await expect(window.locator('main')).toContainText('“Do shorter papers help?” becomes an experiment.');
    expect(await axeInBoth(window)).toEqual([]);
    await window.getByRole('button', { name: 'Market sounding' }).click();
    await expect(window.locator('.note-steps')).toBeVisible();
    await expect.poll(async () => (await stored())?.template).toBe('marketSounding');
    const made = await stored();
    expect(made?.text).toMatch(/^Two of ten answered\.\n\n./);
    expect(made?.problem).toBe('Nobody reads four pages.');
    expect(made?.metrics.length).toBeGreaterThan(0);
    await window.locator('#method').fill('My own way');
    await expect.poll(async () => (await stored())?.method).toBe('My own way');
    await window.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(window.locator('.note-steps')).toHaveCount(0);
    await expect.poll(async () => (await stored())?.text).toBe('Two of ten answered.');
    expect(await stored()).toMatchObject({ metrics: [], method: 'My own way', problem: 'Nobody reads four pages.' });

    // The register: notes and experiments apart, by its first filter.
    await goTo(window, '/new');
    await window.getByRole('button', { name: 'Blank experiment' }).click();
    await expect(title(window)).toBeFocused();
    await keyboard.type('Would a text help?');
    await saved(window);
    await goTo(window, '/notes');
    await expect(window.locator('h1')).toHaveText('Notes');
    const rows = window.locator('tr[data-row]');
    await expect(rows).toHaveCount(2);
    await expect(window.locator('.register-count')).toHaveText(
      '1 note and 1 experiment. Stopped and failed ones are always included.',
    );
    const first = window.locator('.register-filter button').first();
    await expect(first).toHaveText('Kind: any');
    await first.click();
    await window.getByRole('checkbox', { name: /^Experiments/ }).check();
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText('Would a text help?');
    await expect(rows.first()).toContainText('Idea');
    await goTo(window, '/notes?kind=note');
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText('Do shorter papers help?');
    expect(await axeInBoth(window)).toEqual([]);

    // An experiment opens at the step that is due.
    await goTo(window, '/notes?kind=experiment');
    await rows.first().getByRole('link').click();
    await expect(window.locator('#problem')).toBeFocused();
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});
