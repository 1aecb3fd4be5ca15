import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp({ settings: { welcomed: true }, size: { width: 1280, height: 800 } });
});
test.afterAll(() => running.close());

test('a text is written with a toolbar of one tab stop', async () => {
  const { window, reports } = running;
  await window.keyboard.press('Control+n');
  await window.getByRole('button', { name: 'Market sounding' }).click();
  const text = window.getByRole('textbox', { name: 'Observations' });
  await text.focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Delete');
  await window.keyboard.type(
    '## Day 6\nSeven of ten suppliers have answered. Five answered every question.\n- Two asked for the budget range.\nOne small firm said one page was enough.\n\nplain',
  );
  await window.keyboard.press('Control+b');
  await window.keyboard.press('Shift+Tab');
  await window.keyboard.press('ArrowRight');
  await expect(window.getByRole('button', { name: 'Italic' })).toBeFocused();
  await window.keyboard.press('Tab');
  await expect(text).toBeFocused();
  await expect(text).toContainText('enough.**plain**');
  expect(await axeFindings(window)).toEqual([]);
  expect(reports).toEqual([]);
});
