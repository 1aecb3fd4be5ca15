// What tests in the real window import `test` and `expect` from, in place of Playwright's own.
import { test as base } from '@playwright/test';
import { killLeftOpen } from '#support/app.ts';

export { expect, type Locator, type Page } from '@playwright/test';

export const test = base.extend<object, { appsLeftOpen: undefined }>({
  // An app with unsaved words asks before it ends, and a test that failed answers no more.
  appsLeftOpen: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures this one needs.
    async ({}, use) => {
      await use(undefined);
      killLeftOpen();
    },
    { scope: 'worker', auto: true },
  ],
});
