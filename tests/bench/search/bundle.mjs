import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { OUT, ROOT } from '../../../scripts/runtime/paths.mjs';

const SOURCES = ['segment', 'engine'];

/**
 * Our search as plain JavaScript. Each run has its own, so that all of a run measures one state of the sources.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 */
export async function withBundle(work) {
  const folder = `${OUT}/bench/search/bundle-${process.pid}`;
  try {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'warn',
      publicDir: false,
      ssr: { external: true },
      build: {
        ssr: true,
        target: 'node20',
        minify: false,
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: {
          input: Object.fromEntries(SOURCES.map((name) => [name, `${ROOT}/src/search/${name}.ts`])),
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        },
      },
    });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<typeof import('../../../src/search/engine.ts') & typeof import('../../../src/search/segment.ts')>}
 */
export async function loadBundle(folder) {
  const [segment, engine] = await Promise.all(
    SOURCES.map((name) => import(pathToFileURL(`${folder}/${name}.js`).href)),
  );
  return { ...segment, ...engine };
}
