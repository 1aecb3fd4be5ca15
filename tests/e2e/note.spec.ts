import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp, newHome } from '#support/app.ts';
import { axeFindings, axeInBoth } from '#support/axe.ts';
import { answerSave } from '#support/file-dialog.ts';
import { toTemplates } from '#support/hands.ts';
import { refuseJournal } from '#support/refuse-journal.ts';
import { IN_WHOLE } from '#support/whole.ts';
import { expect, test } from '#support/window-test.ts';

/** Writes into the field that has the focus, as a person does. */
async function write(window: Page, words: string): Promise<void> {
  await window.keyboard.press('Control+a');
  await window.keyboard.insertText(words);
}

/** Follows a link of the side panel by keyboard alone; the field it names has focus then. */
async function toField(window: Page, words: string, id: RegExp | string): Promise<void> {
  const link = window.locator('.note-missing a', { hasText: words });
  await link.focus();
  await window.keyboard.press('Enter');
  await expect.poll(() => window.evaluate(() => document.activeElement?.id ?? '')).toMatch(id);
}

async function press(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name, exact: true }).focus();
  await window.keyboard.press('Enter');
}

/** All that the note says but its text, of which the editor draws only what is near the window. */
const wordsIn = (window: Page): Promise<string> =>
  window.evaluate(() => {
    const drawn = document.querySelector<HTMLElement>('.cm-content')?.innerText ?? '';
    return document.querySelector('main')?.innerText.replace(drawn, '') ?? '';
  });

const step = (window: Page) => window.locator('.note-steps [aria-current="step"]');

