import type { Page } from 'playwright-core';
import { goTo } from '#support/address.ts';
import { launchApp, type RunningApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { storedNotes } from '#support/note-rows.ts';
import { DRAWN, seededId, seededNote, seedNotes } from '#support/seed-notes.ts';
import { settled } from '#support/settled.ts';
import { expect, test } from '#support/window-test.ts';

const TODAY = '2026-11-23';
const rows = (window: Page) => window.locator('tr[data-row]');
const row = (window: Page, number: number) => window.locator(`tr[data-row="${seededId(number)}"]`);
const title = (window: Page) => window.getByRole('heading', { level: 1 });
const filter = (window: Page, name: string) => window.locator('.register-filter button', { hasText: name });

async function walk(run: (running: RunningApp) => Promise<void>): Promise<void> {
  const size = { width: 1280, height: 800 };
  const running = await launchApp({ settings: { welcomed: true }, size, today: TODAY });
  try {
    await run(running);
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
}

test('from a section of guidance to a note that cites it, found again in the register, the bin and the Library', async () => {
  await walk(async ({ window }) => {
    await goTo(window, '/notes');
    await expect(window.getByRole('heading', { name: 'There are no notes on this laptop yet' })).toBeVisible();
    await goTo(window, '/read/engage-early/what-the-law-lets-you-talk-about#who-you-may-talk-to');
    await expect(window.locator('[data-section="who-you-may-talk-to"]')).toBeFocused();
    await window.keyboard.press('Control+Shift+E');
    await expect(title(window)).toHaveText('Start from a template');
    await expect(window.getByText('This begins from “Who you may talk to”.')).toBeVisible();
    const names = window.locator('.new-table tbody button');
    await expect(names).toHaveCount(14);
    await names.first().focus();
    for (let step = 0; step < 10; step += 1) await window.keyboard.press('ArrowDown');
    await expect(names.nth(10)).toBeFocused();
    await expect(names.nth(10)).toHaveText('Market sounding');
    await window.keyboard.press('Enter');
    await expect(window).toHaveURL(/\/note\/[0-9a-f-]{36}#title$/);
    const [made] = await storedNotes(window);
    expect(made?.note).toMatchObject({ template: 'marketSounding', status: 'idea', stage: 'shape' });
    expect(made?.note.citations).toHaveLength(1);
    expect(made?.note.citations[0]).toMatchObject({
      pack: 'engage-early',
      page: 'what-the-law-lets-you-talk-about',
      section: 'who-you-may-talk-to',
      heading: 'Who you may talk to',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      quote: expect.stringMatching(/\w+ \w+/),
    });
    await goTo(window, '/library');
    await window.getByRole('link', { name: 'Note without a title' }).click();
    await expect(window).toHaveURL(/\/note\//);
    await goTo(window, '/notes');
    await expect(rows(window)).toHaveCount(1);
    await expect(rows(window)).toContainText('Market sounding');
    await expect(window.locator('.sat-ctx', { hasText: 'Opened lately' }).getByRole('link')).toHaveCount(1);

    // Into the bin, back by undo, into the bin again, and gone for good after one question.
    await rows(window).getByRole('checkbox').check();
    await window.getByRole('button', { name: 'Move 1 to the bin' }).click();
    await expect(title(window)).toBeFocused();
    await window.getByRole('button', { name: 'Undo' }).click();
    await expect(rows(window)).toHaveCount(1);
    await rows(window).getByRole('checkbox').check();
    await window.getByRole('button', { name: 'Move 1 to the bin' }).click();
    await window.locator('.sat-ctx').getByRole('link', { name: 'Bin' }).click();
    await expect(title(window)).toHaveText('Bin');
    await expect(rows(window)).toHaveCount(1);
    await window.getByRole('button', { name: 'Remove it for good' }).click();
    await expect(window.locator('dialog')).toContainText('This cannot be undone');
    await window.keyboard.press('Escape');
    // The browser gives focus back before the dialog is taken out.
    await expect(window.locator('dialog')).toHaveCount(0);
    await expect(window.getByRole('button', { name: 'Remove it for good' })).toBeFocused();
    await window.keyboard.press('Enter');
    await window.locator('dialog').getByRole('button', { name: 'Remove 1 for good' }).click();
    await expect(window.getByRole('heading', { name: 'The bin is empty' })).toBeVisible();
    await expect(title(window)).toBeFocused();
    expect(await storedNotes(window)).toEqual([]);
  });
});

test('2,000 experiments: drawn as they come in sight, walked by keys, filtered, sorted, and found again by Back', async () => {
  await walk(async ({ window, resize }) => {
    const more = Array.from({ length: 1991 }, (_, at) =>
      seededNote(at + 10, {
        stage: at % 2 ? 'buy' : 'review',
        ownerRole: 'Fisheries',
        title: `Would boat ${at} sail?`,
        changed: '2026-08-01T09:00:00.000Z',
      }),
    );
    await seedNotes(
      window,
      [...DRAWN, ...more].map((note) => ({ note })),
    );
    await goTo(window, '/notes');
    const table = window.getByRole('table', { name: 'Notes' });
    await expect(table).toHaveAttribute('aria-rowcount', '2001');
    expect(await rows(window).count()).toBeLessThan(60);
    await expect(window.getByText('2,000 experiments. Stopped and failed ones are always included.')).toBeVisible();
    await expect(row(window, 3)).toContainText('Stopped');
    await expect(row(window, 8)).toContainText('Guardrail 13 not met');
    expect(await axeFindings(window)).toEqual([]);

    // ↓ from the title, to the end and back; a row that has focus stays while the list is scrolled away from it.
    await title(window).focus();
    await window.keyboard.press('ArrowDown');
    await expect(rows(window).first().getByRole('link')).toBeFocused();
    await window.keyboard.press('End');
    const last = window.locator('tr[aria-rowindex="2001"]');
    await expect(last.getByRole('link')).toBeFocused();
    await expect(last).toBeInViewport();
    await window.keyboard.press('ArrowUp');
    await expect(window.locator('tr[aria-rowindex="2000"]').getByRole('link')).toBeFocused();
    await window.locator('#main').evaluate((main) => main.scrollTo(0, 0));
    await expect(window.locator('tr[aria-rowindex="2"]')).toBeInViewport();
    await expect(window.locator('tr[aria-rowindex="2000"]').getByRole('link')).toBeFocused();
    expect(await rows(window).count()).toBeLessThan(60);
    await window.keyboard.press('Home');
    await window.keyboard.press('ArrowDown');
    await expect(window.locator('tr[aria-rowindex="3"]').getByRole('link')).toBeFocused();

    // Stage by keys: the list opens, Space ticks, Esc closes and gives focus back.
    await filter(window, 'Stage').focus();
    await window.keyboard.press('Enter');
    await expect(filter(window, 'Stage')).toHaveAttribute('aria-expanded', 'true');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Space');
    await window.keyboard.press('Escape');
    await expect(filter(window, 'Stage: shape')).toBeFocused();
    await expect(filter(window, 'Stage: shape')).toHaveAttribute('aria-expanded', 'false');
    await expect(window.getByText('6 of 2,000. Stopped and failed ones are always included.')).toBeVisible();
    await window.getByRole('button', { name: 'Title' }).click();
    await expect(window.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(rows(window)).toHaveCount(6);
    await expect(rows(window).first()).toContainText('Can farmers use the map');

    // The whole row opens; Back finds filter, sort and the link.
    await row(window, 5).locator('.register-kind').click();
    await expect(window).toHaveURL(new RegExp(seededId(5)));
    await settled(window);
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(row(window, 5).getByRole('link')).toBeFocused();
    await expect(filter(window, 'Stage: shape')).toBeVisible();
    await expect(window.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending');

    // The filter under a name.
    await window.getByRole('button', { name: 'Save this filter' }).click();
    const name = window.getByLabel('Name of this filter');
    await expect(name).toBeFocused();
    await expect(name).toHaveValue('Shape');
    await name.fill(' ');
    await window.keyboard.press('Enter');
    await expect(name).toHaveAccessibleDescription('Enter a name for this filter');
    await name.fill('Being shaped');
    await window.keyboard.press('Enter');
    const saved = window.locator('.sat-ctx').getByRole('link', { name: 'Being shaped' });
    await expect(saved).toHaveAttribute('aria-current', 'page');
    await window.getByRole('button', { name: 'Rename' }).click();
    await window.getByLabel('Name of this filter').fill('In shape');
    await window.keyboard.press('Enter');
    await window.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(window.locator('.sat-ctx', { hasText: 'Your filters' })).toHaveCount(0);
    await window.getByRole('button', { name: 'Undo' }).click();
    await expect(window.locator('.sat-ctx').getByRole('link', { name: 'In shape' })).toBeVisible();

    // Space chooses; what goes to the bin leaves focus on the row that takes its place.
    await row(window, 9).getByRole('link').focus();
    await window.keyboard.press('Space');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Space');
    await window.getByRole('button', { name: 'Move 2 to the bin' }).click();
    await expect(rows(window)).toHaveCount(4);
    await expect(row(window, 5).getByRole('link')).toBeFocused();
    await window.getByRole('button', { name: 'Undo' }).click();
    await expect(rows(window)).toHaveCount(6);

    // A filter of the status says what it leaves out; nothing left offers the way out.
    await window.getByRole('link', { name: 'Running' }).click();
    await expect(window.getByText('1 of 2,000. The status filter leaves out stopped and failed ones.')).toBeVisible();
    await goTo(window, `${new URL(window.url()).pathname}?state=running&stage=buy`);
    await expect(window.getByRole('heading', { name: 'No note fits these filters' })).toBeVisible();
    await window.getByRole('link', { name: 'Clear the filters' }).click();
    await expect(table).toHaveAttribute('aria-rowcount', '2001');

    // Far down, into a note and back: the same rows at the same height.
    await window.locator('#main').evaluate((main) => main.scrollTo(0, 40_000));
    await settled(window);
    const sight = rows(window).filter({ visible: true }).nth(14);
    const id = (await sight.getAttribute('data-row')) ?? '';
    const before = await sight.boundingBox();
    await sight.getByRole('link').click();
    await expect(window).toHaveURL(new RegExp(id));
    await settled(window);
    await window.keyboard.press('Alt+ArrowLeft');
    const again = window.locator(`tr[data-row="${id}"]`);
    await expect(again.getByRole('link')).toBeFocused();
    await expect.poll(async () => Math.abs(((await again.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);

    // Columns go in their order; question and decision stay.
    const shown = () =>
      window
        .getByRole('columnheader')
        .evaluateAll((heads) => heads.filter((head) => head.checkVisibility()).map((head) => head.textContent?.trim()));
    await expect.poll(async () => (await shown()).join()).toContain('Title,Status,Decision and why,Kind,Spent of cap');
    for (const [width, heads] of [
      [1200, 'Title,Status,Decision and why,Spent of cap,Changed ↓'],
      [1060, 'Title,Status,Decision and why,Changed ↓'],
      [940, 'Title,Status,Decision and why'],
      [400, 'Title,Decision and why'],
    ] as const) {
      await resize(width, 700);
      await expect.poll(async () => (await shown()).filter(Boolean).join()).toBe(heads);
    }
  });
});
