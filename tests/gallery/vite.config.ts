import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { galleryPages } from './pages.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The gallery's own server: the window's sources as they are, in a plain browser. Never part of a build. */
export default defineConfig({
  root: path('../..'),
  cacheDir: path('../../.cache/gallery'),
  appType: 'custom',
  publicDir: false,
  plugins: [galleryPages(), react()],
  worker: { format: 'es' },
  optimizeDeps: { entries: ['src/renderer/**/*.{ts,tsx}', 'tests/gallery/{list,state,parts}.ts*'] },
  resolve: {
    // As in the app's own build: `electron.vite.config.ts` says why.
    alias: { 'decode-named-character-reference': path('../../node_modules/decode-named-character-reference/index.js') },
  },
  server: { host: '127.0.0.1', watch: { ignored: ['**/out/**', '**/.cache/**', '**/test-results/**'] } },
});
