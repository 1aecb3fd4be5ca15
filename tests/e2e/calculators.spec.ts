import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { metricSchema, resultSchema } from '#domain/note/record/note.ts';
import { launchApp } from '#support/app.ts';
import { axeInBoth } from '#support/axe.ts';
import { choose, textTool } from '#support/hands.ts';
import { storedNotes } from '#support/note-rows.ts';
import { seededId, seededNote, seedNotes } from '#support/seed-notes.ts';
import { sharedPath } from '#support/shared.ts';
import { expect, test } from '#support/window-test.ts';

const ID = seededId(1);
const metric = metricSchema.parse({
  id: 'm',
  name: 'Share who answered',
  unit: '%',
  role: 'primary',
  baseline: 35,
  target: 50,
});
const result = (group: string, figures: object) => resultSchema.parse({ id: group, metric: 'm', group, ...figures });
const NOTE = seededNote(1, {
  title: 'Do shorter letters get more replies?',
  status: 'running',
  metrics: [metric],
  results: [
    result('Four pages', { value: 36, low: 28, high: 44.9, n: 120 }),
    result('One page', { value: 52.5, low: 43.6, high: 61.3, n: 118 }),
  ],
  riskiestAssumption: 'Busy people answer short letters',
  confidence: { level: 'medium', because: '' },
  costCap: 500,
  costs: [
    { id: 'a', day: '2026-11-02', pounds: 40, what: '' },
    { id: 'b', day: '2026-11-12', pounds: 375.5, what: '' },
  ],
});

type Sample = Readonly<Record<'p1' | 'p2' | 'alpha' | 'power' | 'n', number>>;
const vectors = sharedPath('reference/calculator-vectors.json');
/** The first of the reference values; where those are absent, one of them. */
const SAMPLES: readonly Sample[] =
  vectors === null
    ? [{ p1: 0.05, p2: 0.06, alpha: 0.05, power: 0.8, n: 8_158 }]
    : JSON.parse(readFileSync(vectors, 'utf8')).sampleSizeTwoProportionsPerArm.slice(0, 3);

const dialog = (window: Page) => window.getByRole('dialog', { name: 'Calculator' });
const focusedLabel = (window: Page) =>
  window.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '');

/** Goes on with Tab until a field with this label has focus, and types into it. */
async function fill(window: Page, label: string, text: string): Promise<void> {
  for (let step = 0; step < 12 && !(await focusedLabel(window)).endsWith(label); step++)
    await window.keyboard.press('Tab');
  expect(await focusedLabel(window)).toContain(label);
  await window.keyboard.press('Control+a');
  await window.keyboard.insertText(text);
}

const answer = (window: Page, name: string) =>
  dialog(window).locator('.sat-calc-figures > div', { hasText: name }).locator('dd').first();

