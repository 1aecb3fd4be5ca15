import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  // Two cores, and a window waits for a part of its time.
  workers: 3,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A shared machine may starve a window for seconds. What passes only the second time is named at the end.
  retries: process.env.CI === undefined ? 0 : 2,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
});
