import { cpSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { OUT, ROOT } from '../../../scripts/runtime/paths.mjs';

/**
 * The code of the app that asks sources and brings releases, for plain Node.
 * @returns {Promise<typeof import('./client.ts')>}
 */
export async function loadClient() {
  const folder = `${OUT}/bench/updates`;
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    ssr: { external: true },
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: { client: `${ROOT}/tests/bench/updates/client.ts` },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  // What serves the tests reads its configuration beside itself.
  cpSync(`${ROOT}/tests/support/nginx.conf`, `${folder}/nginx.conf`);
  return import(pathToFileURL(`${folder}/client.js`).href);
}