test('by keyboard: a calculator answers, keeps what was typed, and goes into the note; results stand as pictures', async () => {
  const { window, reports, resize, close } = await launchApp({
    settings: { welcomed: true },
    today: '2026-11-23',
    size: { width: 1280, height: 800 },
  });
  try {
    await seedNotes(window, [{ note: NOTE }]);
    await window.getByRole('link', { name: NOTE.title }).first().focus();
    await window.keyboard.press('Enter');
    await expect(window.locator('h1')).toHaveText(NOTE.title);

    // Pictures of the results: message, sentence, and the same as a table.
    const figures = window.locator('.sat-charts .sat-chart');
    await expect(figures.locator('svg[role="img"]')).toHaveCount(4);
    const difference = figures.filter({ hasText: 'One page lies above Four pages by 16.5 percentage points' });
    await expect(difference).toContainText('The success line is +15 percentage points');
    const picture = difference.getByRole('img');
    await expect(picture).toHaveAccessibleName('One page lies above Four pages by 16.5 percentage points');
    await expect(picture).toHaveAccessibleDescription(/interval \+3\.9 to \+28\.4/);
    await difference.locator('summary').focus();
    await window.keyboard.press('Enter');
    await expect(difference.getByRole('row', { name: /^One page \+16\.5/ })).toBeVisible();
    await expect(figures.last()).toContainText('£415.50 of £500 is spent: the cap is near');

    // The toolbar is one tab stop; the arrows reach "More", and Tab from there the calculator.
    await window.getByRole('toolbar').getByRole('button').first().focus();
    await choose(window, 'More text tools', 'ArrowRight');
    await choose(window, 'Calculator');
    await expect(dialog(window).getByRole('heading', { name: 'Calculator' })).toBeFocused();

    // The reference values, typed as people type them.
    for (const { p1, p2, alpha, power, n } of SAMPLES) {
      await fill(window, 'Share now', `${p1 * 100}%`);
      await fill(window, 'Share you hope for', `${p2}`);
      await fill(window, 'Chance of a false alarm', `${alpha * 100}`);
      await fill(window, 'Chance of finding a real change', `${power}`);
      await expect(answer(window, 'Needed in each group')).toHaveText(new Intl.NumberFormat('en-GB').format(n));
      await dialog(window).getByRole('heading', { name: 'Calculator' }).focus();
    }
    await expect(dialog(window).getByText('Read as 6%.')).toBeVisible();
    // What was worked out is told once typing pauses.
    await expect(dialog(window).getByRole('status')).toContainText('To find a change from 5% to 6%, you need 8,158 in');

    // What cannot be read is said at its field, once typing pauses.
    await fill(window, 'Share now', 'ten');
    await expect(dialog(window).getByLabel('Share now')).toHaveAccessibleDescription(/Write it like 10% or 0\.1\./);
    expect(await axeInBoth(window)).toEqual([]);

    // Closed by mistake: nothing is lost. Inserted too early: focus goes to what is missing.
    await window.keyboard.press('Escape');
    await expect(window.getByRole('button', { name: 'More text tools' })).toBeFocused();
    await window.keyboard.press('Enter');
    await choose(window, 'Calculator');
    await expect(dialog(window).getByLabel('Share now')).toHaveValue('ten');
    await dialog(window).getByLabel('Share now').fill('');
    await dialog(window).getByRole('button', { name: 'Insert into the note' }).press('Enter');
    await expect(dialog(window).getByLabel('Share now')).toBeFocused();
    await expect(dialog(window).getByLabel('Share now')).toHaveAccessibleDescription(/has no figure/);

    // A result of two groups, with its pictures, in a window as narrow as 320 css pixels.
    await dialog(window).getByLabel('What do you want to work out?').selectOption({ label: 'What the result says' });
    for (const [label, text] of [
      ['Group A: how many did it', '100'],
      ['Group A: how many in all', '1,000'],
      ['Group B: how many did it', '130'],
      ['Group B: how many in all', '1000'],
    ] as const)
      await fill(window, label, text);
    await expect(answer(window, 'Interval from')).toHaveText('+0.2 percentage points');
    await expect(answer(window, 'Interval to')).toHaveText('+5.81 percentage points');
    await expect(dialog(window).locator('svg[role="img"]')).toHaveCount(2);
    await resize(320, 640);
    expect(await dialog(window).evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0);
    for (const one of await dialog(window).locator('svg[role="img"]').all())
      expect((await one.boundingBox())?.width).toBeLessThanOrEqual(320);
    await resize(1280, 800);

    await dialog(window).getByRole('button', { name: 'Insert into the note' }).press('Enter');
    await expect(dialog(window)).toBeHidden();
    await expect(window.locator('.sat-status')).toContainText('The answer is in the note.');
    const text = async () => (await storedNotes(window)).find(({ id }) => id === ID)?.note.text ?? '';
    await expect.poll(text).toContain('**What the result says**\n\nGroup A: 100 of 1,000, which is 10%');
    expect(await text()).toContain('| Group B minus group A | +3 percentage points |');
    expect(await text()).toMatch(/```chart\n\{"kind":"groups".*\}\n```\n\n```chart\n\{"kind":"difference"/);
    await window.getByRole('button', { name: 'Preview' }).click();
    await expect(window.locator('.sat-readtext .sat-chart svg')).toHaveCount(2);
    await window.getByRole('button', { name: 'Write' }).click();

    // Made-up people.
    await (await textTool(window, 'Made-up records')).press('Enter');
    const records = window.getByRole('dialog', { name: 'Made-up records' });
    await records.getByLabel('How many rows').fill('501');
    await records.getByRole('button', { name: 'Insert into the note' }).press('Enter');
    await expect(records.getByLabel('How many rows')).toHaveAccessibleDescription(/from 1 to 500/);
    await records.getByLabel('How many rows').fill('3');
    await records.getByRole('button', { name: 'Insert into the note' }).press('Enter');
    await expect.poll(text).toContain('MADE-UP-003 |');

    expect(await axeInBoth(window)).toEqual([]);
    expect(reports).toEqual([]);
  } finally {
    await close();
  }
});

test('the sample is worked out beside its field, and what was written there stays', async () => {
  const { window, reports, close } = await launchApp({ settings: { welcomed: true } });
  try {
    const note = seededNote(2, {
      kind: 'survey',
      sample: { unit: 'people', planned: null, chosen: '', power: 'As last year.' },
    });
    await seedNotes(window, [{ note }]);
    await window.getByRole('link', { name: note.title }).first().click();
    await window.getByRole('button', { name: 'Work out how many you need' }).press('Enter');
    await dialog(window).getByLabel('How many there are in all').fill('1000');
    await expect(answer(window, 'Answers needed')).toHaveText('278');
    await dialog(window).getByRole('button', { name: 'Use in the plan' }).press('Enter');
    await expect(window.locator('#sample-planned')).toHaveValue('278');
    await expect(window.locator('#sample-power')).toHaveValue(/^As last year\.\nTo estimate a share near 50%/);
    await expect(window.getByRole('button', { name: 'Work out how many you need' })).toBeFocused();
    expect(reports).toEqual([]);
  } finally {
    await close();
  }
});
