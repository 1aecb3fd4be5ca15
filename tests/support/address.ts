import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import { followLink } from './link.mjs';
import { settled } from './settled.ts';

/** Where the window is: path, query and fragment. */
export const addressOf = (window: Page): Promise<string> =>
  window.evaluate(() => location.pathname + location.search + location.hash);

/** Follows a link to an address and waits until the window is there and still. */
export async function goTo(window: Page, address: string): Promise<void> {
  await followLink(window, address);
  await expect.poll(() => addressOf(window)).toBe(address);
  await settled(window);
}
