import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { whenChanged } from '../../../scripts/runtime/fingerprint.mjs';
import { alone } from '../../../scripts/runtime/lock.mjs';
import { OUT, ROOT } from '../../../scripts/runtime/paths.mjs';

const FOLDER = `${OUT}/bench/search/ours`;
const SOURCES = ['segment', 'engine'];

/** Our search as plain JavaScript, made again when its sources have changed. */
export const bundleOurs = () =>
  alone('bench-search', () =>
    whenChanged(
      {
        stamp: `${FOLDER}/.stamp`,
        inputs: ['package-lock.json', 'src/domain', 'src/markdown', 'src/search', 'tests/bench/search/bundle.mjs'],
        output: `${FOLDER}/engine.js`,
        force: false,
      },
      makeBundle,
    ),
  );

async function makeBundle() {
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
      outDir: FOLDER,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(SOURCES.map((name) => [name, `${ROOT}/src/search/${name}.ts`])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}

/** @returns {Promise<typeof import('../../../src/search/engine.ts') & typeof import('../../../src/search/segment.ts')>} */
export async function loadOurs() {
  const [segment, engine] = await Promise.all(
    SOURCES.map((name) => import(pathToFileURL(`${FOLDER}/${name}.js`).href)),
  );
  return { ...segment, ...engine };
}
