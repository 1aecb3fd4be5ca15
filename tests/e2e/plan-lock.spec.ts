import type { Page } from 'playwright-core';
import { goTo } from '#support/address.ts';
import { launchApp } from '#support/app.ts';
import { axeInBoth } from '#support/axe.ts';
import { choose, toSide } from '#support/hands.ts';
import { storedNotes } from '#support/note-rows.ts';
import { seededId, seedNotes } from '#support/seed-notes.ts';
import { expect, test } from '#support/window-test.ts';
import { planned } from '#support/worked-notes.ts';

const ID = seededId(1);
const step = (window: Page) => window.locator('.note-steps [aria-current="step"]');
const noteIn = async (window: Page) => (await storedNotes(window))[0]?.note;

test('B33 a plan is locked after one question in place, can be taken back until a result, and days are said as people say them', async () => {
  const running = await launchApp({ settings: { welcomed: true }, today: '2026-11-23' });
  const { window } = running;
  const { keyboard } = window;
  try {
    const whole = planned(ID, 'Do shorter papers get better answers?');
    // One guardrail does not apply, and nobody says why.
    const guardrails = { ...whole.guardrails, aiChecked: { answer: 'notApplicable' as const, note: '' } };
    await seedNotes(window, [{ note: { ...whole, status: 'planned', guardrails, text: '' } }]);
    await goTo(window, `/note/${ID}`);
    await expect(window.locator('.sat-insp')).toContainText('Nothing is missing.');
    await expect(window.locator('.sat-insp')).toContainText('14 of 14');

    // The words of fields count: of a note without any text there are some.
    const words = window.locator('.sat-status__state', { hasText: /\d+ words/ });
    const counted = async () => Number(/(\d+) words/.exec((await words.textContent()) ?? '')?.[1]);
    const before = await counted();
    expect(before).toBeGreaterThan(50);
    await window.locator('#users').focus();
    await keyboard.insertText('Small firms in Powys');
    await expect.poll(counted).toBe(before + 4);

    // Days in words, and from the calendar by keys alone.
    const end = window.getByLabel('Planned end', { exact: true });
    for (const [said, day] of [
      ['tomorrow', '24 November 2026'],
      ['next Friday', '4 December 2026'],
    ] as const) {
      await end.focus();
      await keyboard.press('Control+a');
      await keyboard.insertText(said);
      await keyboard.press('Tab');
      await expect(end).toHaveValue(day);
    }
    await window.locator('#planned-start').fill('today');
    const pick = window.getByRole('button', { name: 'Choose from a calendar: Planned end' });
    await expect(pick)
      .toBeFocused({ timeout: 100 })
      .catch(() => pick.focus());
    await keyboard.press('Enter');
    await expect(window.getByRole('button', { name: 'Friday 4 December 2026' })).toBeFocused();
    expect(await axeInBoth(window)).toEqual([]);
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowRight');
    await keyboard.press('PageDown');
    await expect(window.getByRole('button', { name: 'Tuesday 12 January 2027' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(end).toHaveValue('4 December 2026');
    await expect(pick).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(window.locator('dialog')).toHaveCount(0);
    await expect(end).toHaveValue('11 December 2026');
    await expect(pick).toBeFocused();
    await expect.poll(async () => (await noteIn(window))?.dates.plannedEnd).toBe('2026-12-11');

    // Asked once, where the button was; nothing is locked before.
    await toSide(window);
    await choose(window, 'Move to Ready');
    const question = window.getByRole('heading', { name: 'Lock the plan?' });
    await expect(question).toBeFocused();
    await expect(window.getByRole('group', { name: 'Lock the plan?' })).toHaveAccessibleDescription(
      /you cannot change .*hypothesis.*measures/,
    );
    await expect(window.locator('.note-lock')).toContainText('Until the first result is written you can unlock it.');
    expect(await axeInBoth(window)).toEqual([]);
    await keyboard.press('Escape');
    await expect(window.getByRole('button', { name: 'Move to Ready' })).toBeFocused();
    await expect(step(window)).toHaveText('Planned');
    await keyboard.press('Enter');
    await choose(window, 'Lock it and move to Ready', 'Tab', 1);
    await expect(step(window)).toHaveText('Ready');
    await expect(window.getByRole('heading', { name: 'Before “Running”' })).toBeFocused();
    const first = (await noteIn(window))?.plan;
    expect(first?.hash).toMatch(/^[0-9a-f]{64}$/);

    // Taken back, with a reason that stays.
    const unlock = window.getByRole('button', { name: 'Unlock', exact: true });
    await unlock.focus();
    await keyboard.press('Enter');
    await expect(window.locator('#unlock-because')).toBeFocused();
    await window.getByRole('button', { name: 'Unlock the plan' }).focus();
    await keyboard.press('Enter');
    await expect(window.locator('#unlock-because-error')).toHaveText('Say why.');
    await window.locator('#unlock-because').fill('The target was a slip of the key.');
    expect(await axeInBoth(window)).toEqual([]);
    await window.getByRole('button', { name: 'Unlock the plan' }).focus();
    await keyboard.press('Enter');
    await expect(step(window)).toHaveText('Planned');
    await expect(window.getByRole('heading', { name: 'Plan', exact: true })).toBeFocused();
    await expect(window.locator('#problem')).toBeVisible();
    await expect(window.locator('main')).toContainText('Why: The target was a slip of the key.');
    await expect(window.locator('main')).toContainText(`fingerprint ${first?.hash}`);
    await expect.poll(async () => (await noteIn(window))?.plan).toBeNull();

    // The sign of another unit is refused, and read when its unit is there.
    const cap = (await noteIn(window))?.costCap;
    await window.locator('#costCap').fill('50%');
    await keyboard.press('Tab');
    await expect(window.locator('#costCap-error')).toContainText('“50%” is not taken: this figure is in £.');
    expect((await noteIn(window))?.costCap).toBe(cap);
    await window.locator('#costCap').fill(`£${cap}`);
    const measure = (field: string) => window.locator(`[id^="metric-"][id$="-${field}"]`).first();
    await measure('unit').fill('');
    await measure('baseline').fill('35.5%');
    await keyboard.press('Tab');
    await expect(measure('baseline-error')).toContainText('“35.5%” is not taken: this figure has no unit.');
    await measure('unit').fill('%');
    await expect(measure('baseline-error')).toHaveCount(0);
    await expect(measure('baseline')).toHaveValue('35.5%');
    await expect.poll(async () => (await noteIn(window))?.metrics[0]?.baseline).toBe(35.5);

    // Locked again, run, a result written: the lock stays.
    await window.getByRole('button', { name: 'Move to Ready' }).click();
    await window.getByRole('button', { name: 'Lock it and move to Ready' }).click();
    await expect(step(window)).toHaveText('Ready');
    await window.locator('#start').fill('today');
    await window.getByRole('button', { name: 'Move to Running' }).click();
    await expect(step(window)).toHaveText('Running');
    await expect(unlock).toBeVisible();
    await window.locator('#add-result').click();
    await expect(unlock).toBeVisible();
    await window.locator('[id^="result-"][id$="-value"]').fill('50%');
    await expect(unlock).toHaveCount(0);
    const bounds = window.locator('[id^="result-"][id$="-bounds-error"]');
    const low = window.locator('[id^="result-"][id$="-low"]');
    await low.fill('60%');
    await keyboard.press('Tab');
    await expect(bounds).toHaveText('The value is below its low end: pictures leave this interval out.');
    await expect(low).toHaveAccessibleDescription(/^The value is below/);
    expect(await axeInBoth(window)).toEqual([]);
    await low.fill('41%');
    await expect(bounds).toHaveCount(0);
    await expect
      .poll(async () => (await noteIn(window))?.deviations.map(({ because }) => because))
      .toEqual(['The target was a slip of the key.']);
  } finally {
    await running.close();
  }
});

test('B33 words that could not be read are missing: no plan is locked over them', async () => {
  const running = await launchApp({ settings: { welcomed: true }, today: '2026-11-23' });
  const { window } = running;
  try {
    await seedNotes(window, [{ note: { ...planned(ID, 'Do shorter papers get better answers?'), status: 'planned' } }]);
    await goTo(window, `/note/${ID}`);
    const end = window.locator('#planned-end');
    const before = await end.inputValue();
    await end.fill('31 Jnuary 2027');
    await window.keyboard.press('Tab');
    await window.locator('#sample-planned').fill('about 40');
    await window.keyboard.press('Tab');
    const side = window.locator('.sat-insp');
    await expect(side).toContainText('Correct “31 Jnuary 2027”');
    await expect(side).toContainText('Correct “about 40”');
    await toSide(window);
    await choose(window, 'Move to Ready');
    await expect(side.getByRole('heading', { name: 'Before', exact: false }).first()).toBeFocused();
    expect((await noteIn(window))?.status).toBe('planned');
    // They are listed when the note is opened again, and after a reload, too.
    const corrects = side.getByRole('link', { name: 'Correct “31 Jnuary 2027”: it was not taken' });
    await goTo(window, '/packs');
    await goTo(window, `/note/${ID}`);
    await expect(corrects).toBeVisible();
    await window.reload();
    await corrects.press('Enter');
    await expect(end).toBeFocused();
    await end.fill(before);
    await window.locator('#sample-planned').fill('40');
    await expect(side).toContainText('Nothing is missing.');
  } finally {
    await running.close();
  }
});
