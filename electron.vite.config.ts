import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { wordsPlugin } from './scripts/runtime/words-plugin.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// What is loaded before anything is seen is one file: to ask for one more takes longer than to read it.
const startInOneFile = { codeSplitting: { groups: [{ name: 'start', tags: ['$initial' as const] }] } };

// The packs that it is built with, known by hash: `src/domain/pack/starter-pins.ts`.
const pins = { STARTER_PINS: readFileSync(path('out/starter-pins.json'), 'utf8') };

export default defineConfig({
  main: {
    plugins: [wordsPlugin()],
    define: pins,
    build: {
      outDir: 'out/main',
      // Everything is bundled: a built app needs no node_modules and starts faster.
      externalizeDeps: false,
      // Node 20 is in Electron 33, the oldest runtime it must start on.
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: path('src/main/index.ts'),
        output: { entryFileNames: '[name].js', ...startInOneFile },
      },
    },
    publicDir: false,
  },
  preload: {
    plugins: [wordsPlugin()],
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: path('src/preload/index.ts'),
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
    publicDir: false,
  },
  renderer: {
    root: path('src/renderer'),
    define: pins,
    // Addresses have paths of several parts, so assets are named from the root of the origin. Set by a plugin, because
    // electron-vite puts its own base in place of the one in a configuration.
    plugins: [react(), wordsPlugin(), { name: 'base', config: () => ({ base: '/' }) }],
    worker: { format: 'es', plugins: () => [wordsPlugin()] },
    resolve: {
      // Markdown's `&euro;`: the file for browsers asks an HTML element, which no worker has and the content policy stops.
      alias: {
        'decode-named-character-reference': path('node_modules/decode-named-character-reference/index.js'),
      },
    },
    build: {
      outDir: path('out/renderer'),
      target: 'chrome130',
      // Half the bytes to read and parse at each start.
      minify: true,
      // The content policy allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path('src/renderer/index.html'), output: startInOneFile },
    },
  },
});
