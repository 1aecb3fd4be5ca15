import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { choose, focused, goOn, toSide, toTemplates } from '#support/hands.ts';
import { settled } from '#support/settled.ts';
import { searchReady } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

const TITLE = 'Do one-page papers get fuller answers from suppliers?';
const FOLDER = fileURLToPath(new URL('../../test-results/experiment-walk/', import.meta.url));
/** WALK_THEME=dark and WALK_SIZE=640x400 take the same walk in other looks. */
const [width = 1280, height = 800] = (process.env.WALK_SIZE ?? '1280x800').split('x').map(Number);
const theme = process.env.WALK_THEME === 'dark' ? 'dark' : 'light';

let number = 0;

/** A picture of the screen as it is now, on which axe finds nothing. */
async function seen(window: Page, name: string): Promise<void> {
  await settled(window);
  number += 1;
  await window.screenshot({ path: `${FOLDER}${String(number).padStart(2, '0')}-${name}.png` });
  expect(await axeFindings(window), name).toEqual([]);
}

const step = (window: Page) => window.locator('.note-steps [aria-current="step"]');

/** Follows the first link of what is still missing; answers the id of the field that it leads to. */
async function toMissing(window: Page, words: string | RegExp): Promise<string> {
  await toSide(window);
  const before = await window.evaluate(() => location.hash);
  await choose(window, words);
  await expect.poll(() => window.evaluate(() => document.activeElement?.localName)).not.toBe('a');
  const { id, inSight } = await focused(window);
  expect(inSight, `${words} (${before}) leads to ${id}, in sight`).toBe(true);
  const label = await window.evaluate(() => {
    const [own] = (document.activeElement as HTMLInputElement | null)?.labels ?? [];
    const top = Math.max(0, document.querySelector('main')?.getBoundingClientRect().top ?? 0);
    return own ? own.getBoundingClientRect().top - top : 0;
  });
  expect(label, `${id} stands with its label`).toBeGreaterThanOrEqual(0);
  return id;
}

async function say(window: Page, link: string | RegExp, words: string): Promise<void> {
  await toMissing(window, link);
  await window.keyboard.insertText(words);
}

async function moveTo(window: Page, status: string): Promise<void> {
  await toSide(window);
  await choose(window, `Move to ${status}`);
  await expect(step(window)).toHaveText(status);
}