test('a market sounding goes from template to decision, by keyboard alone', IN_WHOLE, async () => {
  test.setTimeout(120_000);
  const home = await newHome();
  const start = () => launchApp({ home, settings: { welcomed: true }, today: '2026-11-23' });
  let running = await start();
  let { window } = running;
  try {
    await toTemplates(window);
    await press(window, 'Market sounding');
    await expect(window.getByLabel('Title', { exact: true })).toBeFocused();
    await write(window, 'Do shorter papers get better answers?');
    await expect(window.locator('h1')).toHaveText('Do shorter papers get better answers?');

    // Pressed too early, the button says what is missing, in words.
    await press(window, 'Move to Planned');
    await expect(window.getByRole('heading', { name: 'Before “Planned”' })).toBeFocused();
    await expect(window.locator('#assertive')).toHaveText('10 things are missing');

    const missing: readonly (readonly [link: string, id: RegExp | string, words: string])[] = [
      [
        'Say what the problem is',
        'problem',
        'Suppliers answer two questions of ten. Ring Anwen Rees on 01632 960 123.',
      ],
      ['Finish the hypothesis', 'hypothesis-change', 'we send one page, not four'],
      ['Finish the hypothesis', 'hypothesis-effect', 'at least 6 in 10 will answer all our questions'],
      ['Finish the hypothesis', 'hypothesis-because', 'busy people answer what they can read in five minutes'],
      ['Say what the main measure is now', /^metric-.+-baseline$/, '35%'],
      ['Set a target for the main measure', /^metric-.+-target$/, '60'],
      ['Say when it counts as a success', 'successRule', '60% or more answer every question'],
      ['Say who or what you will test', 'sample-unit', 'suppliers'],
      ['Give a start date', 'planned-start', '13 November 2026'],
      ['Give an end date', 'planned-end', '12/11/26'],
      ['Choose an end date that is not before the start date', 'planned-end', '27 Nov'],
      ['Set a cost cap', 'costCap', 'about £500'],
      ['Name the role that owns it', 'ownerRole', 'Policy lead, rural grants'],
    ];
    for (const [link, id, words] of missing) {
      await toField(window, link, id);
      await write(window, words);
    }
    // What cannot be read is said at the field, and nothing was saved of it.
    await expect(window.locator('#costCap-error')).toContainText('“about £500” cannot be read as a number.');
    // It is asked for once: by the words that stand there.
    await expect(window.getByRole('link', { name: 'Set a cost cap' })).toHaveCount(0);
    await toField(window, 'Correct “about £500”: it was not taken', 'costCap');
    await write(window, '£1,500');
    await window.keyboard.press('Tab');
    await expect(window.locator('#costCap')).toHaveValue('£1,500');
    await window.locator('#costCap').focus();
    await write(window, '£500');

    // The scanner speaks after a pause and is told once.
    await window.getByRole('button', { name: 'It is not personal “Anwen Rees”' }).focus();
    await window.keyboard.press('Enter');
    await expect(window.locator('#problem')).toBeFocused();
    await expect(window.locator('.note-personal')).toHaveCount(0);

    // Undo goes across what was saved meanwhile.
    await window.locator('#users').focus();
    await window.keyboard.type('Small firms');
    await expect(window.locator('.sat-status__state')).toContainText(/Saved \d\d:\d\d, on disk twice/);
    await window.keyboard.type(' in Powys');
    await expect(window.locator('.sat-status__state')).toContainText('Saved');
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await expect(window.locator('#users')).not.toHaveValue(/Powys/);

    await press(window, 'Move to Planned');
    await expect(step(window)).toHaveText('Planned');
    await expect(window.locator('.sat-status')).toContainText('Moved to Planned.');
    expect(await axeInBoth(window)).toEqual([]);

    await press(window, 'Move to Ready');
    await expect(window.locator('#assertive')).toHaveText('15 things are missing');
    await toField(window, 'Answer the guardrail “No live system', 'guardrail-noLiveSystem');
    for (const radio of await window.locator('.note-guard [type="radio"][id]').all()) {
      await radio.focus();
      await window.keyboard.press('Space');
    }
    await window.locator('#guardrail-aiChecked').focus();
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('ArrowRight');
    // What does not apply counts as soon as it is chosen, with or without a word why.
    await expect(window.locator('.note-missing a', { hasText: 'AI answers' })).toHaveCount(0);
    await window.locator('#guardrail-aiChecked-note').focus();
    await write(window, 'No AI is used');
    await toField(window, 'Name the role that approves it', 'approverRole');
    await write(window, 'Deputy director');
    await expect(window.locator('.sat-insp')).toContainText('14 of 14');
    await press(window, 'Move to Ready');
    await press(window, 'Lock it and move to Ready');
    await expect(step(window)).toHaveText('Ready');
    await expect(window.getByText('A change becomes a deviation.')).toBeVisible();
    await expect(window.locator('#problem')).toHaveCount(0);
    await expect(window.locator('.note-fields').first()).toContainText(
      'If we send one page, not four, then at least 6 in 10 will answer all our questions, because busy people',
    );

    await toField(window, 'Give the date when it started', 'start');
    await write(window, '18 Nov');
    await press(window, 'Move to Running');
    await expect(step(window)).toHaveText('Running');
    await expect(window.locator('.sat-insp')).toContainText('Day 6 of 10.');
    await press(window, 'Add a cost');
    await expect(window.locator(':focus')).toHaveAttribute('id', /^cost-.+-pounds$/);
    await write(window, '£520');
    await expect(window.getByRole('meter', { name: 'Spent' })).toHaveAttribute('aria-valuetext', 'Spent £520 of £500');
    await expect(window.locator('.note-strips')).toContainText('The cost cap is reached: £520 of £500.');

    await press(window, 'Record a deviation');
    await expect(window.locator('#deviation-field')).toBeFocused();
    await window.locator('#deviation-field').selectOption('costCap');
    await window.locator('#deviation-to').focus();
    await write(window, 'lots');
    await press(window, 'Keep the deviation');
    await expect(window.locator('#deviation-to-error')).toContainText('Write the new cap in pounds');
    await write(window, '£550');
    await window.locator('#deviation-because').focus();
    await write(window, 'Printing cost more');
    await press(window, 'Keep the deviation');
    await expect(window.getByText('1 deviation from the plan')).toBeVisible();
    await expect(window.locator('.note-strips')).not.toContainText('The cost cap is reached');
    await expect(window.locator('.sat-insp')).toContainText('Spent £520 of £550');

    await press(window, 'Stop this experiment');
    await expect(window.getByRole('heading', { name: 'Stop this experiment?' })).toBeFocused();
    await window.locator('dialog').getByRole('button', { name: 'Stop this experiment' }).focus();
    await window.keyboard.press('Enter');
    await expect(window.locator('#stopping-rule')).toBeFocused();
    await expect(window.locator('dialog')).toContainText('Choose the rule that was hit');
    await window.keyboard.press('Space');
    expect(await axeFindings(window)).toEqual([]);
    await window.locator('#stopping-because').focus();
    await write(window, 'A firm said so on the phone.');
    await window.locator('dialog').getByRole('button', { name: 'Stop this experiment' }).focus();
    await window.keyboard.press('Enter');
    await expect(step(window)).toHaveText('Stopped');
    await expect(window.locator('.note-strips')).toContainText('This experiment was stopped on 23 November 2026.');
    await expect(window.locator('.note-strips')).toContainText('A firm said so on the phone.');

    await toField(window, 'Add a result for the main measure', 'add-result');
    await window.keyboard.press('Enter');
    await expect(window.locator(':focus')).toHaveAttribute('id', /^result-.+-metric$/);
    await toField(window, 'Add a result for the main measure', /^result-.+-value$/);
    await write(window, '50%');
    await press(window, 'Move to Analysed');
    await expect(step(window)).toHaveText('Analysed');
    for (const [link, id, words] of [
      ['Write what you learned', 'learning', 'One page is read.'],
      ['Give the reason', 'decision-because', 'Half is more than a third.'],
      ['Say what happens next', 'next', 'Ask twenty more firms.'],
    ] as const) {
      if (id === 'decision-because') {
        await toField(window, 'Choose a decision', 'decision');
        await window.keyboard.press('T');
        await expect(window.locator('#decision')).toHaveValue('testMore');
      }
      await toField(window, link, id);
      await write(window, words);
    }
    await toField(window, 'Say how sure you are, and why', 'confidence');
    await window.keyboard.press('L');
    await toField(window, 'Say how sure you are, and why', 'confidence-because');
    await write(window, 'Only six firms answered.');
    await press(window, 'Move to Decided');
    await expect(step(window)).toHaveText('Decided');
    expect(await axeInBoth(window)).toEqual([]);
    expect(running.reports).toEqual([]);

    // Reload and restart bring all of it back.
    await expect(window.locator('.sat-status__state')).toContainText('Saved');
    const said = await wordsIn(window);
    await window.reload();
    await expect(step(window)).toHaveText('Decided');
    await expect.poll(() => wordsIn(window)).toBe(said);
    const address = await window.evaluate(() => location.pathname);
    await running.close();
    running = await start();
    window = running.window;
    await expect.poll(() => window.evaluate(() => location.pathname)).toBe(address);
    await expect(step(window)).toHaveText('Decided');
    await expect(window.locator('#learning')).toHaveValue('One page is read.');

    // The bin is one press away, and so is the way back.
    await press(window, 'More: duplicate, move to the bin');
    await press(window, 'Move to the bin');
    await expect(window.getByRole('heading', { name: 'This note is in the bin' })).toBeVisible();
    await press(window, 'Put it back');
    await expect(step(window)).toHaveText('Decided');
  } finally {
    await running.close();
  }
});

