import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  // Two cores: two windows at a time.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A shared machine may starve a window for seconds. What passes only the second time is named at the end.
  retries: process.env.CI === undefined ? 0 : 2,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
});