test('a market sounding by keyboard alone: begun, cited, worked out, locked, run, decided, found again and shared', async () => {
  test.setTimeout(240_000);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const running = await launchApp({
    settings: { welcomed: true, theme },
    today: '2026-11-23',
    size: { width, height },
  });
  const { app, window } = running;
  const { keyboard } = window;
  try {
    await searchReady(window);
    await seen(window, 'library');
    await toTemplates(window);
    await expect(window.locator('h1')).toBeFocused();
    await goOn(window, 'Blank experiment');
    await seen(window, 'templates');
    await choose(window, 'Market sounding', 'ArrowDown');
    await expect(window.locator('#title')).toBeFocused();
    await keyboard.type(TITLE);
    await expect(window.locator('.sat-status__state')).toContainText('Saved');
    await seen(window, 'begun');

    await toSide(window);
    await choose(window, 'Move to Planned');
    await expect(window.getByRole('heading', { name: 'Before “Planned”' })).toBeFocused();
    await seen(window, 'missing');
    await say(
      window,
      'Say what the problem is',
      'Suppliers answer two questions of ten. Small firms do not answer at all.',
    );
    await seen(window, 'followed');
    await goOn(window, 'Who has it');
    await keyboard.insertText('The grants team, which plans a tender on answers it does not have');
    await goOn(window, 'Riskiest assumption');
    await keyboard.insertText('That length keeps them, not that they see no work in it');
    await say(window, /^Finish the hypothesis/, 'we send one page with six questions, not four pages with twenty');
    await say(window, /^Finish the hypothesis/, 'at least 60% will answer every question');
    await say(window, /^Finish the hypothesis/, 'busy people answer what they can read in five minutes');
    await say(window, 'Say what the main measure is now', '35%');
    await say(window, 'Set a target for the main measure', '60');
    await say(window, 'Say when it counts as a success', '60% or more answer every question');
    await say(window, 'Say who or what you will test', 'suppliers');
    await goOn(window, 'How many');
    await keyboard.insertText('40');
    await say(window, 'Give a start date', '9 November 2026');
    await say(window, 'Give an end date', '4/12/26');
    await say(window, 'Set a cost cap', '£500');
    await say(window, 'Name the role that owns it', 'Policy lead, rural grants');
    await seen(window, 'filled');

    await keyboard.press('Control+Shift+g');
    await keyboard.type('who you may talk to');
    await expect(window.locator('dialog [role="option"]').first()).toContainText('Who you may talk to');
    await seen(window, 'cite');
    await keyboard.press('Enter');
    await expect(window.locator('.sat-status')).toContainText('cited');

    // The text: Ctrl+E shows it as it is read, and brings the caret back into it.
    await keyboard.press('Control+e');
    await expect(window.locator('.sat-readtext blockquote')).toBeVisible();
    await seen(window, 'preview');
    await keyboard.press('Control+e');
    await expect(window.getByRole('textbox', { name: 'Observations' })).toBeFocused();
    await keyboard.press('Control+End');
    await keyboard.press('Enter');
    await seen(window, 'text');
    await goOn(window, /./, 'Shift+Tab', 1);
    await choose(window, 'More text tools', 'ArrowLeft');
    await choose(window, 'Calculator');
    await goOn(window, 'What do you want to work out?');
    await keyboard.type('How many to e');
    await expect(window.locator('dialog select')).toHaveValue('survey');
    await seen(window, 'calculator-empty');
    for (const label of [/^Share you expect/, /^How many there are in all/]) {
      await goOn(window, label);
      await keyboard.press('Control+a');
      await keyboard.insertText(label.source.includes('Share') ? '35%' : '120');
    }
    await seen(window, 'calculator');
    await choose(window, 'Insert into the note');
    await expect(window.locator('dialog')).toHaveCount(0);
    await expect(window.getByRole('textbox', { name: 'Observations' })).toContainText('in a population of 120');
    await expect(window.getByRole('textbox', { name: 'Observations' })).toBeFocused();
    await seen(window, 'inserted');

    await moveTo(window, 'Planned');
    await seen(window, 'planned');
    await toMissing(window, /^Answer the guardrail/);
    for (let at = 0; at < 14; at += 1) {
      await keyboard.press('Space');
      if ((await focused(window)).id === 'guardrail-aiChecked') {
        await keyboard.press('ArrowRight');
        await keyboard.press('ArrowRight');
        await goOn(window, 'Why it does not apply', 'Tab', 2);
        await keyboard.insertText('No AI is used');
      }
      if (at < 13) await goOn(window, /^#guardrail-[a-zA-Z]+$/, 'Tab', 3);
    }
    await seen(window, 'guardrails');
    await say(window, 'Name the role that approves it', 'Deputy director, grants');
    await toSide(window);
    await choose(window, 'Move to Ready');
    await expect(window.getByRole('heading', { name: 'Lock the plan?' })).toBeFocused();
    await seen(window, 'lock');
    await choose(window, 'Lock it and move to Ready', 'Tab', 1);
    await expect(step(window)).toHaveText('Ready');
    await seen(window, 'ready');
    await say(window, 'Give the date when it started', '9 Nov');
    await seen(window, 'started');
    await moveTo(window, 'Running');
    await seen(window, 'running');

    await toSide(window);
    await goOn(window, 'Record a deviation', 'Shift+Tab', 90);
    await keyboard.press('Enter');
    await expect(window.locator('#deviation-field')).toBeFocused();
    await keyboard.type('Planned e');
    await goOn(window, 'What it becomes', 'Tab', 1);
    await keyboard.insertText('11 December 2026');
    await goOn(window, 'Why', 'Tab', 1);
    await keyboard.insertText('Six firms asked for a week more');
    await seen(window, 'deviation');
    await choose(window, 'Keep the deviation', 'Tab', 1);
    await expect(window.locator('#deviations')).toContainText('1 deviation');
    await seen(window, 'deviated');

    await keyboard.press('Control+Shift+p');
    await expect(window.locator('dialog input')).toBeFocused();
    await keyboard.type('stop');
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: 'Stop this experiment?' })).toBeFocused();
    await goOn(window, '#stopping-rule');
    await seen(window, 'stop');
    await choose(window, 'Go on with it');
    await expect(window.locator('dialog')).toHaveCount(0);

    expect(await toMissing(window, /^Add a result for the main measure/)).toBe('add-result');
    for (const [group, n, value, low, high] of [
      ['Four pages', '18', '33', '16', '56'],
      ['One page', '22', '64', '43', '80'],
    ] as const) {
      await keyboard.press('Enter');
      await expect.poll(async () => (await focused(window)).id).toMatch(/^result-.+-metric$/);
      for (const [label, words] of [
        ['Group', group],
        ['How many', n],
        ['Value', value],
        ['Low end', low],
        ['High end', high],
      ] as const) {
        await goOn(window, label, 'Tab', 1);
        await keyboard.insertText(words);
      }
      await goOn(window, '#add-result', 'Tab', 2);
    }
    await expect(window.locator('.sat-charts svg').first()).toBeVisible();
    await seen(window, 'results');
    await goOn(window, /^Show as a table/, 'Tab', 5);
    await seen(window, 'pictures');
    await keyboard.press('Enter');
    await seen(window, 'picture-table');
    await moveTo(window, 'Analysed');
    await seen(window, 'analysed');

    await say(
      window,
      'Write what you learned',
      'One page is read and answered. Small firms answered for the first time.',
    );
    await toMissing(window, 'Say how sure you are, and why');
    await keyboard.type('Med');
    await say(window, 'Say how sure you are, and why', 'Forty firms, and the two groups were not drawn by chance.');
    await toMissing(window, 'Choose a decision');
    await keyboard.type('Pers');
    await say(window, 'Give the reason for the decision', 'Nearly twice as many full answers for half the work.');
    await say(window, 'Say what happens next', 'Send one page in all early talks from January.');
    await seen(window, 'learned');
    await moveTo(window, 'Decided');
    await seen(window, 'decided');

    await keyboard.press('Control+3');
    await expect(window.locator('h1')).toBeFocused();
    await keyboard.press('ArrowDown');
    expect((await focused(window)).name).toBe(TITLE);
    await seen(window, 'register');
    await keyboard.press('Control+k');
    await keyboard.type('one-page papers');
    await expect(window.locator('#results [data-result]').first()).toContainText('one-page papers');
    await seen(window, 'search');
    await keyboard.press('Enter');
    await expect(step(window)).toHaveText('Decided');
    await seen(window, 'found');

    await choose(window, 'Share', 'Tab', 5);
    await expect(window.locator('h1')).toHaveText('Share 1 note');
    await choose(window, 'Save file', 'Tab', 60);
    await expect(window.getByRole('alert').first()).toBeFocused();
    await seen(window, 'share-missing');
    await choose(window, 'Choose a format');
    await keyboard.press('ArrowDown');
    await choose(window, 'Choose a marking', 'Shift+Tab', 6);
    await keyboard.press('Space');
    await goOn(window, 'Your role', 'Tab', 3);
    expect(await window.locator('#share-role').inputValue()).toBe('Policy lead, rural grants');
    await seen(window, 'share');
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = (...[, options]: readonly unknown[]) => {
        Object.assign(globalThis, { askedToSave: options });
        return Promise.resolve({ canceled: true, filePath: '' });
      };
    });
    await choose(window, 'Save file', 'Tab', 60);
    await expect(window.locator('.sat-status')).toContainText('No file was written');
    expect(
      await app.evaluate(
        () => (globalThis as unknown as { askedToSave: { defaultPath: string } }).askedToSave.defaultPath,
      ),
    ).toMatch(/^OFFICIAL .*\.pdf$/);
    await seen(window, 'share-cancelled');
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});
