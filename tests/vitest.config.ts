import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { wordsPlugin } from '../scripts/runtime/words-plugin.mjs';

/** What keeps nothing between two calls: its tests share their modules, which are loaded once. Words keep their languages. */
const SHARED = [
  ...['archive', 'bundle', 'files', 'markdown', 'pack', 'search', 'tool'].map(
    (world) => `tests/unit/${world}/**/*.test.ts`,
  ),
  ...['*.test.ts', '!(words)/**/*.test.ts'].map((files) => `tests/unit/domain/${files}`),
];

export default defineConfig({
  plugins: [wordsPlugin()],
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    projects: [
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
      {
        extends: true,
        test: { name: 'apart', include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'], exclude: SHARED },
      },
    ],
    environment: 'node',
    setupFiles: ['tests/support/equal-bytes.ts'],
    testTimeout: 30_000,
    // Two cores: more forks only take turns.
    maxWorkers: 2,
  },
});
