import { expect, test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '#support/axe.ts';
import { openForStates, SIZES, walk } from '#support/states.ts';

type Look = Parameters<Page['emulateMedia']>[0] & { readonly name: string; readonly more?: true };

const LOOKS: readonly Look[] = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'more contrast, light', colorScheme: 'light', more: true },
  { name: 'more contrast, dark', colorScheme: 'dark', more: true },
  { name: 'the system asks for more contrast, light', colorScheme: 'light', contrast: 'more' },
  { name: 'the system asks for more contrast, dark', colorScheme: 'dark', contrast: 'more' },
];

/** As the setting does it. */
const setMore = (window: Page, more: boolean): Promise<void> =>
  window.evaluate((on) => {
    if (on) document.documentElement.dataset.contrast = 'more';
    else delete document.documentElement.dataset.contrast;
  }, more);

// Contrast does not change with the width: what is laid out otherwise there is looked at in light and dark.
for (const [half, sizes, looks] of [
  ['more contrast, wide', SIZES.slice(0, 1), LOOKS],
  ['narrow', SIZES.slice(2, 3), LOOKS.slice(0, 2)],
] as const) {
  test(`U7 axe finds nothing on any screen and state, light, dark, ${half}`, async () => {
    test.setTimeout(600_000);
    const running = await openForStates();
    try {
      const found = await walk(running, sizes, async (window) => {
        const lines: string[] = [];
        for (const [at, { name, more = false, ...media }] of looks.entries()) {
          await window.emulateMedia({ contrast: null, ...media });
          await setMore(window, more);
          for (const line of await axeFindings(window, at === 0 ? 'all' : 'colours')) lines.push(`${name}: ${line}`);
        }
        await window.emulateMedia({ colorScheme: null, contrast: null });
        await setMore(window, false);
        return lines;
      });
      expect(found).toEqual([]);
    } finally {
      await running.close();
    }
  });
}
