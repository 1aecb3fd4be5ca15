import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { wordsPlugin } from '../scripts/runtime/words-plugin.mjs';

export default defineConfig({
  plugins: [wordsPlugin()],
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    // Two cores: more forks only take turns.
    maxWorkers: 2,
  },
});
