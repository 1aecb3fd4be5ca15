import { defineConfig } from '@playwright/test';

/** Not a test run: takes the pictures that `node scripts/screens.mjs` asks for. */
export default defineConfig({
  testDir: 'screens',
  testMatch: '*.shots.ts',
  outputDir: '../test-results',
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
});