test('words that cannot be saved stay, are said to be unsaved, and can be saved elsewhere', async () => {
  const running = await launchApp({ settings: { welcomed: true }, today: '2026-11-23' });
  const { app, window } = running;
  try {
    await toTemplates(window);
    await press(window, 'Survey');
    await expect(window.getByLabel('Title', { exact: true })).toBeFocused();
    await expect(window.locator('.sat-status__state')).toContainText('Saved');
    await refuseJournal(app, true);
    await window.keyboard.insertText('Who answers letters?');
    const strip = window.locator('.note-strips .sat-strip--bad');
    await expect(strip).toContainText('Not saved: The second copy of your words could not be written to the disk.');
    await expect(window.locator('#assertive')).toContainText('Not saved');
    await expect(window.locator('.sat-status__state')).toContainText('Not saved');
    await expect(window.getByLabel('Title', { exact: true })).toBeFocused();
    expect(await axeFindings(window)).toEqual([]);

    const path = join(await newHome(), 'copy');
    await answerSave(running, path);
    await press(window, 'Save a copy elsewhere');
    await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8')).toContain('Who answers letters?');

    await refuseJournal(app, false);
    await expect(strip).toHaveCount(0);
    await expect(window.locator('#polite')).toHaveText('Saved again');
  } finally {
    await running.close();
  }
});
